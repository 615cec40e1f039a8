import { z } from 'zod'
import { assert } from '#kernel/assert.ts'
import { isRecord } from '#kernel/records.ts'

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

export function hasShownOnce(schema: z.ZodObject): boolean {
  return JSON.stringify(z.toJSONSchema(schema)).includes('"x-shown-once":true')
}

type Path = string[]
const EVERY_ITEM = '*'
const REDACTED = '[redacted]'

/** A function that copies a value of the schema with every secret field replaced. The paths are found once. */
export function redactor(schema: z.ZodObject): (value: Record<string, unknown>) => Record<string, unknown> {
  const paths = secretPaths(z.toJSONSchema(schema, { io: 'input' }))
  if (paths.length === 0) return (value) => value
  return (value) => {
    const copy = structuredClone(value)
    for (const path of paths) redactAt(copy, path)
    return copy
  }
}

function secretPaths(schema: unknown, path: Path = []): Path[] {
  if (!isRecord(schema)) return []
  assert(
    schema['$ref'] === undefined,
    `inputs are written out, so that no secret hides behind ${String(schema['$ref'])}`,
  )
  if (schema['writeOnly'] === true) return [path]
  const properties = isRecord(schema['properties']) ? Object.entries(schema['properties']) : []
  return [
    ...properties.flatMap(([name, inner]) => secretPaths(inner, [...path, name])),
    ...secretPaths(schema['items'], [...path, EVERY_ITEM]),
  ]
}

function redactAt(value: unknown, [step, ...rest]: Path): void {
  if (step === EVERY_ITEM && Array.isArray(value)) {
    for (const item of value) redactAt(item, rest)
  } else if (step !== undefined && isRecord(value) && value[step] !== undefined) {
    if (rest.length === 0) value[step] = REDACTED
    else redactAt(value[step], rest)
  }
}
