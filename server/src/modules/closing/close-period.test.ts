import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { lastEndedBefore, today } from '#kernel/periods.ts'
import { testLedger } from '#server/modules/ledger/test-ledger.ts'
import { addPerson } from '#server/test-people.ts'
import { refusal } from '#server/test-refusal.ts'
import { boardRow, checksIn } from './test-closing.ts'

const way = await testLedger()
const { act, studioId, database, records } = way
const fresh = async (name: string) => way.open(await way.entity(name))
const close = async (bookIds: string[], month: string, more: object = {}) => {
  const { outcomes } = await act('closing.close-period', { bookIds, month, kind: 'hard', ...more })
  return Object(outcomes).map(({ state, blockers }: Record<string, unknown>) =>
    [state].concat(Object(blockers).map(({ blocker }: Record<string, unknown>) => blocker)),
  )
}
const sale = (book: Awaited<ReturnType<typeof fresh>>, effectiveOn: string, more: object = {}) =>
  book.post(book.lines(['1010', 5], ['4010', -5]), { effectiveOn, ...more })

test('a closed month takes no entry, a reversal of its own lands on the first open day, and what was sent before is answered', async () => {
  const book = await fresh('Closed LLC')
  const { id } = await sale(book, '2026-01-15', { externalId: 'once' })
  deepEqual(await close([book.bookId], '2026-01', { despite: 'A test.' }), [['hard']])
  const refused = await refusal(sale(book, '2026-01-31'))
  equal(refused.code, 'ledger.period-closed')
  match(refused.message, /2026-01-31 lies in a month that is closed.*The first open day is 2026-02-01/)
  equal((await refusal(sale(book, '1999-12-31'))).code, 'ledger.period-closed')
  const { id: again } = await sale(book, '2026-01-15', { externalId: 'once' })
  equal(again, id)
  const { bookId: _book, ...entry } = book.entry(book.lines(['1010', 5], ['4010', -5]))
  const entries = ['2026-01-31', '2026-02-01'].map((effectiveOn) => Object.assign({}, entry, { effectiveOn }))
  const { posted, refused: not } = await act('ledger.post-entries', { bookId: book.bookId, entries })
  deepEqual([Object(posted)[0].place, Object(not)[0].code], [1, 'ledger.period-closed'])
  const { id: reversal } = await act('ledger.reverse-entry', { entryId: id })
  equal((await act('ledger.get-entry', { entryId: reversal }))['effectiveOn'], '2026-02-01')
  const { id: later } = await sale(book, '2026-02-03')
  const { id: today1 } = await act('ledger.reverse-entry', { entryId: later })
  equal((await act('ledger.get-entry', { entryId: today1 }))['effectiveOn'], today())
  const shown = await act('ledger.get-book', { bookId: book.bookId })
  deepEqual([shown['closedThrough'], shown['softClosedThrough']], ['2026-01-31', null])
})

test('a month that is closed softly is open to who closes, and to nobody else', async () => {
  const book = await fresh('Soft LLC')
  const role = { permissions: ['ledger.read', 'ledger.post', 'entities.read'] }
  const { token } = await addPerson(database.app, { studioId, grants: [{ role, covers: null }] })
  const closer = await addPerson(database.app, {
    studioId,
    grants: [
      { role, covers: null },
      { role: { permissions: ['ledger.close'] }, covers: book.entityId },
    ],
  })
  await close([book.bookId], '2026-02', { kind: 'soft' })
  const post = (by: string) =>
    act(
      'ledger.post-entry',
      book.entry(book.lines(['1010', 5], ['4010', -5]), { effectiveOn: '2026-02-10' }),
      by,
    )
  // At once, so that they share a group: each is judged by their own rights.
  const [theirs, closers, machines] = await Promise.allSettled([
    post(token),
    post(closer.token),
    post(way.machineKey),
  ])
  deepEqual([theirs.status, closers.status, machines.status], ['rejected', 'fulfilled', 'fulfilled'])
  const refused = await refusal(post(token))
  equal(refused.code, 'ledger.period-soft-closed')
  match(refused.message, /The first open day is 2026-03-01/)
  const { bookId: _book, ...entry } = book.entry(book.lines(['1010', 5], ['4010', -5]), {
    effectiveOn: '2026-02-10',
  })
  const { refused: bulk } = await act('ledger.post-entries', { bookId: book.bookId, entries: [entry] }, token)
  equal(Object(bulk)[0].code, 'ledger.period-soft-closed')
  await close([book.bookId], '2026-02', { despite: 'A test.' })
  equal((await refusal(post(closer.token))).code, 'ledger.period-closed')
  const shown = await boardRow(act, book.bookId, '2026-02')
  deepEqual([shown.state, shown.closed?.despite, shown.softClosedThrough], ['hard', 'A test.', null])
})

test('entries that are on their way while a month is closed are in it or refused, and none slips through', async () => {
  const book = await fresh('Race LLC')
  const posts = Array.from({ length: 40 }, (_, at) =>
    (at % 2 === 0 ? Promise.resolve() : new Promise(setImmediate)).then(() => sale(book, '2026-01-20')),
  )
  const closing = close([book.bookId], '2026-01', { despite: 'A test.' })
  const done = await Promise.allSettled(posts)
  await closing
  const codes = new Set(done.flatMap((one) => (one.status === 'rejected' ? [Object(one.reason).code] : [])))
  deepEqual(
    [...codes].filter((code) => code !== 'ledger.period-closed'),
    [],
  )
  const { rows } = await records.query(
    `select (select count(*)::int from entry where book_id = $1) as entries,
       (select count(*)::int from entry where book_id = $1 and recorded_at > (select closed_at from closed_period where book_id = $1) + interval '5 seconds') as late`,
    [book.bookId],
  )
  deepEqual(rows, [{ entries: done.filter(({ status }) => status === 'fulfilled').length, late: 0 }])
})

test('whoever gets past the handler meets the trigger, which waits for who is closing', async () => {
  const book = await fresh('Trigger LLC')
  const { id } = await sale(book, '2026-01-15')
  const other = await database.look()
  const copy = (on: string) => `
    insert into entry (id, studio_id, book_id, effective_on, memo, source, line_count, digest, actor_kind, actor_id)
      select '${newId('entry')}', studio_id, book_id, '${on}', memo, source, line_count, digest, actor_kind, actor_id from entry
      where id = '${String(id)}' returning id`
  const post = async (on: string) => {
    const { rows } = await other.query(copy(on))
    await other.query(
      `insert into entry_line (entry_id, position, studio_id, book_id, account_id, effective_on, currency, amount_minor, is_overhead)
       select $1, position, studio_id, book_id, account_id, $2::date, currency, amount_minor, is_overhead from entry_line where entry_id = $3`,
      [rows[0].id, on, id],
    )
  }
  await other.query('begin')
  await records.query('begin')
  await records.query(`update book set closed_through = '2026-01-31' where id = $1`, [book.bookId])
  const posting = post('2026-01-31').then(
    () => 'posted',
    (error: unknown) => Object(error).constraint,
  )
  await records.query('commit')
  equal(await posting, 'entry_in_open_period')
  await other.query('rollback')
  await other.query('begin')
  await post('2026-02-01')
  await other.query('commit')
})

test('a month is closed for good when its checks are met, and each tells what is to do', async () => {
  const book = await fresh('Checked LLC')
  await sale(book, '2026-01-15')
  const month = '2026-01'
  deepEqual(await close([book.bookId], month), [['open', 'bank', 'reviewed']])
  const [input, marks] = [
    { bookId: book.bookId, month },
    { bookIds: [book.bookId], month },
  ]
  await act('closing.mark-reconciled', { ...marks, note: 'Mercury, statement of January' })
  await act('closing.mark-reviewed', marks)
  const before = await boardRow(act, book.bookId, month)
  deepEqual(checksIn(before), {
    bank: true,
    intercompany: true,
    schedules: true,
    revalued: true,
    reviewed: true,
  })
  match(before.checks[0]?.says ?? '', /As this machine says since .*: Mercury, statement of January/)
  await sale(book, '2026-01-16')
  const stale = await boardRow(act, book.bookId, month)
  deepEqual(checksIn(stale), {
    bank: false,
    intercompany: true,
    schedules: true,
    revalued: true,
    reviewed: false,
  })
  match(stale.checks[0]?.says ?? '', /and 1 entry has come in since/)
  deepEqual(stale.checks[0]?.fix, { operation: 'closing.mark-reconciled', bookId: book.bookId })
  await act('closing.mark-reconciled', marks)
  await act('closing.mark-reviewed', marks)
  await act('closing.unmark-month', { ...input, mark: 'reviewed' })
  equal(
    (await refusal(act('closing.unmark-month', { ...input, mark: 'reviewed' }))).code,
    'closing.not-marked',
  )
  deepEqual(await close([book.bookId], month), [['open', 'reviewed']])
  await act('closing.mark-reviewed', marks)
  deepEqual(await close([book.bookId], month), [['hard']])
  const shown = await boardRow(act, book.bookId, month)
  deepEqual([shown.state, shown.closed?.kind, shown.closed?.despite], ['hard', 'hard', null])
  equal((await refusal(act('closing.mark-reviewed', marks))).code, 'closing.month-is-closed')
  deepEqual(await close([book.bookId], month), [['hard']], 'again is no refusal')
})

test('both sides of the group have to agree, in one currency, and a stranger to the other book is told that they cannot know', async () => {
  const [one, other] = [await fresh('Lender LLC'), await fresh('Borrower LLC')]
  const on = { effectiveOn: '2026-01-15' }
  const lend = { partnerEntityId: other.entityId }
  const owe = { partnerEntityId: one.entityId }
  await one.post(one.lines(['1150', 100, lend], ['1010', -100]), on)
  await one.post(one.lines(['1650', 70, lend], ['1010', -70]), on)
  await other.post(other.lines(['2550', -70, owe], ['1010', 70]), on)
  await other.post(other.lines(['2050', -60, owe], ['1010', 60]), on)
  const check = async (book: typeof one, token?: string) => {
    const { checks, differences } = await boardRow(act, book.bookId, '2026-01', token)
    return Object.assign(
      { differences },
      checks.find((found) => found.check === 'intercompany'),
    )
  }
  const ours = await check(one)
  match(ours.says ?? '', /This book and that of Borrower LLC differ by 40\.00 USD\./)
  deepEqual(ours.differences, [
    {
      partner: { id: other.entityId, name: 'Borrower LLC' },
      of: 'trade',
      currency: 'USD',
      ours: '100.00',
      theirs: '-60.00',
    },
  ])
  deepEqual((await check(other)).differences[0]?.ours, '-60.00')
  const narrow = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'finance', covers: one.entityId }],
  })
  const told = await check(one, narrow.token)
  deepEqual(
    told.differences.map(({ theirs }) => theirs),
    [null, null],
  )
  match(told.says ?? '', /no book that you can read/)
  await other.post(other.lines(['2050', -40, owe], ['1010', 40]), { effectiveOn: '2026-01-31' })
  deepEqual([(await check(one)).isMet, (await check(other)).isMet], [true, true])
  await one.post(one.lines(['1150', 3], ['1010', -3]), on)
  match((await check(one)).says ?? '', /3\.00 USD with the group names no partner/)
})

test('what is in foreign currency has to be revalued on the last day', async () => {
  const book = await fresh('Foreign LLC')
  const account = {
    bookId: book.bookId,
    code: '1013',
    name: 'Euros',
    type: 'asset',
    role: 'cash',
    isMonetary: true,
  }
  const { id: euros } = await act('ledger.create-account', { ...account, currency: 'EUR' })
  const exchange = (currency: string, amount: object) => ({
    accountId: book.account('3900'),
    currency,
    ...amount,
  })
  await act('ledger.post-entry', {
    ...book.entry([], { effectiveOn: '2026-01-10' }),
    lines: [
      { accountId: euros, debit: '100' },
      exchange('EUR', { credit: '100' }),
      exchange('USD', { debit: '110' }),
      ...book.lines(['1010', -110]),
    ],
  })
  const met = async (month: string) => checksIn(await boardRow(act, book.bookId, month))['revalued']
  deepEqual([await met('2025-12'), await met('2026-01')], [true, false])
  await book.post(book.lines(['3900', 1, { currency: 'USD' }], ['7210', -1]), {
    effectiveOn: '2026-01-31',
    source: 'revaluation',
  })
  deepEqual([await met('2026-01'), await met('2026-02')], [true, false])
})

test('the board pages through the books, and shows the last month that is over', async () => {
  const search = 'Board of'
  const open = [await fresh('Board of A LLC'), await fresh('Board of B LLC')]
  const first = await act('closing.list-board', { search, limit: 1 })
  deepEqual([Object(first['items'])[0].id, first['total']], [open[0]?.bookId, 2])
  const next = await act('closing.list-board', { search, limit: 1, cursor: first['nextCursor'] })
  deepEqual([Object(next['items'])[0].id, next['nextCursor']], [open[1]?.bookId, null])
  const { name } = lastEndedBefore('month', today())
  await close([open[0]?.bookId ?? ''], name, { kind: 'soft' })
  const { items } = await act('closing.list-board', { search })
  deepEqual(
    Object(items).map(({ state }: Record<string, unknown>) => state),
    ['soft', 'open'],
  )
})
