import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { loanPayments } from './loan-payments.ts'
import { lastDayOf, occurrences } from './occurrences.ts'
import type { Terms } from './schedule-schema.ts'

const [debitAccountId, creditAccountId, third] = [newId('account'), newId('account'), newId('account')]
const OF_NOBODY = { businessId: null, isOverhead: true }
const due = (terms: Terms, through = '2199-12-31', endedOn: string | null = null) =>
  occurrences({ terms, currency: 'USD', endedOn }, through)
const last = (terms: Terms, endedOn: string | null = null) => lastDayOf({ terms, currency: 'USD', endedOn })
const spread = (amount: string, months: number, more: object = {}): Terms => ({
  spread: {
    from: '2026-01-31',
    months,
    dayOfMonth: 31,
    amount,
    debitAccountId,
    creditAccountId,
    memo: 'Part',
    ...OF_NOBODY,
    ...more,
  },
})
/** In minor units of dollars, debits positive. */
const minor = (text: string | undefined) => BigInt((text ?? '0').replace('.', ''))
const days = (found: { effectiveOn: string }[]) => found.map(({ effectiveOn }) => effectiveOn)
const seeded = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647

test('what is spread sums to the amount to the cent, whatever the amount and the months', () => {
  const random = seeded(20_261_127)
  for (let at = 0; at < 500; at++) {
    const [amount, months] = [Math.ceil(random() * 1e7), Math.ceil(random() * 600)]
    const parts = due(spread((amount / 100).toFixed(2), months))
    const sum = parts.reduce((total, { lines }) => total + minor(lines[0]?.debit), 0n)
    equal(sum, BigInt(amount), `${amount} over ${months}`)
    ok(parts.every(({ lines }) => lines.length === 2 && lines[0]?.debit === lines[1]?.credit))
  }
  deepEqual(
    due(spread('100', 3)).map(({ number, effectiveOn, memo, lines }) => [
      number,
      effectiveOn,
      memo,
      lines[0]?.debit,
    ]),
    [
      [1, '2026-01-31', 'Part (1 of 3)', '33.33'],
      [2, '2026-02-28', 'Part (2 of 3)', '33.33'],
      [3, '2026-03-31', 'Part (3 of 3)', '33.34'],
    ],
  )
})

test('a loan ends at nothing, its annuity is the same each month but for the last, and its figures are those of the textbook', () => {
  const random = seeded(7)
  for (let at = 0; at < 300; at++) {
    const [principalMinor, months] = [BigInt(Math.ceil(random() * 1e9)), Math.ceil(random() * 600)]
    const yearlyRate = (random() * 0.3).toFixed(4)
    for (const method of ['annuity', 'interest-only'] as const) {
      const payments = loanPayments({ principalMinor, yearlyRate, months, method })
      equal(
        payments.reduce((sum, { repaidMinor }) => sum + repaidMinor, 0n),
        principalMinor,
      )
      ok(payments.every(({ interestMinor, repaidMinor }) => interestMinor >= 0n && repaidMinor >= 0n))
    }
  }
  const payments = loanPayments({
    principalMinor: 10_000_000n,
    yearlyRate: '0.06',
    months: 360,
    method: 'annuity',
  })
  deepEqual(
    [payments[0], payments[1]],
    [
      { interestMinor: 50_000n, repaidMinor: 9955n },
      { interestMinor: 49_950n, repaidMinor: 10_005n },
    ],
  )
  const totals = new Set(
    payments.slice(0, -1).map(({ interestMinor, repaidMinor }) => interestMinor + repaidMinor),
  )
  deepEqual([...totals], [59_955n])
  const alone = loanPayments({ principalMinor: 120_000n, yearlyRate: '0', months: 7, method: 'annuity' })
  deepEqual([alone[0]?.repaidMinor, alone[6]?.repaidMinor], [17_143n, 17_142n])
})

test('a loan posts interest, repayment and cash, and interest alone until its last month', () => {
  const loan = {
    from: '2026-01-15',
    months: 2,
    dayOfMonth: 15,
    principal: '1000',
    yearlyRate: '0.12',
    method: 'interest-only' as const,
    interestAccountId: debitAccountId,
    loanAccountId: creditAccountId,
    cashAccountId: third,
    memo: 'Loan',
    ...OF_NOBODY,
  }
  deepEqual(
    due({ loan }).map(({ effectiveOn, lines }) =>
      [effectiveOn].concat(lines.map(({ debit, credit }) => debit ?? `-${credit}`)),
    ),
    [
      ['2026-01-15', '10.00', '-10.00'],
      ['2026-02-15', '10.00', '1000.00', '-1010.00'],
    ],
  )
})

test('what recurs falls on its day or the last of a shorter month, from its first day to its end', () => {
  const line = { ...OF_NOBODY, partnerEntityId: null, counterparty: null, memo: null, tags: [] }
  const lines = [
    { accountId: debitAccountId, debit: '5', ...line },
    { accountId: creditAccountId, credit: '5', ...line },
  ]
  const recurring = { from: '2028-01-31', until: null, dayOfMonth: 30, memo: 'Rent', lines }
  deepEqual(days(due({ recurring }, '2028-04-30')), ['2028-02-29', '2028-03-30', '2028-04-30'])
  deepEqual(days(due({ recurring }, '2028-04-29')), ['2028-02-29', '2028-03-30'])
  deepEqual(days(due({ recurring: { ...recurring, until: '2028-03-30' } })), ['2028-02-29', '2028-03-30'])
  deepEqual(days(due({ recurring }, '2199-01-01', '2028-03-01')), ['2028-02-29'])
  equal(due({ recurring }).length, 599)
  const [there, back] = due({ reversing: { on: '2026-12-31', memo: 'Accrued', lines } })
  deepEqual(
    [there?.effectiveOn, back?.effectiveOn, back?.memo],
    ['2026-12-31', '2027-01-01', 'Reversal: Accrued'],
  )
  deepEqual([back?.lines[0]?.credit, back?.lines[0]?.debit, back?.lines[1]?.debit], ['5', undefined, '5'])
})

test('the last day is that of the last part, or of the last before its end', () => {
  equal(last(spread('10.00', 3)), '2026-03-31')
  equal(last(spread('10.00', 3), '2026-03-01'), '2026-02-28')
})
