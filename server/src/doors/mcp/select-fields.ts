import { isRecord } from '#kernel/records.ts'
import type { OperationTool } from './operation-tools.ts'
import { unknownField } from './problems.ts'

type Json = Record<string, unknown>

/** Refuses what the answer does not have, before anything is read: throws `mcp.unknown-field`. */
export function checkFields(fields: readonly string[], { selectable }: OperationTool): void {
  const unknown = fields.find((field) => !selectable.includes(field))
  if (unknown !== undefined) throw unknownField(unknown, selectable)
}

/** The answer with these fields only; of a page, its items with them, and what pages on stays. */
export function selectFields(output: Json, fields: readonly string[] | undefined, isPaged: boolean): Json {
  if (!fields) return output
  if (!isPaged) return picked(output, fields)
  const { items } = output
  return { ...output, items: Array.isArray(items) ? items.map((item) => pickedFrom(item, fields)) : items }
}

function picked(value: Json, fields: readonly string[]): Json {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
      if (fields.includes(name)) return [[name, inner]]
      const below = fields.flatMap((field) =>
        field.startsWith(`${name}.`) ? [field.slice(name.length + 1)] : [],
      )
      return below.length > 0 ? [[name, pickedFrom(inner, below)]] : []
    }),
  )
}

function pickedFrom(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => pickedFrom(one, fields))
  return isRecord(value) ? picked(value, fields) : value
}
