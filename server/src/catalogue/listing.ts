import { z } from 'zod'
import type { IdNoun } from '#kernel/ids.ts'
import { id } from './fields.ts'
import { invalidCursor } from './problems.ts'
import { unstorablePath } from './unstorable-text.ts'

const LIMIT_MAX = 200
const CURSOR_LENGTH_MAX = 1000

/** The two fields that every list takes. */
export const PageFields = {
  cursor: z
    .string()
    .max(CURSOR_LENGTH_MAX)
    .optional()
    .describe('The `nextCursor` of the page before; none for the first page.'),
  limit: z.int().min(1).max(LIMIT_MAX).default(50).describe(`Rows on a page, at most ${LIMIT_MAX}.`),
}

/** What a list takes that `resolves` its noun: so a reference found elsewhere is read, two hundred at a time. */
export function onlyIds<N extends IdNoun>(noun: N) {
  return z
    .array(id(noun))
    .min(1)
    .max(LIMIT_MAX)
    .optional()
    .describe('Only these; those that are not open to you are left out.')
}

/** What every list answers: its rows, and where the next page begins. */
export function pageOf<I extends z.ZodObject>(item: I) {
  return z.strictObject({
    items: z.array(item).max(LIMIT_MAX),
    nextCursor: z.string().max(CURSOR_LENGTH_MAX).nullable().describe('Null on the last page.'),
    total: z.int().describe('All rows that the filter finds and your grants cover.'),
  })
}

/** What of a row stands in a cursor: text, or null where it has none of it. */
export type CursorPart = string | null

/** Opaque to callers: the sort values of the last row on a page, ending in its id, so that equal names keep an order. */
export function cursorAfter(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** The sort values behind a cursor. Throws the problem `catalogue.invalid-cursor`. */
export function readCursor(cursor: string | undefined, order: readonly string[]): string[] | undefined {
  return readSortedCursor(cursor, order)?.map((part) => {
    if (part === null) throw invalidCursor(cursor ?? '')
    return part
  })
}

/** The same where a row may be without what the list is sorted by. */
export function readSortedCursor(
  cursor: string | undefined,
  order: readonly string[],
): CursorPart[] | undefined {
  if (cursor === undefined) return undefined
  try {
    const parsed = CursorParts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    const isOurs = parsed[0] === order.join() && parsed.length === order.length + 1
    if (isOurs && unstorablePath(parsed) === undefined) return parsed.slice(1)
  } catch {
    // told below: a cursor that was cut or typed by hand is the same to the caller as one of another list
  }
  throw invalidCursor(cursor)
}

const CursorParts = z.array(z.string().max(400).nullable()).max(6)

/**
 * One row more than the page is asked for tells whether there is a next one. `order` names the sort, so that a
 * cursor of one order is refused in another.
 */
export function pageFrom<T>(
  rows: T[],
  page: { limit: number; order: readonly string[]; total: number; keyOf(row: T): CursorPart[] },
): { items: T[]; nextCursor: string | null; total: number } {
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  const hasMore = rows.length > page.limit && last !== undefined
  return {
    items,
    nextCursor: hasMore ? cursorAfter([page.order.join(), ...page.keyOf(last)]) : null,
    total: page.total,
  }
}
