import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { CAPTIONS } from '#kernel/captions.ts'
import { newId, type Id } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { day, id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { countAccounts, insertAccounts, rivalsOf } from './accounts-queries.ts'
import type { Uneven } from './between-lines.ts'
import { findBook } from './books-queries.ts'
import { beginByBusiness, lockByBusiness, unevenDays } from './by-business-queries.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { heldInBooks } from './held-words.ts'
import { CLOSE } from './open-from.ts'
import { postAll, type Asked } from './post-all.ts'
import { ENTRIES_MAX } from './post-entries.ts'
import { postEntry } from './post-entry.ts'
import { balancesByBusiness, bookNotFound, codeTaken, tooManyAccounts, tooManyDays } from './problems.ts'
import { AccountFields, ACCOUNTS_MAX, Book } from './schema.ts'

/** Of one entry that evens out, so that it stays far below what an entry can hold. */
const BUSINESSES_MAX = 400

export const balanceByBusiness = operation({
  name: 'ledger.balance-by-business',
  summary:
    'Lets a book balance by business from a day on, for good: what is posted gets lines of its own between businesses, and each business has a balance sheet.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: CLOSE,
  risk: 'none',
  input: z.strictObject({
    bookId: id('book'),
    from: day().describe(
      'The first day with a balance sheet by business. What was uneven until then is evened out on it, and what came later on each day.',
    ),
    code: AccountFields.code
      .default('3950')
      .describe('The number in the chart of the account between businesses, which is added.'),
  }),
  output: Book,
  examples: async (factory) => {
    const given = await exampleBook(factory)
    const { bookId } = given
    await factory.invoke(postEntry, { bookId, ...exampleEntry(given) })
    return [
      { bookId, from: '2026-01-01' },
      { bookId: (await exampleBook(factory)).bookId, from: '2026-01-01', code: '3990' },
    ]
  },
  tellHeld: ({ bookId, from, code }, { tx, changes }) => {
    const added = changes.find(({ type }) => type === 'ledger.book-balanced-by-business')?.after
    const { entries } = z.object({ entries: z.int() }).parse(added)
    const [en, de] = entries === 1 ? ['entry', 'Buchung'] : ['entries', 'Buchungen']
    return heldInBooks(tx, [bookId], (names) => ({
      en: `From ${from} on and for good, with the account ${code} between businesses and ${entries} ${en} to even out, in the book of ${names.en}.`,
      de: `Ab dem ${from} und auf Dauer, mit dem Konto ${code} zwischen den Unternehmen und ${entries} ${de} zum Ausgleich, im Buch von ${names.de}.`,
    }))
  },
  async handle({ bookId, from, code }, { tx, access, actor, record }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const book = await lockByBusiness(tx, bookId)
    if (!book) throw bookNotFound(bookId)
    if (book.byBusinessFrom !== null) throw balancesByBusiness(book.entity, book.byBusinessFrom)
    const accountId = await addAccount(tx, { studioId, bookId, code, currency: book.currency })
    const asked = entriesOf(await unevenDays(tx, bookId, from), { bookId, accountId, from }).map((one) =>
      Object.assign(one, { actor, access }),
    )
    if (asked.length > ENTRIES_MAX) throw tooManyDays({ from, needed: asked.length, max: ENTRIES_MAX })
    const posted = await postAll(tx, studioId, asked)
    const digests = posted.map((one): [string, string] => {
      if (one instanceof Problem) throw one
      return [one.id, one.digest]
    })
    await beginByBusiness(tx, { bookId, accountId, from })
    record({
      type: 'ledger.book-balanced-by-business',
      subjectId: bookId,
      after: { from, accountId, code, entries: digests.length, digests: Object.fromEntries(digests) },
    })
    return present(await findBook(tx, bookId), 'the book that was changed')
  },
})

async function addAccount(
  tx: Transaction,
  given: { studioId: Id<'studio'>; bookId: Id<'book'>; code: string; currency: string },
): Promise<Id<'account'>> {
  const { bookId, code } = given
  const accountId = newId('account')
  const [accounts, [rival]] = await Promise.all([
    countAccounts(tx, { bookId }),
    rivalsOf(tx, { id: accountId, bookId, code, role: null }),
  ])
  if (rival) throw codeTaken(code, rival.name)
  if (accounts >= ACCOUNTS_MAX) throw tooManyAccounts(ACCOUNTS_MAX)
  await insertAccounts(tx, given, [
    {
      id: accountId,
      code,
      name: CAPTIONS['between-businesses'].label.en,
      type: 'equity',
      role: 'between-businesses',
      caption: 'between-businesses',
      parentId: null,
      currency: null,
      isMonetary: false,
      floorMinor: null,
    },
  ])
  return accountId
}

/** One entry a day, or a few where there are very many businesses: each adds up to nothing, for what is of no business takes the rest. */
function entriesOf(
  uneven: readonly (Uneven & { on: string })[],
  { bookId, accountId, from }: { bookId: Id<'book'>; accountId: Id<'account'>; from: string },
): Pick<Asked, 'bookId' | 'entry' | 'evens'>[] {
  const byDay = Map.groupBy(
    uneven.filter(({ businessId }) => businessId !== null),
    ({ on }) => on,
  )
  return [...byDay].flatMap(([on, own]) =>
    chunksOf(own, BUSINESSES_MAX).map((part) => ({
      bookId,
      entry: {
        effectiveOn: on,
        memo: `Between businesses, from ${from}`,
        source: 'by-business',
        externalId: null,
        lines: [],
      },
      evens: { accountId, evens: [...part, ...part.map(ofNone)] },
    })),
  )
}

function ofNone({ currency, amountMinor }: Uneven): Uneven {
  return { businessId: null, currency, amountMinor: -amountMinor }
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_nothing, at) =>
    all.slice(at * size, (at + 1) * size),
  )
}
