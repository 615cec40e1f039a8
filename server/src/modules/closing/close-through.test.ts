import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { nextPeriod, periodOf, today } from '#kernel/periods.ts'
import { testLedger } from '#server/modules/ledger/test-ledger.ts'
import { refusal } from '#server/test-refusal.ts'
import { boardRow } from './test-closing.ts'

const way = await testLedger()
const { act, records } = way
const fresh = async (name: string) => way.open(await way.entity(name))
const close = async (bookIds: string[], month: string, more: object = {}) => {
  const { outcomes } = await act('closing.close-period', { bookIds, month, kind: 'hard', ...more })
  return Object(outcomes).map(({ state, blockers }: Record<string, unknown>) =>
    [state].concat(Object(blockers).map(({ blocker }: Record<string, unknown>) => blocker)),
  )
}
const sale = (book: Awaited<ReturnType<typeof fresh>>, effectiveOn: string, more: object = {}) =>
  book.post(book.lines(['1010', 5], ['4010', -5]), { effectiveOn, ...more })

test('open months before it are closed along, each with its own reason, and none where one of them is held back', async () => {
  const [book, empty] = [await fresh('In order LLC'), await fresh('Empty LLC')]
  await sale(book, '2025-11-15')
  const both = [book.bookId, empty.bookId]
  const closing = async (more: object) => {
    const given = { bookIds: both, month: '2026-01', kind: 'hard', ...more }
    const { outcomes } = await act('closing.close-period', given)
    return Object(outcomes).map(({ state, from, blockers }: Record<string, unknown>) =>
      [state, from].concat(
        Object(blockers).map(({ blocker, months }: Record<string, unknown>) => [blocker, months]),
      ),
    )
  }
  const marks = { bookIds: [book.bookId], from: '2025-12', month: '2026-01' }
  await act('closing.mark-reviewed', marks)
  await act('closing.mark-reconciled', marks)
  const despite = 'Kept elsewhere.'
  const held = ['bank', ['2025-11']]
  // The reason is for the month that is named, unless it names others.
  deepEqual(await closing({ despite, bookIds: [book.bookId] }), [
    ['open', '2025-11', held, ['reviewed', ['2025-11']]],
  ])
  equal((await boardRow(act, book.bookId, '2026-01')).closesFrom, '2025-11')
  deepEqual(await closing({ despite, despiteMonths: ['2025-11', '2026-01'] }), [
    ['hard', '2025-11'],
    ['hard', '2026-01'],
  ])
  const { rows } = await records.query(
    `select month::text, kind, despite from closed_period where book_id = $1 order by month`,
    [book.bookId],
  )
  deepEqual(rows, [
    { month: '2025-11-01', kind: 'hard', despite },
    { month: '2025-12-01', kind: 'hard', despite: null },
    { month: '2026-01-01', kind: 'hard', despite: null },
  ])
  deepEqual(
    await closing({ despite }),
    [
      ['hard', null],
      ['hard', null],
    ],
    'again is no refusal',
  )
  const { rows: told } = await records.query(
    `select data->'after' as after from event where type = 'closing.period-closed' and subject_id = $1`,
    [book.bookId],
  )
  deepEqual(told, [
    { after: { from: '2025-11', month: '2026-01', state: 'hard', despite, despiteMonths: ['2025-11'] } },
  ])
  deepEqual(await closing({ month: '2026-03', kind: 'soft' }), [
    ['soft', '2026-02'],
    ['soft', '2026-02'],
  ])
  const seen = await boardRow(act, book.bookId, '2026-03')
  deepEqual([seen.state, seen.closed?.kind, seen.closesFrom], ['soft', 'soft', '2026-02'])
})

test('nothing gets past a month that is not over, nor past ten years at once', async () => {
  const [book, empty] = [await fresh('Long ago LLC'), await fresh('Not yet LLC')]
  await sale(book, '2010-05-15')
  const input = { bookIds: [book.bookId], month: '2026-01', kind: 'soft' }
  const { outcomes } = await act('closing.close-period', input)
  const [{ blockers, from }] = Object(outcomes)
  deepEqual([from, blockers[0].blocker, blockers[0].months], [null, 'order', ['2010-05']])
  match(blockers[0].says, /open since 2010-05, and at most 120 months .* Close it to 2020-04 first/)
  deepEqual(await close([book.bookId], '2020-04', { kind: 'soft' }), [['soft']])
  deepEqual(await close([book.bookId], '2026-01', { kind: 'soft' }), [['soft']])
  const now = periodOf('month', today())
  const despite = 'Hurry.'
  deepEqual(await close([empty.bookId], now.name, { despite }), [['open', 'not-over']])
  deepEqual(await close([empty.bookId], nextPeriod(now).name, { kind: 'soft' }), [['open', 'not-over']])
  equal((await refusal(close([book.bookId, newId('book')], '2026-03'))).code, 'ledger.book-not-found')
})

test('two who close the same at once close it once', async () => {
  const book = await fresh('At once LLC')
  await sale(book, '2025-10-15')
  const soft = { kind: 'soft' }
  await Promise.all([close([book.bookId], '2026-01', soft), close([book.bookId], '2026-01', soft)])
  const { rows } = await records.query(
    `select (select count(*)::int from closed_period where book_id = $1) as months,
       (select count(*)::int from event where type = 'closing.period-closed' and subject_id = $1) as events`,
    [book.bookId],
  )
  deepEqual(rows, [{ months: 4, events: 1 }])
})
