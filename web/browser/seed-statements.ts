import { today } from '#kernel/periods.ts'
import type { TestSystem } from '#server/test-system.ts'
import { booksByRest } from './books-by-rest.ts'

/**
 * A book with a first day of this year and one of the last: whatever day it is, both are in what a statement shows by default. And one
 * of another entity in which nothing is posted.
 */
export async function seedStatements(system: TestSystem) {
  const { send, made, open, accountsOf } = booksByRest(system)
  const { entityId, bookId } = await open('Saltmarsh Holding LLC')
  const categoryId = await made('businesses.create-category', { name: 'Freight' })
  const business = { name: 'Saltmarsh Ferries', entityId, categoryId }
  const businessId = await made('businesses.create-business', business)
  const account = await accountsOf(bookId)
  const year = Number(today().slice(0, 4))
  /** Debits positive; income and expenses are of the business, unless they are overhead. */
  const post = (ofYear: number, memo: string, lines: [code: string, amount: number, isOverhead?: true][]) =>
    send('ledger.post-entry', {
      bookId,
      effectiveOn: `${ofYear}-01-01`,
      memo,
      lines: lines.map(([code, amount, isOverhead]) => {
        const accountId = account(code)
        const side = amount > 0 ? { debit: String(amount) } : { credit: String(-amount) }
        const place = isOverhead ? { isOverhead } : /^[4-7]/.test(code) ? { businessId } : {}
        return Object.assign({ accountId }, side, place)
      }),
    })
  await post(year - 1, 'Capital paid in', [
    ['1010', 10_000],
    ['3010', -10_000],
  ])
  await post(year - 1, 'First crossings', [
    ['1010', 400],
    ['4010', -400],
  ])
  await post(year - 1, 'Fuel of the first crossings', [
    ['5010', 100],
    ['1010', -100],
  ])
  await post(year, 'Crossings on account', [
    ['1100', 900],
    ['4010', -900],
  ])
  await post(year, 'Fuel', [
    ['5010', 250],
    ['1010', -250],
  ])
  await post(year, 'Posters', [
    ['6020', 120],
    ['2010', -120],
  ])
  await post(year, 'Office', [
    ['6040', 80, true],
    ['1010', -80],
  ])
  const empty = await open('Empty Shell LLC')
  return { entityId, bookId, businessId, categoryId, year, emptyBookId: empty.bookId }
}
