import type { TestSystem } from '#server/test-system.ts'
import { booksByRest } from './books-by-rest.ts'

/**
 * Two books with a January: one has cash, euros that were never revalued, and a schedule that is due; the other has one entry without
 * cash, and lacks a review alone.
 */
export async function seedClosing(system: TestSystem) {
  const { send, made, accountsOf, open: openBook } = booksByRest(system)
  const open = async (name: string) => {
    const book = await openBook(name)
    const post = (memo: string, lines: object[]) =>
      send('ledger.post-entry', { bookId: book.bookId, effectiveOn: '2026-01-15', memo, lines })
    return { ...book, account: await accountsOf(book.bookId), post }
  }
  const harbour = await open('Harbour Works LLC')
  const { bookId, account } = harbour
  const euros = await made('ledger.create-account', {
    bookId,
    code: '1015',
    name: 'Operating in euros',
    type: 'asset',
    currency: 'EUR',
    isMonetary: true,
  })
  await harbour.post('Capital paid in', [
    { accountId: account('1010'), debit: '10000.00' },
    { accountId: account('3010'), credit: '10000.00' },
  ])
  await harbour.post('Euros bought', [
    { accountId: euros, debit: '100.00' },
    { accountId: account('3900'), credit: '100.00', currency: 'EUR' },
    { accountId: account('3900'), debit: '110.00', currency: 'USD' },
    { accountId: account('1010'), credit: '110.00' },
  ])
  await send('ledger.record-rates', {
    rates: [{ base: 'EUR', quote: 'USD', on: '2026-01-31', rate: '1.2', source: 'ECB' }],
  })
  await send('closing.create-schedule', {
    bookId,
    name: 'Hosting',
    spread: {
      from: '2026-01-01',
      months: 12,
      dayOfMonth: 31,
      amount: '1200.00',
      debitAccountId: account('6040'),
      creditAccountId: account('1010'),
      isOverhead: true,
      memo: 'Hosting of the year',
    },
  })
  const quiet = await open('Quiet Shell LLC')
  await quiet.post('Equipment brought in', [
    { accountId: quiet.account('1100'), debit: '500.00' },
    { accountId: quiet.account('3010'), credit: '500.00' },
  ])
  return { bookId, quietId: quiet.bookId, entityId: harbour.entityId }
}
