import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isRecord } from '#kernel/records.ts'
import { UsageError } from './usage-error.ts'
import type { Field } from './contract.ts'

/**
 * What was typed for a field, as its schema wants it: `@file` is the text of the file, `@@…` begins with one @. A list of files takes
 * `@folder` too, with every table in it.
 */
export function valueOf({ name, schema }: Field, typed: string): unknown {
  if (isOfFiles(schema) && /^@[^@]/.test(typed) && !typed.endsWith('.json'))
    return filesAt(name, typed.slice(1))
  const text = schema['contentEncoding'] === 'base64' ? base64Of(name, typed) : textOf(name, typed)
  const types = typesOf(schema)
  if (types.includes('null') && text === 'null') return null
  if (types.includes('array')) return itemsOf(name, schema, text)
  if (types.includes('object')) return jsonOf(name, text)
  const isNumber = types.includes('integer') || types.includes('number')
  if (isNumber && text.trim() !== '' && !Number.isNaN(Number(text))) return Number(text)
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

export function typesOf(schema: Record<string, unknown>): unknown[] {
  return alternatives(schema).map(({ type }) => type)
}

function textOf(name: string, typed: string): string {
  if (typed.startsWith('@@')) return typed.slice(1)
  if (!typed.startsWith('@')) return typed
  const file = typed.slice(1)
  const bytes = bytesOf(name, file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(`The file "${file}" for ${name} is not UTF-8. Save it as UTF-8, then try again.`)
  }
}

/** A field that holds a file takes its bytes: `--xlsx @portfolio.xlsx`. */
function base64Of(name: string, typed: string): string {
  return typed.startsWith('@') ? bytesOf(name, typed.slice(1)).toString('base64') : typed
}

function bytesOf(name: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new UsageError(
      `The file "${file}" for ${name} cannot be read. A text that begins with @ itself is written @@…`,
    )
  }
}

/** Whether its items are files, by their name and bytes. */
function isOfFiles(schema: Record<string, unknown>): boolean {
  return alternatives(schema).some(({ items }) => {
    const properties = isRecord(items) ? items['properties'] : undefined
    if (!isRecord(properties) || !isRecord(properties['base64'])) return false
    return properties['name'] !== undefined && properties['base64']['contentEncoding'] === 'base64'
  })
}

const TABLE = /\.(csv|tsv|txt|xlsx)$/i

function filesAt(name: string, path: string): { name: string; base64: string }[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  const paths = isFolder
    ? readdirSync(path)
        .filter((file) => TABLE.test(file))
        .toSorted()
        .map((file) => join(path, file))
    : [path]
  if (paths.length === 0)
    throw new UsageError(`The folder "${path}" for ${name} holds no table: no .csv, .tsv, .txt or .xlsx.`)
  return paths.map((file) => ({ name: basename(file), base64: bytesOf(name, file).toString('base64') }))
}

/** One item, or several as a JSON list; objects are always JSON. */
function itemsOf(name: string, schema: Record<string, unknown>, text: string): unknown[] {
  const isOfObjects = alternatives(schema).some(({ items }) => isRecord(items) && items['type'] === 'object')
  if (!isOfObjects) return [text]
  const given = jsonOf(name, text)
  return Array.isArray(given) ? given : [given]
}

function jsonOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(
      `${name} is written as JSON, such as '{"…":"…"}'; it begins with ${text.slice(0, 40)}`,
    )
  }
}

function alternatives(schema: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(schema['anyOf']) ? schema['anyOf'].filter(isRecord) : [schema]
}
