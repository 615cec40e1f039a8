import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { emptySchedule, goesOnAfter, rateOf, scheduleInput } from './schedule-draft.ts'

test('what has more days than a year shows says so', () => {
  const draft = { ...emptySchedule(), months: '24' }
  equal(goesOnAfter('loan', draft, ['2026-01-31']), true)
  equal(goesOnAfter('spread', { ...draft, months: '1' }, ['2026-01-31']), false)
  equal(goesOnAfter('recurring', draft, ['2026-01-31']), true)
  equal(goesOnAfter('recurring', { ...draft, until: '2026-03-31' }, ['2026-01-31']), false)
  equal(goesOnAfter('reversing', draft, ['2026-01-31', '2026-02-01']), false)
})

test('percent become a rate digit by digit', () => {
  deepEqual(['6', '4.5', '12.25', '0', '100', '0.125'].map(rateOf), [
    '0.06',
    '0.045',
    '0.1225',
    '0',
    '1',
    '0.00125',
  ])
})

test('a loan is sent with its own accounts, and overhead where nobody is named', () => {
  const draft = { ...emptySchedule(), name: ' Van ', memo: 'Van', from: '2026-01-01', months: '24' }
  const given = { amount: '24,000', yearlyRate: '6', place: 'overhead', debitAccountId: 'a' }
  const more = { creditAccountId: 'b', cashAccountId: 'c', dayOfMonth: '1' }
  const { input } = scheduleInput(
    'loan',
    { ...draft, ...given, ...more },
    { bookId: 'k', accounts: new Map() },
  )
  deepEqual(input, {
    bookId: 'k',
    name: 'Van',
    loan: {
      from: '2026-01-01',
      months: 24,
      dayOfMonth: 1,
      principal: '24000',
      yearlyRate: '0.06',
      method: 'annuity',
      interestAccountId: 'a',
      loanAccountId: 'b',
      cashAccountId: 'c',
      isOverhead: true,
      memo: 'Van',
    },
  })
})
