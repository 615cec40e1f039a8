import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { earned, founded, notesIn, statementOf, testGroup, withPartner, type TestBook } from './test-group.ts'

const YEAR = ['2026-01-01', '2026-12-31'] as const
const { act, book, owns, consolidate, figures } = await testGroup()

/**
 * 80 % for 400 of what has 300: goodwill of 160, and 100 earned since. In July 2026 a quarter of the stake is sold, which stands at 100;
 * 60 are earned before and 40 after.
 */
async function soldInPart(name: string): Promise<{ parent: TestBook; child: TestBook; stakeId: string }> {
  const [parent, child] = [await book(`${name} Parent`), await book(`${name} Child`)]
  const first = await owns(parent, child, '80', { from: '2025-07-01' })
  await founded(parent, [[undefined, 1000]])
  await founded(child, [[undefined, 300]])
  await parent.post(parent.lines(['1600', 400, { partnerEntityId: child.entityId }], ['1010', -400]), {
    effectiveOn: '2025-07-01',
  })
  await earned(child, 100, '2025-10-01')
  await earned(child, 60, '2026-03-01')
  await act('entities.end-stake', { stakeId: first, until: '2026-06-30' })
  const stakeId = await owns(parent, child, '60', { from: '2026-07-01' })
  await earned(child, 40, '2026-09-01')
  return { parent, child, stakeId }
}

const SOLD = {
  // 1000 - 400 + 150, and 500
  cash: '1250.00',
  // None of it is sold: it is the parent's own, as at first
  goodwill: '160.00',
  capital: '1000.00',
  // 80 before, the others' 28 of the result, and 150 less 20 % of 460
  'retained-earnings': '110.00',
  // 40 % of 500
  'noncontrolling-interest': '200.00',
  revenue: '100.00',
}

test('from 80 % to 60 %: no gain of the group, and what was received beyond the part of others is equity', async () => {
  const { parent, child, stakeId } = await soldInPart('Kept')
  const toChild = { partnerEntityId: child.entityId }
  await parent.post(parent.lines(['1010', 150], ['1600', -100, toChild], ['7100', -50]), {
    effectiveOn: '2026-07-01',
  })
  const made = await consolidate(parent, ...YEAR)
  const { totals, kinds, whole } = await figures(made)
  deepEqual(totals, SOLD)
  equal(kinds['interest-income elimination:investment'], '-50.00')
  // 20 % of 60, and 40 % of 40
  deepEqual([made['result'], made['resultOfOthers'], made['difference']], ['100.00', '28.00', '0.00'])
  deepEqual(notesIn(whole), [])
  deepEqual(await statementOf(act, made), [
    'Operating activities: 100.00',
    '  Net result: 100.00',
    'Investing activities: 0.00',
    '  Investments in entities: 0.00',
    'Financing activities: 150.00',
    '  Noncontrolling interest: 150.00',
    'Net cash flow: 250.00',
    'Cash at the beginning: 1000.00',
    'Cash at the end: 1250.00',
  ])

  // Bought back for 140: what is paid beyond 20 % of 500 is equity, and no goodwill.
  await act('entities.end-stake', { stakeId, until: '2027-01-31' })
  await owns(parent, child, '80', { from: '2027-02-01' })
  await parent.post(parent.lines(['1600', 140, toChild], ['1010', -140]), { effectiveOn: '2027-02-01' })
  const next = await consolidate(parent, '2027-01-01', '2027-12-31')
  deepEqual((await figures(next)).totals, {
    cash: '1110.00',
    goodwill: '160.00',
    capital: '1000.00',
    // 110 and the 100 of the year before, less 40
    'retained-earnings': '170.00',
    'noncontrolling-interest': '100.00',
  })
  equal(next['difference'], '0.00')
})

test('a gain that names the entity, booked on the last day of the old stake, is the same', async () => {
  const { parent, child } = await soldInPart('Named')
  await parent.post(
    parent.lines(
      ['1010', 150],
      ['1600', -100, { partnerEntityId: child.entityId }],
      ['7100', -50, withPartner(child)],
    ),
    { effectiveOn: '2026-06-30' },
  )
  const made = await consolidate(parent, ...YEAR)
  deepEqual((await figures(made)).totals, SOLD)
  deepEqual((await statementOf(act, made)).slice(4, 6), [
    'Financing activities: 150.00',
    '  Noncontrolling interest: 150.00',
  ])
})

test('given away below what it stands at, the loss is none either; written down without a sale, it stays', async () => {
  const { parent, child } = await soldInPart('Given')
  const toChild = { partnerEntityId: child.entityId }
  await parent.post(parent.lines(['7020', 100], ['1600', -100, toChild]), { effectiveOn: '2026-07-01' })
  const { totals } = await figures(await consolidate(parent, ...YEAR))
  // 150 less than above
  deepEqual(
    [totals['retained-earnings'], totals['other-financial-expense'], totals['cash']],
    ['-40.00', undefined, '1100.00'],
  )
  await parent.post(parent.lines(['7020', 30], ['1600', -30, toChild]), { effectiveOn: '2026-12-01' })
  const next = await figures(await consolidate(parent, ...YEAR))
  equal(next.totals['other-financial-expense'], '30.00')
})

/** What is paid, what the stake stood at, and the gain, each in an entry of its own and through the account of what is on its way. */
async function throughClearing(
  { parent, child }: { parent: TestBook; child: TestBook },
  paid: readonly number[],
) {
  for (const amount of paid)
    await parent.post(parent.lines(['1010', amount], ['1020', -amount]), { effectiveOn: '2026-07-01' })
  await parent.post(parent.lines(['1020', 100], ['1600', -100, { partnerEntityId: child.entityId }]), {
    effectiveOn: '2026-07-10',
  })
  await parent.post(parent.lines(['1020', 50], ['7100', -50]), { effectiveOn: '2026-08-05' })
}

test('the gain in another entry than the stake is found where one account ties both to one price', async () => {
  const both = await soldInPart('Through')
  await throughClearing(both, [150])
  const made = await consolidate(both.parent, ...YEAR)
  const { totals, whole } = await figures(made)
  deepEqual(totals, SOLD)
  deepEqual(notesIn(whole), [])
  deepEqual((await statementOf(act, made)).slice(-5, -2), [
    'Financing activities: 150.00',
    '  Noncontrolling interest: 150.00',
    'Net cash flow: 250.00',
  ])
})

test('where more passes through that account, nothing is guessed: the gain stays, and a note names the stake', async () => {
  const both = await soldInPart('Mixed')
  await throughClearing(both, [90, 60])
  const made = await consolidate(both.parent, ...YEAR)
  const { totals, whole } = await figures(made)
  deepEqual(
    [totals['interest-income'], totals['retained-earnings'], made['difference']],
    ['50.00', '60.00', '0.00'],
  )
  deepEqual(notesIn(whole), [
    'Mixed Child: A stake that stood at 100.00 USD was sold, and which gain or loss belongs to it cannot be told from the books: it stays where it was booked, in the result and in operating cash. Book it in the entry that takes from the investment.',
  ])
})
