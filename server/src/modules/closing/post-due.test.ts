import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, monthDays, periodOf, previousPeriod, today } from '#kernel/periods.ts'
import { testRuns } from '#server/runs/test-runs.ts'
import { addPerson } from '#server/test-people.ts'
import { refusal } from '#server/test-refusal.ts'
import { booksIn } from '#server/modules/ledger/test-ledger.ts'
import { postDue } from './post-due.ts'
import { boardRow } from './test-closing.ts'

const LAST = previousPeriod(periodOf('month', today()))
const RULE = 'closing.schedule-refused'

const way = await testRuns()
const { act, ours, theirs } = await booksIn(way)
type Book = typeof ours
const worker = way.startWorking([postDue])
// The standing run of the studio is at work too: whoever comes first posts, and the other finds nothing to do.
const pass = async () => void (await way.until(await way.enqueue(postDue, {}), 'done'))
const rent = (book: Book, more: object = {}) => ({
  bookId: book.bookId,
  name: 'Rent',
  recurring: {
    from: LAST.startsOn,
    dayOfMonth: 1,
    memo: 'Rent',
    lines: book.lines(['6020', 10], ['1010', -10]),
    ...more,
  },
})
const found = async (token?: string) => {
  const { items } = await act('exceptions.list-exceptions', { rule: RULE }, token)
  return Object(items).map(({ subjectId, says }: Record<string, unknown>) => ({ subjectId, says }))
}

test('what is due is posted by itself, once, proven by the audit, and what is not due yet is left', async () => {
  const made = await act('closing.create-schedule', rent(ours))
  const days = Object(made['occurrences']).map(({ effectiveOn }: Record<string, unknown>) => effectiveOn)
  deepEqual([days[0], days[1], days.length >= 13], [LAST.startsOn, addDays(LAST.endsOn, 1), true])
  await pass()
  await pass()
  const { occurrences } = await act('closing.get-schedule', { scheduleId: made['id'], through: today() })
  const posted = Object(occurrences).map(({ entryId }: Record<string, unknown>) => typeof entryId)
  deepEqual(posted, ['string', 'string'])
  deepEqual(await ours.balances(), { '1010 USD': '-20.00', '6020 USD': '20.00' })
  const proof = await act('ledger.verify-entries', { bookId: ours.bookId })
  deepEqual([proof['findings'], proof['checked']], [[], 2])
  deepEqual(await found(), [])
})

test('what cannot be posted is an exception and told on the board, sinks no other, and goes when it is mended', async () => {
  const closed = { bookIds: [theirs.bookId], month: LAST.name, kind: 'soft' }
  await act('closing.close-period', closed)
  const { id: late } = await act('closing.create-schedule', rent(theirs, { until: LAST.endsOn }))
  await act('closing.create-schedule', rent(theirs, { from: addDays(LAST.endsOn, 1), until: today() }))
  await pass()
  deepEqual(await theirs.balances(), { '1010 USD': '-10.00', '6020 USD': '10.00' })
  const [one, ...more] = await found()
  deepEqual([one.subjectId, more], [theirs.bookId, []])
  match(
    one.says,
    new RegExp(`"Rent" of .* is due on ${LAST.startsOn} and could not be posted\\. .*ledger\\.close`),
  )
  const { checks } = await boardRow(act, theirs.bookId, LAST.name)
  const check = checks.find((told) => told.check === 'schedules')
  match(check?.says ?? '', /is due on .* and could not be posted\. .*ledger\.close/)
  // Whoever covers another entity alone is told of nothing.
  const { token } = await addPerson(way.database.app, {
    studioId: way.studioId,
    grants: [{ role: 'finance', covers: ours.entityId }],
  })
  deepEqual(await found(token), [])
  await act('closing.end-schedule', { scheduleId: late, endedOn: addDays(LAST.startsOn, -1) })
  deepEqual(await found(), [])
  const { id: again } = await act('closing.create-schedule', rent(theirs, { until: LAST.endsOn }))
  await pass()
  equal((await found()).length, 1)
  // Whoever may post into a month that is closed softly runs it by hand.
  await act('closing.run-schedules', { bookIds: [theirs.bookId], through: monthDays(LAST.name).endsOn })
  deepEqual(await found(), [])
  const { rows } = await way.records.query('select * from schedule_refusal where schedule_id = $1', [again])
  deepEqual(rows, [])
})

test('an archived account stops its schedule alone', async () => {
  const { id: account } = await act('ledger.create-account', {
    bookId: ours.bookId,
    code: '6021',
    name: 'Rooms',
    type: 'expense',
  })
  const lines = [
    { accountId: account, debit: '5', isOverhead: true },
    { accountId: ours.account('1010'), credit: '5' },
  ]
  await act('closing.create-schedule', rent(ours, { lines }))
  await act('closing.create-schedule', rent(ours, { from: today(), dayOfMonth: Number(today().slice(8)) }))
  await act('ledger.update-account', { accountId: account, isArchived: true })
  await pass()
  equal((await ours.balances())['6020 USD'], '30.00')
  match((await found())[0].says, /could not be posted, and 1 more\. .*6021/)
})

test('to plan what posts by itself takes the permission to post', async () => {
  const { token } = await addPerson(way.database.app, {
    studioId: way.studioId,
    grants: [{ role: { permissions: ['ledger.read', 'ledger.write'] }, covers: null }],
  })
  equal(
    (await refusal(act('closing.create-schedule', rent(ours), token))).code,
    'catalogue.permission-missing',
  )
  await worker.close()
})
