import { deepEqual, equal, match, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { carryOut } from '#server/modules/approvals/carry-out.ts'
import { problemOf, testApprovals } from '#server/modules/approvals/test-approvals.ts'
import { booksIn } from '#server/modules/ledger/test-ledger.ts'
import { linesEver } from './occurrences.ts'
import { postDue } from './post-due.ts'
import { Terms } from './schedule-schema.ts'

const CREATE = 'closing.create-schedule'

const way = await testApprovals()
const { asks, call, first, second, machineKey } = way
const { act, open, entity } = await booksIn(way)

async function limited(name: string) {
  const book = await open(await entity(`${name} LLC`))
  await call('ledger.set-manual-limit', { bookId: book.bookId, limit: '100' }, first.token)
  const plan = (terms: object) => ({ bookId: book.bookId, name, ...terms })
  const lines = (amount: string) => book.lines(['1010', amount], ['3010', `-${amount}`])
  const parts = { from: '2026-01-01', dayOfMonth: 31, isOverhead: true, memo: name }
  return {
    ...book,
    recurring: (amount: string, more: object = {}) =>
      plan({ recurring: { from: '2026-01-01', dayOfMonth: 5, memo: name, lines: lines(amount), ...more } }),
    reversing: (amount: string) =>
      plan({ reversing: { on: '2026-03-31', memo: name, lines: lines(amount) } }),
    spread: (amount: string, months: number) =>
      plan({
        spread: {
          ...parts,
          amount,
          months,
          debitAccountId: book.account('5020'),
          creditAccountId: book.account('1300'),
        },
      }),
    loan: (principal: string, months: number) =>
      plan({
        loan: {
          ...parts,
          principal,
          months,
          yearlyRate: '0.12',
          method: 'interest-only',
          interestAccountId: book.account('6020'),
          loanAccountId: book.account('2100'),
          cashAccountId: book.account('1010'),
        },
      }),
    schedules: async () => (await act('closing.list-schedules', { bookId: book.bookId }))['total'],
  }
}

test('a schedule above the limit is not there until somebody else accepted it; then it posts, and nobody is asked again', async () => {
  const { recurring, schedules, balances } = await limited('Planned')
  const given = recurring('1000000', { until: '2026-01-31' })
  const approvalId = await asks(CREATE, given, first.token)
  equal(await schedules(), 0)
  const seen = await call('approvals.get-approval', { approvalId }, second.token)
  deepEqual([seen['because'], seen['canDecide']], ['demanded', true])
  match(
    String(seen['demand']),
    /over 1,000,000\.00 USD is above the limit of the book of Planned LLC, which is 100\.00 USD/,
  )
  const accept = (token: string) => problemOf(call('approvals.accept-approval', { approvalId }, token))
  equal((await accept(first.token))?.code, 'approvals.self-approval')
  equal(await accept(second.token), undefined)
  const worker = way.startWorking([carryOut, postDue])
  await way.untilApproval(approvalId, 'done')
  equal(await schedules(), 1)
  await way.until(await way.enqueue(postDue, {}), 'done')
  await worker.close()
  deepEqual(await balances(), { '1010 USD': '1000000.00', '3010 USD': '-1000000.00' })
  notEqual(await asks(CREATE, given, first.token), approvalId, 'it was accepted once')
  notEqual(await asks(CREATE, recurring('1000000'), first.token), approvalId, 'and that input alone')
})

test('up to the limit nobody is asked, and a dry run only tells the plan', async () => {
  const { bookId, recurring, reversing, spread, loan, schedules, account } = await limited('Below')
  const exchange = (more: object) => ({ accountId: account('3900'), ...more })
  const { id: euros } = await act('ledger.create-account', {
    bookId,
    code: '1012',
    name: 'Euros',
    type: 'asset',
    role: 'cash',
    currency: 'EUR',
    isMonetary: true,
  })
  const foreign = [
    { accountId: euros, debit: '5000' },
    exchange({ currency: 'EUR', credit: '5000' }),
    exchange({ currency: 'USD', debit: '100' }),
    { accountId: account('1010'), credit: '100' },
  ]
  for (const given of [
    recurring('100'),
    recurring('100', { from: '2199-12-01', dayOfMonth: 31 }),
    recurring('1', { lines: foreign }),
    reversing('100'),
    spread('300', 3),
    loan('99', 12),
  ])
    await call(CREATE, given, first.token)
  equal(await schedules(), 6)
  await asks(CREATE, recurring('100.01'), machineKey)
  const { output } = await way.invoke({
    operation: CREATE,
    input: recurring('100.01'),
    credential: { token: first.token, isLocal: true },
    door: 'test',
    requestId: 'dry',
    isDryRun: true,
  })
  equal(Object(output['occurrences'])[0].effectiveOn, '2026-01-05')
  equal(await schedules(), 6)
})

test('any entry of it counts, also the last of many and what is taken back, and one without an end is asked as fast', async () => {
  const { recurring, reversing, spread, loan, schedules } = await limited('Any')
  for (const given of [
    recurring('100.01', { from: '2199-12-01' }),
    reversing('100.01'),
    // 599 parts of 99.99, and 100.59 in the last, which lies fifty years ahead.
    spread('59994.60', 600),
    loan('100', 600),
  ])
    await asks(CREATE, given, first.token)
  equal(await schedules(), 0)
})

test('what recurs without an end has its lines once, and what comes in parts has those of each', () => {
  const line = { accountId: newId('account'), debit: '1' }
  const terms = {
    recurring: { from: '2026-01-01', dayOfMonth: 1, memo: 'Rent', lines: [line, line] },
    spread: {
      from: '2026-01-01',
      months: 600,
      dayOfMonth: 1,
      amount: '6000',
      memo: 'Parts',
      debitAccountId: newId('account'),
      creditAccountId: newId('account'),
    },
  }
  equal(linesEver(Terms.parse({ recurring: terms.recurring }), 'USD').length, 1)
  equal(linesEver(Terms.parse({ spread: terms.spread }), 'USD').length, 600)
})
