import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { testLedger } from '../ledger/test-ledger.ts'
import { rowsOf } from './test-statements.ts'

const Q1 = { from: '2026-01-01', to: '2026-03-31' }

function wanted(rows: Record<string, string>) {
  return [
    rows['Revenue from group entities'],
    rows['Between businesses of the category'],
    rows['Gross profit'],
    rows['Net result'],
  ]
}

test('what two businesses of a category charged each other is taken out of both sections, and comes back with neither', async () => {
  const { act, entity, open } = await testLedger()
  const { id: categoryId } = await act('businesses.create-category', { name: 'Socks together' })
  const [maker, seller] = [
    await open(await entity('Sock Maker LLC'), 'ifrs'),
    await open(await entity('Sock Seller LLC'), 'ifrs'),
  ]
  const placed = async (name: string, entityId: string, more: object = {}) =>
    String(
      (await act('businesses.create-business', Object.assign({ name, entityId, categoryId }, more)))['id'],
    )
  const [mill, shop] = [
    await placed('Sock mill', maker.entityId),
    await placed('Sock shop two', seller.entityId),
  ]
  const stranger = String(
    (await act('businesses.create-business', { name: 'Hat shop', entityId: seller.entityId }))['id'],
  )
  const charge = (businessId: string, amount: string) =>
    act('group.post-intercompany', {
      kind: 'charge',
      from: { entityId: maker.entityId, businessId: mill },
      to: { entityId: seller.entityId, businessId },
      amount,
      currency: 'USD',
      effectiveOn: '2026-02-01',
      memo: 'Design of socks',
    })
  await maker.post(maker.lines(['1010', 1000], ['4010', -1000, { businessId: mill, isOverhead: false }]), {
    effectiveOn: '2026-02-01',
  })
  const pair = await charge(shop, '300')
  await charge(stranger, '70')
  const ask = { kind: 'income-statement', categoryId, periods: [Q1] }
  const told = rowsOf(await act('statements.get-statement', ask))
  // Of 370 that the mill charged, 70 went to a shop outside the category; the last row that is called so is that of the costs.
  deepEqual(wanted(told), ['370.00', '-300.00', '1070.00', '1070.00'])
  await act('ledger.reverse-entry', {
    entryId: pair['fromEntryId'],
    effectiveOn: '2026-03-01',
    memo: 'Wrong month',
  })
  await act('ledger.reverse-entry', {
    entryId: pair['toEntryId'],
    effectiveOn: '2026-03-01',
    memo: 'Wrong month',
  })
  deepEqual(wanted(rowsOf(await act('statements.get-statement', ask))), [
    '70.00',
    undefined,
    '1070.00',
    '1070.00',
  ])
})
