import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { earned, founded, testGroup, withPartner } from './test-group.ts'

const { act, book, owns, consolidate, figures } = await testGroup()

test('control gained in the middle of a year: goodwill of the first day, results from then on, and the rest bought later', async () => {
  const [parent, target] = [await book('Acquirer'), await book('Target')]
  const stakeId = await owns(parent, target, '80', { from: '2026-04-01' })
  await founded(parent, [[undefined, 1000]])
  await founded(target, [[undefined, 300]])
  await earned(target, 60, '2025-08-01')
  await earned(target, 40, '2026-02-01')
  const toTarget = { partnerEntityId: target.entityId }
  await parent.post(parent.lines(['1600', 500, toTarget], ['1010', -500]), { effectiveOn: '2026-04-01' })
  await earned(target, 50, '2026-07-01')
  const first = await figures(await consolidate(parent, '2026-01-01', '2026-09-30'))
  deepEqual(first.totals, {
    // 500 + 450
    cash: '950.00',
    // 500 - 80 % of 300 + 60 + 40
    goodwill: '180.00',
    capital: '1000.00',
    'retained-earnings': '-10.00',
    // 20 % of 450
    'noncontrolling-interest': '90.00',
    // None of the 40 that were earned before control
    revenue: '50.00',
  })

  await act('entities.end-stake', { stakeId, until: '2026-09-30' })
  await owns(parent, target, '100', { from: '2026-10-01' })
  await parent.post(parent.lines(['1600', 100, toTarget], ['1010', -100]), { effectiveOn: '2026-10-01' })
  const made = await consolidate(parent, '2026-01-01', '2026-12-31')
  const { totals } = await figures(made)
  deepEqual(totals, {
    cash: '850.00',
    // Not more of it: between owners nothing is gained
    goodwill: '180.00',
    capital: '1000.00',
    // The others' 10 of the result of 50, and 100 paid for their 90
    'retained-earnings': '-20.00',
    revenue: '50.00',
  })
  deepEqual([made['resultOfOthers'], made['difference']], ['10.00', '0.00'])
})

test('dividends of earlier years are no equity of the group twice, and a stake above 20 % that is judged to control does', async () => {
  const [parent, child] = [await book('Paid earlier'), await book('Pays earlier')]
  await owns(parent, child, '40')
  await act('entities.record-judgement', {
    entityId: child.entityId,
    owner: { entityId: parent.entityId },
    controls: true,
    from: '2025-01-01',
    reason: 'Appoints the board',
  })
  await founded(parent, [[undefined, 500]])
  await founded(child, [
    [parent, 40],
    [undefined, 60],
  ])
  await earned(child, 100, '2025-06-01')
  const paid = { effectiveOn: '2025-12-01' }
  await child.post(
    child.lines(['3500', 20, { partnerEntityId: parent.entityId }], ['3500', 30], ['1010', -50]),
    paid,
  )
  await parent.post(parent.lines(['1010', 20], ['7110', -20, withPartner(child)]), paid)
  const made = await consolidate(parent, '2026-01-01', '2026-12-31')
  const { totals, kinds } = await figures(made)
  deepEqual(totals, {
    // 500 - 40 + 20, and 100 + 100 - 50
    cash: '630.00',
    capital: '500.00',
    // 40 % of 100
    'retained-earnings': '40.00',
    // 60 % of 150
    'noncontrolling-interest': '90.00',
  })
  equal(kinds['distributions elimination:difference'], undefined)
})
