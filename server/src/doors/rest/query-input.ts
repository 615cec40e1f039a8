import { z } from 'zod'
import { isRecord } from '#kernel/records.ts'

type Kind = 'text' | 'number' | 'boolean' | 'list' | 'records'

/**
 * Reads an operation's input from a query string, where everything is text: what the schema calls a number, a truth
 * value or a list becomes one, and an object in a list is written as its JSON. What does not fit is left as it is, and the
 * schema then says what is wrong with it.
 */
export function queryReader(schema: z.ZodObject): (query: unknown) => Record<string, unknown> {
  const kinds = fieldKinds(schema)
  return (query) => {
    if (!isRecord(query)) return {}
    return Object.fromEntries(
      Object.entries(query).map(([name, value]) => [name, read(kinds.get(name), value)]),
    )
  }
}

function fieldKinds(schema: z.ZodObject): Map<string, Kind> {
  const { properties } = z.toJSONSchema(schema, { io: 'input' })
  return new Map(Object.entries(properties ?? {}).map(([name, field]) => [name, kindOf(field)]))
}

function kindOf(field: unknown): Kind {
  if (!isRecord(field)) return 'text'
  const [first] = Array.isArray(field['anyOf']) ? field['anyOf'] : [field]
  const types = isRecord(first) ? first['type'] : undefined
  // What may be null is written as a list of types where it says nothing else.
  const type: unknown = Array.isArray(types) ? types[0] : types
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'boolean') return 'boolean'
  if (type !== 'array') return 'text'
  const items = isRecord(first) ? first['items'] : undefined
  return isRecord(items) && items['type'] === 'object' ? 'records' : 'list'
}

function read(kind: Kind | undefined, value: unknown): unknown {
  if (kind === 'records') return (Array.isArray(value) ? value : [value]).map(recordIn)
  if (kind === 'list') return Array.isArray(value) ? value : [value]
  if (typeof value !== 'string') return value
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value)
  if (kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

function recordIn(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : text
  } catch {
    return text
  }
}
