import type { Id } from '#kernel/ids.ts'
import type { Said } from '#kernel/languages.ts'
import { Problem } from '#kernel/problem.ts'
import type { HeldWords } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { namesOfEntities } from '#server/modules/entities/index.ts'
import { contentOf, whatIsKnown, type Asked } from './post-all.ts'
import { booksById } from './post-queries.ts'
import { debitSums, sumsText, type Sums } from './sums-text.ts'
import { findUnposted } from './unposted-queries.ts'

const NAMES_MAX = 3
const MEMO_LENGTH_MAX = 200

interface HeldEntry {
  bookId: Id<'book'>
  memo: string | null
  effectiveOn: string | null
  sums: Sums
}

/** One entry that waits: what it is called, what it moves, when, and in whose book. */
export function heldEntry(
  tx: Transaction,
  { bookId, memo, effectiveOn, sums }: HeldEntry,
): Promise<HeldWords | undefined> {
  const amounts = sumsText(sums)
  const called = (memo ?? '').slice(0, MEMO_LENGTH_MAX)
  return heldInBooks(tx, [bookId], (names) => ({
    en: `"${called}": ${amounts}${effectiveOn === null ? '' : ` on ${effectiveOn}`}, in the book of ${names.en}.`,
    de: `„${called}“: ${amounts}${effectiveOn === null ? '' : ` am ${effectiveOn}`}, im Buch von ${names.de}.`,
  }))
}

/** A draft, or a pending entry, that would be posted. */
export async function heldUnposted(
  tx: Transaction,
  which: Parameters<typeof findUnposted>[1],
): Promise<HeldWords | undefined> {
  const row = await findUnposted(tx, which)
  return row && heldEntry(tx, row)
}

/** Entries that wait together in one book; of a single one all is told. */
export async function heldEntries(
  tx: Transaction,
  bookId: Id<'book'>,
  asked: readonly Asked[],
): Promise<HeldWords | undefined> {
  const known = await whatIsKnown(tx, asked)
  const contents = asked.flatMap((one) => {
    const content = contentOf(one, known)
    return content instanceof Problem ? [] : [content]
  })
  const sums = debitSums(contents.flatMap(({ lines }) => lines))
  const [first, ...more] = contents.toSorted((one, other) => (one.effectiveOn < other.effectiveOn ? -1 : 1))
  const last = more.at(-1)
  if (!first || !last) return first && heldEntry(tx, { ...first, bookId, sums })
  const [amounts, count] = [sumsText(sums), contents.length]
  return heldInBooks(tx, [bookId], (names) => ({
    en: `${count} entries over ${amounts}, from ${first.effectiveOn} to ${last.effectiveOn}, in the book of ${names.en}.`,
    de: `${count} Buchungen über ${amounts}, vom ${first.effectiveOn} bis zum ${last.effectiveOn}, im Buch von ${names.de}.`,
  }))
}

/** What waits about these books, with whose they are: whoever decides has to cover them. */
export async function heldInBooks(
  tx: Transaction,
  bookIds: readonly Id<'book'>[],
  says: (names: Said) => Said,
): Promise<HeldWords | undefined> {
  const books = await booksById(tx, bookIds)
  return heldOf(
    tx,
    [...books.values()].map(({ entityId }) => entityId),
    says,
  )
}

/** The same, where it is known whose books they are. */
export async function heldOf(
  tx: Transaction,
  entityIds: readonly Id<'entity'>[],
  says: (names: Said) => Said,
): Promise<HeldWords | undefined> {
  const touches = [...new Set(entityIds)]
  if (touches.length === 0) return undefined
  const found = await namesOfEntities(tx, touches)
  const names = touches.map((one) => found.get(one) ?? one)
  const [shown, others] = [names.slice(0, NAMES_MAX).join(', '), names.length - NAMES_MAX]
  const all = { en: `${shown} and ${others} more`, de: `${shown} und ${others} weiteren` }
  return { says: says(others > 0 ? all : { en: shown, de: shown }), touches }
}
