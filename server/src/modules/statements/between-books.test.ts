import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { testLedger } from '../ledger/test-ledger.ts'
import { agreedBetween } from './agreed-between.ts'
import type { Owed } from './statements-queries.ts'
import { rowsOf, unmet } from './test-statements.ts'

const { act, entity, open } = await testLedger()
const END = { to: '2026-03-31' }

async function sheet(categoryId: unknown, more: object = {}): Promise<Record<string, string>> {
  const told = await act('statements.get-statement', {
    kind: 'balance-sheet',
    categoryId,
    periods: [END],
    ...more,
  })
  deepEqual(unmet(told), [])
  return rowsOf(told)
}

const looked = (rows: Record<string, string>) =>
  ['Due from group entities', 'Due to group entities', 'Total assets', 'Liabilities and equity'].map(
    (name) => rows[name],
  )

async function pair(currency = 'USD') {
  const { id: categoryId } = await act('businesses.create-category', { name: `Of ${newId('category')}` })
  const place = async (name: string, unit: string) => {
    const book = await open(await entity(`${name} ${newId('entity').slice(-6)}`, unit), 'ifrs')
    await act('ledger.balance-by-business', { bookId: book.bookId, from: '2025-01-01' })
    const given = { name: `${name} ${newId('business').slice(-6)}`, entityId: book.entityId, categoryId }
    const made = await act('businesses.create-business', given)
    return { ...book, businessId: String(made['id']) }
  }
  return { categoryId, mill: await place('Mill', 'USD'), shop: await place('Shop', currency) }
}

/** The mill says that the shop owes it so much, and the shop says what it owes. */
async function owe({ mill, shop }: Awaited<ReturnType<typeof pair>>, claim: number, debt: number) {
  const [own, theirs] = [{ businessId: mill.businessId }, { businessId: shop.businessId }]
  const [withShop, withMill] = [{ partnerEntityId: shop.entityId }, { partnerEntityId: mill.entityId }]
  await mill.post(
    mill.lines(['1150', claim, { ...own, ...withShop }], ['4100', -claim, { ...own, ...withShop }]),
    { effectiveOn: '2026-02-01' },
  )
  await shop.post(
    shop.lines(['6060', debt, { ...theirs, ...withMill }], ['2050', -debt, { ...theirs, ...withMill }]),
    { effectiveOn: '2026-02-01' },
  )
}

test('what businesses of a category owe each other across books is taken out of both sides, as far as both say so', async () => {
  const given = await pair()
  await owe(given, 300, 300)
  deepEqual(looked(await sheet(given.categoryId)), ['300.00', '300.00', '0.00', '0.00'])
  await owe(given, 100, 60)
  deepEqual(looked(await sheet(given.categoryId)), ['400.00', '360.00', '40.00', '40.00'])
  // A business outside the category is no party to it.
  const { id: elsewhere } = await act('businesses.create-category', { name: 'Elsewhere' })
  await act('businesses.update-business', { businessId: given.shop.businessId, categoryId: elsewhere })
  deepEqual(looked(await sheet(given.categoryId)), ['400.00', undefined, '400.00', '400.00'])
})

const [one, other] = [newId('entity'), newId('entity')]
const [claims, more, debts] = [newId('account'), newId('account'), newId('account')]
const owed = (caption: Owed['caption'], accountId: Owed['accountId'], minor: bigint): Owed => {
  const isClaim = caption === 'due-from-group' || caption === 'loans-to-group'
  const [entityId, partnerId] = isClaim ? [one, other] : [other, one]
  return { at: 0, accountId, currency: 'USD', minor, caption, entityId, partnerId }
}
const takenOf = (...rows: Owed[]) => agreedBetween(rows).map(({ accountId, minor }) => [accountId, minor])

test('both sides are taken out alike: several accounts one after the other, and nothing of what only one side says', () => {
  deepEqual(
    takenOf(
      owed('due-from-group', claims, 70n),
      owed('due-from-group', more, 50n),
      owed('due-to-group', debts, -100n),
    ),
    [
      [claims, 70n],
      [more, 30n],
      [debts, -100n],
    ],
  )
  deepEqual(takenOf(owed('due-from-group', claims, 70n)), [])
  deepEqual(takenOf(owed('due-from-group', claims, 70n), owed('loans-from-group', debts, -70n)), [])
  deepEqual(takenOf(owed('due-from-group', claims, -70n), owed('due-to-group', debts, -70n)), [])
  deepEqual(
    takenOf(
      owed('due-from-group', claims, -20n),
      owed('due-from-group', more, 90n),
      owed('due-to-group', debts, -70n),
    ),
    [
      [more, 70n],
      [debts, -70n],
    ],
  )
})
