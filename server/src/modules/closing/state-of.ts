import type { State } from './schema.ts'

/** How a month stands, by its last day. */
export function stateOf(
  endsOn: string,
  book: { closedThrough: string | null; softClosedThrough: string | null },
): State {
  if (book.closedThrough !== null && endsOn <= book.closedThrough) return 'hard'
  return book.softClosedThrough !== null && endsOn <= book.softClosedThrough ? 'soft' : 'open'
}
