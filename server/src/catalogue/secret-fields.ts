import { createHash } from 'node:crypto'
import { z } from 'zod'
import { assert } from '#kernel/assert.ts'
import { isRecord } from '#kernel/records.ts'
import { hashJson } from './hash-json.ts'

/**
 * Marks a field whose value must never reach the audit, a log or an event: `secret(line(200))`. The mark is JSON
 * Schema's own `writeOnly`, so that clients and forms see it too.
 */
export function secret<S extends z.ZodType>(schema: S): S {
  return schema.meta({ ...schema.meta(), writeOnly: true })
}

/** Marks a field of an output that is told once and never again, such as a new key. Where it is kept, it is sealed. */
export function shownOnce<S extends z.ZodType>(schema: S): S {
  return schema.meta({ ...schema.meta(), 'x-shown-once': true })
}

/**
 * Marks a field that is too large for a record: a file's text, the rows of a bulk change. The audit keeps its SHA-256 and
 * its length instead (characters, or entries of a list), so that whoever has the file can show that it was this one.
 */
export function document<S extends z.ZodType>(schema: S): S {
  return schema.meta({ ...schema.meta(), 'x-document': true })
}

export function hasShownOnce(schema: z.ZodObject): boolean {
  return JSON.stringify(z.toJSONSchema(schema)).includes('"x-shown-once":true')
}

type Instead = (value: unknown) => unknown
interface Place {
  path: readonly string[]
  instead: Instead
}

const EVERY_ITEM = '*'

/** A function that copies a value of the schema with every secret and every document replaced. The paths are found once. */
export function redactor(schema: z.ZodObject): (value: Record<string, unknown>) => Record<string, unknown> {
  const places = placesIn(z.toJSONSchema(schema, { io: 'input' }))
  return (value) => places.reduce<Record<string, unknown>>((copy, place) => within(copy, place), value)
}

function placesIn(schema: unknown, path: readonly string[] = []): Place[] {
  if (!isRecord(schema)) return []
  assert(
    schema['$ref'] === undefined,
    `inputs are written out, so that no secret hides behind ${String(schema['$ref'])}`,
  )
  if (schema['writeOnly'] === true) return [{ path, instead: () => '[redacted]' }]
  if (schema['x-document'] === true) return [{ path, instead: digestOf }]
  const properties = isRecord(schema['properties']) ? Object.entries(schema['properties']) : []
  return [
    ...properties.flatMap(([name, inner]) => placesIn(inner, [...path, name])),
    ...placesIn(schema['items'], [...path, EVERY_ITEM]),
  ]
}

function digestOf(value: unknown): unknown {
  if (Array.isArray(value)) return { sha256: hashJson(value), length: value.length }
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return { sha256: createHash('sha256').update(text).digest('hex'), length: text.length }
}

/** Only what lies on the way is copied: a document may be megabytes, and is not wanted. */
function within(value: Record<string, unknown>, { path: [step, ...rest], instead }: Place) {
  if (step === undefined || value[step] === undefined) return value
  return { ...value, [step]: replaced(value[step], { path: rest, instead }) }
}

function replaced(value: unknown, { path, instead }: Place): unknown {
  const [step, ...rest] = path
  if (step === undefined) return instead(value)
  if (step === EVERY_ITEM)
    return Array.isArray(value) ? value.map((item) => replaced(item, { path: rest, instead })) : value
  return isRecord(value) ? within(value, { path, instead }) : value
}
