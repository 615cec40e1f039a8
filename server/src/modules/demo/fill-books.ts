import { assert, present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import {
  accountsInBook,
  balanceByBusiness,
  createAccount,
  ENTRIES_MAX,
  openBook,
  postEntries,
  recordRates,
  type NewEntry,
} from '#server/modules/ledger/index.ts'
import type { PortfolioIds } from './fill-portfolio.ts'
import type { Part } from './part.ts'
import { planBooks, type BooksGiven } from './plan-books.ts'
import { planRates } from './plan-rates.ts'
import type { PlannedBook, PlannedEntry, PlannedLine } from './planned-entry.ts'

/** While one waits for its commit, the next is parsed and hashed. */
const BOOKS_AT_ONCE = 3

/**
 * A book for each entity and what stands in it; the plan makes the next one when somebody is free to post it. A thousand entries a
 * call, for the audit keeps a line a call; answers how many entries there are, and the book of each entity.
 */
export async function fillBooks(
  part: Part,
  ids: PortfolioIds,
  given: BooksGiven,
): Promise<{ entries: number; bookIds: Map<string, Id<'book'>> }> {
  const { plan, next } = part
  await part.work.invoke('rates', recordRates, { rates: planRates(given) })
  const planned = planBooks(plan, given)
  let [books, entries] = [0, 0]
  const bookIds = new Map<string, Id<'book'>>()
  // One generator for all: who fails ends it, and the others stop after the book that they are at.
  const postBooks = async () => {
    for (const book of planned) {
      books++
      const place = `${books} / ${plan.entities.length}`
      next({
        en: `Posting the books, ${place}: ${book.entity}`,
        de: `Bucht die Bücher, ${place}: ${book.entity}`,
      })
      const bookId = await fillBook(part, ids, book)
      bookIds.set(book.entity, bookId)
      entries += book.entries.length
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: BOOKS_AT_ONCE }, postBooks))
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return { entries, bookIds }
}

async function fillBook({ work }: Part, ids: PortfolioIds, book: PlannedBook): Promise<Id<'book'>> {
  const { entity, chart, byBusinessFrom } = book
  const entityId = present(ids.entityIds.get(entity), `an entity ${entity}`)
  const { id: bookId } = await work.invoke(`book of ${entity}`, openBook, { entityId, chart })
  for (const { code, name, currency } of book.foreignCash)
    await work.invoke(`account ${code} of ${entity}`, createAccount, {
      bookId,
      code,
      name,
      currency,
      type: 'asset',
      role: 'cash',
      isMonetary: true,
    })
  if (byBusinessFrom !== undefined)
    await work.invoke(`businesses of ${entity}`, balanceByBusiness, { bookId, from: byBusinessFrom })
  // Not journalled: there are fifty accounts in each of three hundred books.
  const accounts = await work.look((tx) => accountsInBook(tx, bookId))
  const toEntry = entryWriter(book, ids, accounts)
  for (let from = 0; from < book.entries.length; from += ENTRIES_MAX) {
    const entries = book.entries.slice(from, from + ENTRIES_MAX).map(toEntry)
    const { refused } = await work.invoke(`entries of ${entity} from ${from}`, postEntries, {
      bookId,
      entries,
    })
    const [first] = refused
    assert(!first, `the plan of ${entity} was refused: ${first?.message}`)
  }
  return bookId
}

/** Names into ids. What an owner put in stands in the owner's own capital account, where the book has one. */
function entryWriter(
  { currency: own }: PlannedBook,
  { entityIds, businessIds }: PortfolioIds,
  accounts: readonly { id: Id<'account'>; code: string; name: string }[],
): (entry: PlannedEntry) => NewEntry {
  const byCode = new Map(accounts.map(({ code, id }) => [code, id]))
  const capital = new Map(
    accounts.filter(({ code }) => code.startsWith('3010.')).map(({ name, id }) => [name, id]),
  )
  const accountOf = ({ account, partner, counterparty }: PlannedLine) =>
    (account === '3010' ? capital.get(`Capital of ${partner ?? counterparty}`) : undefined) ??
    present(byCode.get(account), `an account ${account}`)
  const toLine = (line: PlannedLine) => {
    const { minor, currency = own, business, isOverhead = false, partner, counterparty = null } = line
    const amount = decimalOf(minor < 0n ? -minor : minor, currency)
    return Object.assign(minor < 0n ? { credit: amount } : { debit: amount }, {
      accountId: accountOf(line),
      currency,
      businessId: business === undefined ? null : present(businessIds.get(business), business),
      partnerEntityId: partner === undefined ? null : present(entityIds.get(partner), partner),
      isOverhead,
      counterparty,
      memo: null,
      tags: [],
    })
  }
  return ({ on, memo, source, externalId, lines }) => ({
    effectiveOn: on,
    memo,
    source,
    externalId,
    lines: lines.map(toLine),
  })
}
