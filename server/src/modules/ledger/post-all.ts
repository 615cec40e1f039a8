import { newId, type Id } from '#kernel/ids.ts'
import { present } from '#kernel/assert.ts'
import { decimalOf } from '#kernel/money.ts'
import { Problem } from '#kernel/problem.ts'
import type { Access, Actor } from '#server/catalogue/access.ts'
import type { Transaction } from '#server/database/database.ts'
import { holdersOnDays } from '#server/modules/businesses/index.ts'
import { namesOfEntities } from '#server/modules/entities/index.ts'
import { betweenLines, type Uneven } from './between-lines.ts'
import { decideLines, heldKey, type DecidedLine, type KnownPlaces } from './decide-entry.ts'
import { digestOf } from './entry-digest.ts'
import {
  accountsById,
  booksById,
  insertHeads,
  insertLines,
  lockBalances,
  pendingUnder,
  postedBefore,
  recordingInstant,
  type BookFacts,
  type FlooredBalance,
  type NewRows,
  type PostedBefore,
} from './post-queries.ts'
import { floorRefuses } from './floor-refuses.ts'
import { movesOf } from './moves-of.ts'
import { openFrom } from './open-from.ts'
import { overManualLimit, type AboveLimit } from './over-manual-limit.ts'
import { bookNotFound, entryRefused, externalIdTaken, periodClosed, periodSoftClosed } from './problems.ts'
import { debitSums, sumsText, type Sums } from './sums-text.ts'
import { externalIdPending } from './unposted-problems.ts'
import type { NewEntry } from './schema.ts'

/** How many are decided before their heads are sent: few enough that the database has work soon. */
const DECIDED_AT_ONCE = 250

export interface Asked {
  bookId: Id<'book'>
  entry: NewEntry
  /** Under which it is posted, where that is told before; otherwise a new one. */
  id?: Id<'entry'>
  /** Set for a reversal, with the day of what it takes back: whose a business was then is what counts. */
  reverses?: { id: Id<'entry'>; effectiveOn: string }
  /** What earlier entries left uneven between businesses, which this one evens out on that account. */
  evens?: { accountId: Id<'account'>; evens: readonly Uneven[] }
  actor: Actor
  /** Whose rights say which months are open to it. */
  access: Access | undefined
  /** What becomes of an entry by hand above the limit of its book; undefined where nobody minds, as in a run of ours. */
  aboveLimit?(told: AboveLimit): Problem | undefined
}

export interface Posted {
  id: Id<'entry'>
  recordedAt: string
  digest: string
  /** True where it was there before under its external id. */
  isKnown: boolean
}

/**
 * Posts what can be posted: an outcome per entry, and one that is refused leaves the others. `last` sends the lines with the
 * commit: sums of a day that many post to are locked no longer than that, and nothing in the transaction sees them before.
 */
export async function postAll(
  tx: Transaction,
  studioId: Id<'studio'>,
  asked: readonly Asked[],
  when: 'now' | 'last' = 'now',
): Promise<(Posted | Problem)[]> {
  const [known, recordedAt] = await Promise.all([whatIsKnown(tx, asked), recordingInstant(tx)])
  const decided: ReturnType<typeof decide>[] = []
  const rows: NewRows[] = []
  // Heads lock nothing that others write to: the database has them while more is decided, and the record is made.
  for (let from = 0; from < asked.length; from += DECIDED_AT_ONCE) {
    const some = asked.slice(from, from + DECIDED_AT_ONCE).map((one) => decide(one, studioId, known))
    const fresh = some.filter((one) => 'lines' in one)
    tx.meanwhile(() => insertHeads(tx, fresh))
    decided.push(...some)
    rows.push(...fresh)
  }
  if (when === 'last') tx.last(() => insertLines(tx, rows))
  else await insertLines(tx, rows)
  return decided.map((one) => {
    if (one instanceof Problem) return one
    const isKnown = !('lines' in one)
    return {
      id: one.id,
      digest: one.digest.toString('hex'),
      recordedAt: isKnown ? (one.recordedAt ?? recordedAt) : recordedAt,
      isKnown,
    }
  })
}

/** What there is to know before entries are decided on; rows of accounts with a floor are locked by then. */
export interface Known {
  books: ReadonlyMap<Id<'book'>, BookFacts>
  places: KnownPlaces
  /** By book and external id; grows by what is decided, for a group may hold one id twice. */
  before: Map<string, Before>
  /** By book and external id: entries that are pending under it. */
  pending: ReadonlyMap<string, Id<'pending_entry'>>
  /** Of accounts with a floor, locked; moves with what is decided. */
  balances: Map<string, FlooredBalance>
}

/** Its instant is missing where it is posted in this very group. */
type Before = Pick<PostedBefore, 'id' | 'digest'> & { recordedAt?: string; sums: Sums }

export async function whatIsKnown(tx: Transaction, asked: readonly Asked[]): Promise<Known> {
  const lines = asked.flatMap((one) => one.entry.lines.map((line) => ({ line, on: heldOn(one) })))
  const held = new Map(
    lines.flatMap(({ line: { businessId }, on }) =>
      businessId === null ? [] : [[heldKey(businessId, on), { businessId, onDay: on }]],
    ),
  )
  const partners = lines.flatMap(({ line }) => line.partnerEntityId ?? [])
  const external = asked.flatMap(({ bookId, entry: { externalId } }) =>
    externalId === null ? [] : [{ bookId, externalId }],
  )
  const [books, accounts, holders, partnerNames, before, pending] = await Promise.all([
    booksById(tx, distinct(asked.map(({ bookId }) => bookId))),
    accountsById(tx, distinct(lines.map(({ line }) => line.accountId))),
    holdersOnDays(tx, [...held.values()]),
    namesOfEntities(tx, distinct(partners)),
    postedBefore(tx, external),
    pendingUnder(tx, external),
  ])
  // Whoever holds a business that is posted to another book is named in the refusal, and asked for only then.
  const own = new Set([...books.values()].map(({ entityId }) => entityId))
  const others = distinct(holders.map(({ entityId }) => entityId).filter((one) => !own.has(one)))
  const entityNames = new Map([...partnerNames, ...(await namesOfEntities(tx, others))])
  const floored = [...accounts.values()].filter(({ floorMinor }) => floorMinor !== null)
  return {
    books,
    balances: await lockBalances(
      tx,
      floored.map(({ id }) => id),
    ),
    places: {
      accounts,
      entityNames,
      holders: new Map(
        holders.map(({ businessId, onDay, entityId }) => [heldKey(businessId, onDay), entityId]),
      ),
    },
    before: new Map(before.map((one) => [externalKey(one.bookId, one.externalId), knownAs(one)])),
    pending: new Map(pending.map((one) => [externalKey(one.bookId, one.externalId), one.id])),
  }
}

function decide(one: Asked, studioId: Id<'studio'>, known: Known): NewRows | Before | Problem {
  const content = contentOf(one, known)
  if (content instanceof Problem) return content
  const { own, ...whole } = content
  const { bookId, externalId, lines } = whole
  const place = externalId === null ? undefined : externalKey(bookId, externalId)
  const earlier = place === undefined ? undefined : known.before.get(place)
  if (earlier) {
    // The digest holds the id too: the same content under the id that is there gives the digest that is there. Before its book
    // balanced by business it was posted with its own lines alone.
    const isSame = [lines, own].some((posted) =>
      digestOf({ id: earlier.id, ...whole, lines: posted }).equals(earlier.digest),
    )
    return isSame ? earlier : externalIdTaken(externalId ?? '', earlier.id, differing(earlier.sums, lines))
  }
  const waiting = place === undefined ? undefined : known.pending.get(place)
  if (waiting) return externalIdPending(externalId ?? '', waiting)
  const refused = whyNot(one, lines, known)
  if (refused) return refused
  const id = one.id ?? newId('entry')
  const digest = digestOf({ id, ...whole })
  if (place !== undefined) known.before.set(place, { id, digest, sums: debitSums(lines) })
  return { id, studioId, digest, actorKind: one.actor.kind, actorId: one.actor.id, ...whole }
}

function knownAs({ id, digest, recordedAt, sums }: PostedBefore): Before {
  const told = sums.map(({ currency, minor }) => ({ currency, amount: decimalOf(BigInt(minor), currency) }))
  return { id, digest, recordedAt, sums: told }
}

/** What stands there, and what was sent under the same external id. */
export function differing(there: Sums, lines: Content['lines']): { there: string; sent: string } {
  return { there: sumsText(there), sent: sumsText(debitSums(lines)) }
}

export type Content = Pick<
  NewRows,
  'bookId' | 'effectiveOn' | 'memo' | 'source' | 'externalId' | 'reversesId' | 'lines'
> & {
  /** Its lines but for those that the posting adds. */
  own: readonly DecidedLine[]
}

/** All of it that its digest covers, with lines in minor units; or what is wrong with it. */
export function contentOf(one: Asked, { books, places }: Known): Content | Problem {
  const { bookId, entry } = one
  const book = books.get(bookId)
  if (!book) return bookNotFound(bookId)
  const isReversal = one.reverses !== undefined
  const decided = decideLines(entry.lines, { book, heldOn: heldOn(one), isReversal, known: places })
  if ('errors' in decided) return entryRefused(decided.errors)
  const own = decided.lines
  const added = betweenLines(own, { accountId: book.betweenAccountId, ...one.evens })
  if ('errors' in added) return entryRefused(added.errors)
  const { effectiveOn, memo, source, externalId } = entry
  return {
    bookId,
    effectiveOn,
    memo,
    source,
    externalId,
    reversesId: one.reverses?.id ?? null,
    lines: [...own, ...added.lines],
    own,
  }
}

/** Why the book does not take it now, or undefined; then its balances have moved. */
export function whyNot(
  one: Asked,
  lines: readonly DecidedLine[],
  { books, balances, places }: Known,
): Problem | undefined {
  const book = present(books.get(one.bookId), 'the book of an entry')
  return closedFor(one, book) ?? limitedBy(one, lines, book) ?? moveBalances(lines, balances, places)
}

/** Why the book takes no entry of theirs for that day, or undefined. */
function closedFor({ entry: { effectiveOn }, access }: Asked, book: BookFacts): Problem | undefined {
  const firstOpen = openFrom(book, access)
  if (firstOpen === undefined || effectiveOn >= firstOpen) return undefined
  const isSoft = book.closedThrough === null || effectiveOn > book.closedThrough
  return isSoft ? periodSoftClosed(effectiveOn, firstOpen) : periodClosed(effectiveOn, firstOpen)
}

/** Why an entry by hand waits for a second person, or is refused, or undefined. */
function limitedBy(
  { access, aboveLimit }: Asked,
  lines: readonly DecidedLine[],
  book: BookFacts,
): Problem | undefined {
  // What moves between businesses moves nothing more.
  const own = lines.filter(({ accountId }) => accountId !== book.betweenAccountId)
  const told = aboveLimit && overManualLimit({ lines: own, access }, book)
  return told && aboveLimit(told)
}

/** Moves the balances of accounts with a floor, or moves nothing and says which would fall below its own. */
function moveBalances(
  lines: readonly DecidedLine[],
  balances: Map<string, FlooredBalance>,
  { accounts }: KnownPlaces,
): Problem | undefined {
  const after = new Map<string, FlooredBalance>()
  for (const [accountId, movedMinor] of movesOf(lines, accounts)) {
    const balance = balances.get(accountId)
    if (!balance) continue
    const { minor, heldMinor } = balance
    after.set(accountId, { minor: minor + movedMinor, heldMinor })
  }
  for (const [accountId, balance] of after) {
    const { floorMinor, currency, code, name } = present(accounts.get(accountId), 'an account that was read')
    const refused = floorRefuses(balance, { label: `${code} ${name}`, currency: currency ?? '', floorMinor })
    if (refused) return refused
  }
  for (const [accountId, balance] of after) balances.set(accountId, balance)
  return undefined
}

function heldOn({ entry, reverses }: Asked): string {
  return reverses?.effectiveOn ?? entry.effectiveOn
}

export function externalKey(bookId: string, externalId: string): string {
  return `${bookId} ${externalId}`
}

function distinct<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
