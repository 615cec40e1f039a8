import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { readSortedCursor, type CursorPart } from './listing.ts'
import { invalidCursor } from './problems.ts'

/** What rows are sorted by, and as what its text is read when it comes back in a cursor. */
export interface SortKey {
  by: RawBuilder<unknown>
  type: 'text' | 'bigint'
  /** Rows without it come last, in both directions. Only the first key of a sort may be so. */
  isNullable?: true
}

/** A list in one order: what its query needs, and how its cursors are read. */
export interface Order {
  /** Names the order in cursors, so that one of another order is refused. */
  names: readonly string[]
  /** The sort values of a row as a cursor keeps them: `select` this beside the row. */
  key: RawBuilder<(string | null)[]>
  by: RawBuilder<unknown>
  /** Undefined for the first page. Throws the problem `catalogue.invalid-cursor`. */
  after(cursor: string | undefined): RawBuilder<boolean> | undefined
}

/**
 * The orders of a list, declared once: `sorts` names the keys of each, one after another, and the id ends each, so that
 * two rows never tie. Sort values travel as PostgreSQL writes them, so what stands in a cursor is exactly what was sorted.
 */
export function declareSorts<N extends string>(
  sorts: Record<N, readonly [SortKey, ...SortKey[]]>,
  { id, byDefault }: { id: RawBuilder<unknown>; byDefault: NoInfer<N> },
) {
  const names = z.enum(Object.keys(sorts))
  const isName = (name: string): name is N => names.safeParse(name).success
  return {
    /** What the list takes. */
    fields: {
      sort: names.default(byDefault).describe('What comes first; rows that are alike follow by name and id.'),
      descending: z
        .boolean()
        .default(false)
        .describe('True turns the order round; what has none stays last.'),
    },
    order({ sort, descending }: { sort: string; descending: boolean }): Order {
      const keys = [...sorts[isName(sort) ? sort : byDefault], { by: id, type: 'text' } as const]
      return orderBy(keys, { sort, descending })
    },
  }
}

function orderBy(keys: readonly SortKey[], given: { sort: string; descending: boolean }): Order {
  const { sort, descending } = given
  const names = [descending ? `${sort} down` : sort, ...keys.slice(1).map((_key, at) => `${at + 1}`)]
  return {
    names,
    key: sql`array[${sql.join(keys.map(({ by }) => sql`(${by})::text`))}]`,
    by: sql.join(keys.map((key) => directed(key, descending))),
    after(cursor) {
      const parts = readSortedCursor(cursor, names)
      if (!parts) return undefined
      if (!keys.every((key, at) => isValue(key, parts[at]))) throw invalidCursor(cursor ?? '')
      return laterThan(keys, parts, descending)
    },
  }
}

function directed({ by, isNullable }: SortKey, descending: boolean): RawBuilder<unknown> {
  // Nulls come last by themselves when ascending, and an index can be read backwards only where nothing is said of them.
  return descending ? sql`${by} desc${isNullable ? sql` nulls last` : sql``}` : sql`${by}`
}

function isValue({ type, isNullable }: SortKey, part: CursorPart | undefined): boolean {
  if (part === null) return isNullable === true
  return type === 'text' || /^-?\d{1,18}$/.test(part ?? '')
}

/** One comparison of rows, which an index can answer; and where the first key may be missing, the rows without it after all. */
function laterThan(
  keys: readonly SortKey[],
  parts: readonly CursorPart[],
  descending: boolean,
): RawBuilder<boolean> {
  const [first] = keys
  const isAmongNulls = first?.isNullable === true && parts[0] === null
  const compared = isAmongNulls ? keys.slice(1) : keys
  const values = isAmongNulls ? parts.slice(1) : parts
  const left = sql.join(compared.map(({ by }) => by))
  const right = sql.join(compared.map(({ type }, at) => sql`${values[at]}::${sql.raw(type)}`))
  const later = descending ? sql<boolean>`(${left}) < (${right})` : sql<boolean>`(${left}) > (${right})`
  if (isAmongNulls) return sql<boolean>`(${first.by} is null and ${later})`
  return first?.isNullable ? sql<boolean>`(${later} or ${first.by} is null)` : later
}
