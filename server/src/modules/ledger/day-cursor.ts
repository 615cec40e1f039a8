import { readCursor } from '#server/catalogue/listing.ts'
import { invalidCursor } from '#server/catalogue/problems.ts'

const PLACE = /^\d{1,4}$/

/** A cursor that begins with a day, then an id and perhaps a place. Throws `catalogue.invalid-cursor` for one that was put together by hand. */
export function readDayCursor(cursor: string | undefined, order: readonly string[]): string[] | undefined {
  const parts = readCursor(cursor, order)
  if (!parts) return undefined
  const [day = '', , place = '1'] = parts
  if (!isDay(day) || !PLACE.test(place)) throw invalidCursor(cursor ?? '')
  return parts
}

function isDay(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
  )
}
