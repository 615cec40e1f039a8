import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { shareOut } from './share-out.ts'
import { rowsOf, testGroup } from './test-group.ts'

const { act, book } = await testGroup()

test('what is shared out adds up to the last cent', () => {
  deepEqual(shareOut(100n, [1n, 1n, 1n]), [34n, 33n, 33n])
  deepEqual(shareOut(100n, [0n, 2n, 1n]), [0n, 67n, 33n])
  deepEqual(shareOut(1n, [3n, 5n]), [0n, 1n])
})

test('the overhead of a month is charged by revenue with a markup, once, and both books agree', async () => {
  const [provider, small, large] = [await book('Provider'), await book('Small'), await book('Large')]
  await provider.post(provider.lines(['6010', 900], ['6040', 100], ['1010', -1000]))
  // Interest is no service
  await provider.post(provider.lines(['7010', 50], ['1010', -50]))
  await small.post(small.lines(['1010', 100], ['4010', -100]))
  await large.post(large.lines(['1010', 200], ['4010', -200]))
  const month = {
    providerEntityId: provider.entityId,
    month: '2026-03',
    basis: 'revenue',
    markupPercent: '7.5',
    receivers: [{ entityId: small.entityId }, { entityId: large.entityId }],
  }
  const made = await act('group.allocate-services', month)
  // 1000 and 7.5 %; a third and two thirds of 1075.00
  deepEqual(
    [made['cost'], made['charged'], rowsOf(made, 'pairs').map((pair) => pair['amount'])],
    ['1000.00', '1075.00', ['358.33', '716.67']],
  )
  equal((await large.balances())['6060 USD'], '716.67')
  equal((await provider.balances())['4100 USD'], '-1075.00')
  equal((await act('group.list-disagreements', { asOf: '2026-12-31' }))['total'], 0)
  await rejects(act('group.allocate-services', month), /Small was charged for 2026-03 already/)
  const april = { ...month, month: '2026-04' }
  await rejects(act('group.allocate-services', april), /Provider has no overhead in 2026-04/)
  await rejects(act('group.allocate-services', { ...april, cost: '10' }), /nothing to share by/)
  await rejects(
    act('group.allocate-services', { ...april, cost: '10', basis: 'headcount' }),
    /nothing to share by/,
  )
  await rejects(
    act('group.allocate-services', { ...april, month: '2026-13', cost: '10' }),
    /no month 2026-13/,
  )
})
