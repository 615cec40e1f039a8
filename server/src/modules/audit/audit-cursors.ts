import { z } from 'zod'
import { readCursor } from '#server/catalogue/listing.ts'
import { invalidCursor } from '#server/catalogue/problems.ts'

/** A cursor is the caller's text: whoever writes one by hand is told so, and not by the database. */
export function readWholeNumbers(cursor: string | undefined, order: readonly string[]): number[] | undefined {
  return readParts(cursor, order, z.array(z.coerce.number().int().nonnegative()))
}

/** An instant to the microsecond, and the id of a line. */
export function readInstantAndId(cursor: string | undefined, order: readonly string[]): string[] | undefined {
  return readParts(cursor, order, z.tuple([z.iso.datetime({ precision: 6 }), z.string().max(40)]))
}

function readParts<T>(
  cursor: string | undefined,
  order: readonly string[],
  shape: z.ZodType<T>,
): T | undefined {
  const parts = readCursor(cursor, order)
  if (!parts) return undefined
  const { data } = shape.safeParse(parts)
  if (data === undefined) throw invalidCursor(cursor ?? '')
  return data
}
