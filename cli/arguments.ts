import { readFileSync } from 'node:fs'
import { isRecord } from '#kernel/records.ts'
import type { Command } from './contract.ts'
import { UsageError } from './usage-error.ts'
import { valueOf } from './value.ts'

export interface Options {
  url: string | undefined
  key: string | undefined
  idempotencyKey: string | undefined
  isJson: boolean
  isDryRun: boolean
  isHelp: boolean
  /** `--all-entities`, for what the terminal does over all books. */
  isAllEntities: boolean
  /** `--input`, for `iza call`. */
  input: string | undefined
  /** `--only`: one field of the answer, as it is. */
  only: string | undefined
}

const VALUE_OPTIONS = {
  '--url': 'url',
  '--key': 'key',
  '--idempotency-key': 'idempotencyKey',
  '--input': 'input',
  '--only': 'only',
} as const
const FLAGS = {
  '--json': 'isJson',
  '--dry-run': 'isDryRun',
  '--help': 'isHelp',
  '-h': 'isHelp',
  '--all-entities': 'isAllEntities',
} as const

/** Takes our own options out of the arguments; the rest are words, and `--field value` pairs in their order. */
export function readArguments(given: readonly string[]): {
  words: string[]
  pairs: [string, string][]
  options: Options
} {
  const options: Options = {
    url: undefined,
    key: undefined,
    idempotencyKey: undefined,
    isJson: false,
    isDryRun: false,
    isHelp: false,
    isAllEntities: false,
    input: undefined,
    only: undefined,
  }
  const words: string[] = []
  const pairs: [string, string][] = []
  const rest = given.flatMap((text) => (/^--[a-z-]+=/.test(text) ? splitOnce(text) : [text]))
  while (rest.length > 0) {
    const text = rest.shift() ?? ''
    if (isKey(FLAGS, text)) options[FLAGS[text]] = true
    else if (isKey(VALUE_OPTIONS, text)) options[VALUE_OPTIONS[text]] = valueAfter(text, rest)
    else if (text.startsWith('--')) pairs.push([text.slice(2), valueAfter(text, rest)])
    else words.push(text)
  }
  return { words, pairs, options }
}

function splitOnce(text: string): string[] {
  const at = text.indexOf('=')
  return [text.slice(0, at), text.slice(at + 1)]
}

function isKey<T extends object>(table: T, text: string): text is Extract<keyof T, string> {
  return text in table
}

function valueAfter(name: string, rest: string[]): string {
  const value = rest.shift()
  if (value === undefined) throw new UsageError(`${name} needs a value after it.`)
  return value
}

/** `--entity-id ent_…` is the field `entityId`; a list field may be given several times. */
export function inputFromPairs(
  { module, verb, fields }: Command,
  pairs: readonly [string, string][],
): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [flag, text] of pairs) {
    const field = fields.find(({ name }) => flagOf(name) === flag)
    if (!field) {
      throw new UsageError(
        `"${module} ${verb}" has no field --${flag}. It takes: ${fields.map(({ name }) => `--${flagOf(name)}`).join(', ') || 'nothing'}.`,
      )
    }
    const value = valueOf(field, text)
    const before = input[field.name]
    input[field.name] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value
  }
  return input
}

/** `--input '{…}'`, or `--input -` to read it from standard input. */
export function inputFromJson(text: string | undefined): Record<string, unknown> {
  const source = text === '-' ? readFileSync(0, 'utf8') : (text ?? '{}')
  try {
    const parsed: unknown = JSON.parse(source)
    if (isRecord(parsed)) return parsed
  } catch {
    // told below together with what is JSON but no object
  }
  throw new UsageError(
    `--input must be one JSON object, such as '{"name":"Acme"}'; it begins with ${source.slice(0, 40)}`,
  )
}

export function flagOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
