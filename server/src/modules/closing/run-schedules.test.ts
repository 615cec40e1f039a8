import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { testLedger } from '#server/modules/ledger/test-ledger.ts'
import { refusal } from '#server/test-refusal.ts'
import { boardRow, checksIn } from './test-closing.ts'

const way = await testLedger()
const { act } = way
const fresh = async (name: string) => way.open(await way.entity(name))
type Book = Awaited<ReturnType<typeof fresh>>

const prepaid = (book: Book, more: object = {}) => ({
  from: '2026-01-01',
  months: 3,
  dayOfMonth: 31,
  amount: '100.00',
  debitAccountId: book.account('5020'),
  creditAccountId: book.account('1300'),
  isOverhead: true,
  memo: 'Hosting',
  ...more,
})
const create = (book: Book, terms: object) =>
  act('closing.create-schedule', { bookId: book.bookId, name: 'Hosting of the quarter', ...terms })
const run = async (book: Book, through: string) => {
  const { outcomes } = await act('closing.run-schedules', { bookIds: [book.bookId], through })
  return Object(outcomes).map(({ number, effectiveOn, code }: Record<string, unknown>) => [
    number,
    effectiveOn,
    code,
  ])
}

test('what is due is posted once, also when two run it at once, and the plan and the proof of the books know it', async () => {
  const book = await fresh('Spread LLC')
  const { id: scheduleId } = await create(book, { spread: prepaid(book) })
  const [first, second] = await Promise.all([run(book, '2026-02-28'), run(book, '2026-02-28')])
  deepEqual(
    [...first, ...second].filter(([, , code]) => code !== null),
    [],
  )
  deepEqual(await run(book, '2026-02-28'), [])
  deepEqual(await book.balances(), { '1300 USD': '-66.66', '5020 USD': '66.66' })
  deepEqual(await run(book, '2026-12-31'), [[3, '2026-03-31', null]])
  const { occurrences, kind } = await act('closing.get-schedule', { scheduleId })
  deepEqual(
    [
      kind,
      ...Object(occurrences).map(({ entryId, lines }: Record<string, unknown>) => [
        typeof entryId,
        Object(lines)[0].debit,
      ]),
    ],
    ['spread', ['string', '33.33'], ['string', '33.33'], ['string', '33.34']],
  )
  const entry = await act('ledger.get-entry', { entryId: Object(occurrences)[2].entryId })
  deepEqual(
    [entry['source'], entry['externalId'], entry['memo']],
    ['schedule', `schedule:${String(scheduleId)}:3`, 'Hosting (3 of 3)'],
  )
  const proof = await act('ledger.verify-entries', { bookId: book.bookId })
  deepEqual([proof['findings'], Number(proof['checked']) >= 3], [[], true])
})

test('what is refused is told by itself, waits for the month to be right, and keeps it from being closed', async () => {
  const book = await fresh('Refused LLC')
  await create(book, { spread: prepaid(book) })
  await create(book, { spread: prepaid(book, { isOverhead: false, from: '2026-02-01', months: 1 }) })
  deepEqual(await run(book, '2026-02-28'), [
    [1, '2026-01-31', null],
    [2, '2026-02-28', null],
    [1, '2026-02-28', 'ledger.entry-refused'],
  ])
  const [january, february] = [
    await boardRow(act, book.bookId, '2026-01'),
    await boardRow(act, book.bookId, '2026-02'),
  ]
  deepEqual([checksIn(january)['schedules'], checksIn(february)['schedules']], [true, false])
  const check = february.checks.find((one) => one.check === 'schedules')
  match(check?.says ?? '', /"Hosting of the quarter" is due on 2026-02-28 and could not be posted/)
  equal(check?.fix?.operation, 'closing.run-schedules')
  const close = { bookIds: [book.bookId], kind: 'hard', despite: 'A test.' }
  await act('closing.close-period', { ...close, month: '2026-01' })
  await act('closing.close-period', { ...close, month: '2026-02' })
  deepEqual(await run(book, '2026-02-28'), [[1, '2026-02-28', 'ledger.entry-refused']])
})

test('a schedule ends with a day, and what cannot be is refused', async () => {
  const book = await fresh('Ended LLC')
  const { id: scheduleId } = await create(book, {
    recurring: {
      from: '2026-01-01',
      dayOfMonth: 5,
      memo: 'Rent',
      lines: book.lines(['6020', 10], ['1010', -10]),
    },
  })
  const lastOf = async () => (await act('closing.get-schedule', { scheduleId }))['lastOn']
  equal(await lastOf(), null, 'it goes on')
  equal((await act('closing.end-schedule', { scheduleId, endedOn: '2026-02-07' }))['endedOn'], '2026-02-07')
  equal(await lastOf(), '2026-02-05')
  deepEqual(await run(book, '2026-06-30'), [
    [1, '2026-01-05', null],
    [2, '2026-02-05', null],
  ])
  const { id: accrual } = await create(book, {
    reversing: { on: '2026-03-31', memo: 'Accrued', lines: book.lines(['6020', 7], ['2100', -7]) },
  })
  deepEqual(await run(book, '2026-06-30'), [
    [1, '2026-03-31', null],
    [2, '2026-04-01', null],
  ])
  deepEqual(await book.balances({ effectiveOn: '2026-04-01' }), { '1010 USD': '-20.00', '6020 USD': '20.00' })
  const { items, total } = await act('closing.list-schedules', { bookId: book.bookId, limit: 1 })
  deepEqual([Object(items)[0].id, total], [accrual, 2])
  const wrong: [terms: object, code: string][] = [
    [{}, 'closing.one-kind'],
    [
      {
        spread: prepaid(book),
        reversing: { on: '2026-03-31', memo: 'Two', lines: book.lines(['6020', 7], ['2100', -7]) },
      },
      'closing.one-kind',
    ],
    [{ spread: prepaid(book, { amount: '1.005' }) }, 'ledger.amount-refused'],
    [{ spread: prepaid(book, { amount: '0' }) }, 'ledger.amount-refused'],
    [{ spread: prepaid(book, { debitAccountId: newId('account') }) }, 'ledger.account-not-found'],
    [{ spread: prepaid(book, { months: 601 }) }, 'catalogue.invalid-input'],
  ]
  for (const [terms, code] of wrong) equal((await refusal(create(book, terms))).code, code)
  equal(
    (await refusal(act('closing.run-schedules', { bookIds: [newId('book')], through: '2026-01-31' }))).code,
    'ledger.book-not-found',
  )
})
