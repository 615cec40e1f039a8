import type { Id } from '#kernel/ids.ts'
import { sameInAll, type Said } from '#kernel/languages.ts'
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
  const [called, amounts] = [calledSaid(memo), amountsSaid(sums)]
  return heldInBooks(tx, [bookId], (names) => ({
    en: `${called.en}: ${amounts.en}${effectiveOn === null ? '' : ` on ${effectiveOn}`}, in the book of ${names.en}.`,
    de: `${called.de}: ${amounts.de}${effectiveOn === null ? '' : ` am ${effectiveOn}`}, im Buch von ${names.de}.`,
  }))
}

/** A draft may still be without one. */
export function calledSaid(memo: string | null): Said {
  const called = (memo ?? '').slice(0, MEMO_LENGTH_MAX)
  return called === ''
    ? { en: 'Without a memo', de: 'Ohne Buchungstext' }
    : { en: `"${called}"`, de: `„${called}“` }
}

/** Of many currencies the first ones. */
export function amountsSaid(sums: Sums): Said {
  if (sums.length === 0) return { en: 'no amounts', de: 'keine Beträge' }
  const [shown, others] = [sumsText(sums.slice(0, NAMES_MAX)), sums.length - NAMES_MAX]
  return others > 0
    ? { en: `${shown} and ${others} more currencies`, de: `${shown} und ${others} weitere Währungen` }
    : sameInAll(shown)
}

/** The first of them, and how many there are beside. */
export function listedSaid(all: readonly string[]): Said {
  const [shown, others] = [all.slice(0, NAMES_MAX).join(', '), all.length - NAMES_MAX]
  return others > 0
    ? { en: `${shown} and ${others} more`, de: `${shown} und ${others} weitere` }
    : sameInAll(shown)
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
  const [amounts, count] = [amountsSaid(sums), contents.length]
  return heldInBooks(tx, [bookId], (names) => ({
    en: `${count} entries over ${amounts.en}, from ${first.effectiveOn} to ${last.effectiveOn}, in the book of ${names.en}.`,
    de: `${count} Buchungen über ${amounts.de}, vom ${first.effectiveOn} bis zum ${last.effectiveOn}, im Buch von ${names.de}.`,
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
