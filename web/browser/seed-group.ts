import type { TestSystem } from '#server/test-system.ts'
import { booksByRest } from './books-by-rest.ts'

/**
 * A holding that owns 80 % of a shop, each with a book: capital, a charge of shared services on both sides, and a sale. And a debt that
 * only the shop has booked, after the days that are consolidated.
 */
export async function seedGroup(system: TestSystem) {
  const { send, open, accountsOf } = booksByRest(system)
  const funded = async (bookId: string) => {
    const own = await accountsOf(bookId)
    const lines = [
      { accountId: own('1010'), debit: '1000.00' },
      { accountId: own('3010'), credit: '1000.00' },
    ]
    await send('ledger.post-entry', { bookId, effectiveOn: '2026-01-02', memo: 'Share capital', lines })
  }
  const [holding, shop] = [await open('Lark Holding LLC', 'ifrs'), await open('Lark Shop LLC', 'ifrs')]
  await send('entities.record-stake', {
    entityId: shop.entityId,
    owner: { entityId: holding.entityId },
    votingPercent: '80',
    economicPercent: '80',
    from: '2025-01-01',
  })
  const pair = (kind: string, amount: string, effectiveOn: string, memo: string) =>
    send('group.post-intercompany', {
      kind,
      from: { entityId: holding.entityId, ...(kind === 'charge' && { isOverhead: true }) },
      to: { entityId: shop.entityId, ...(kind === 'charge' && { isOverhead: true }) },
      amount,
      currency: 'USD',
      effectiveOn,
      memo,
    })
  await funded(holding.bookId)
  await pair('capital', '800.00', '2026-01-15', 'Capital of the shop')
  await pair('charge', '500.00', '2026-03-31', 'Shared services of March')
  const account = await accountsOf(shop.bookId)
  const post = (effectiveOn: string, memo: string, lines: object[]) =>
    send('ledger.post-entry', { bookId: shop.bookId, effectiveOn, memo, lines })
  await post('2026-02-10', 'Sales of February', [
    { accountId: account('1010'), debit: '900.00' },
    { accountId: account('4010'), credit: '900.00', isOverhead: true },
  ])
  await post('2026-05-02', 'Services that nobody charged', [
    { accountId: account('6060'), debit: '40.00', isOverhead: true, partnerEntityId: holding.entityId },
    { accountId: account('2050'), credit: '40.00', partnerEntityId: holding.entityId },
  ])
  return { holding, shop }
}
