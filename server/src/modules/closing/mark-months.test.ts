import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { testLedger } from '#server/modules/ledger/test-ledger.ts'
import { refusal } from '#server/test-refusal.ts'
import { boardRow } from './test-closing.ts'

const { act, entity, open, records } = await testLedger()
const fresh = async (name: string) => open(await entity(name))
const sale = (book: Awaited<ReturnType<typeof fresh>>, effectiveOn: string) =>
  book.post(book.lines(['1010', 5], ['4010', -5]), { effectiveOn })
const mark = async (bookIds: string[], more: object = {}) => {
  const given = { bookIds, from: '2025-11', month: '2026-02', note: 'Statements of the quarter', ...more }
  const { marked } = await act('closing.mark-reconciled', given)
  return Object(marked).map(({ months }: { months: string[] }) => months)
}
const bankOf = async (bookId: string, month: string) =>
  (await boardRow(act, bookId, month)).checks.find(({ check }) => check === 'bank')

test('many months of many books are marked at once: from the first entry, and none that is closed for good', async () => {
  const [late, closed, empty] = [await fresh('Late LLC'), await fresh('Closed LLC'), await fresh('Empty LLC')]
  await sale(late, '2026-01-20')
  await sale(closed, '2025-10-15')
  const despite = { despite: 'Kept elsewhere', despiteMonths: ['2025-10', '2025-11'] }
  await act('closing.close-period', {
    bookIds: [closed.bookId],
    month: '2025-11',
    kind: 'hard',
    ...despite,
  })
  const all = [late.bookId, closed.bookId, empty.bookId]
  const before = await mark(all)
  deepEqual(before, [['2026-01', '2026-02'], ['2025-12', '2026-01', '2026-02'], ['2026-02']])
  match((await bankOf(late.bookId, '2026-01'))?.says ?? '', /: Statements of the quarter/)
  const { rows } = await records.query(
    `select count(*)::int as count from event where type = 'closing.month-marked' and subject_id = any ($1)`,
    [all],
  )
  equal(rows[0].count, 3, 'one event of each book')
})

test('a mark that holds keeps its note; one that entries came after is said anew', async () => {
  const book = await fresh('Again LLC')
  await sale(book, '2026-01-20')
  await mark([book.bookId], { note: 'First' })
  await sale(book, '2026-02-20')
  deepEqual(await mark([book.bookId], { note: 'Second' }), [['2026-02']])
  match((await bankOf(book.bookId, '2026-01'))?.says ?? '', /: First/)
  match((await bankOf(book.bookId, '2026-02'))?.says ?? '', /: Second/)
  deepEqual(await mark([book.bookId, book.bookId]), [[]], 'a book that is named twice is one')
})

test('a span that is turned, too long, of a book that is closed or is not there is refused, and nothing is marked', async () => {
  const book = await fresh('Refused LLC')
  await sale(book, '2026-01-20')
  const code = async (more: object) =>
    (await refusal(act('closing.mark-reviewed', { bookIds: [book.bookId], month: '2026-01', ...more }))).code
  equal(await code({ from: '2026-02' }), 'closing.months-turned')
  equal(await code({ from: '2016-01' }), 'closing.too-many-months')
  equal(await code({ bookIds: [book.bookId, newId('book')] }), 'ledger.book-not-found')
  equal((await boardRow(act, book.bookId, '2026-01')).checks.at(-1)?.isMarked, false)
  const despite = { despite: 'Kept elsewhere' }
  await act('closing.close-period', { bookIds: [book.bookId], month: '2026-01', kind: 'hard', ...despite })
  equal(await code({}), 'closing.month-is-closed')
  const other = await fresh('Refused too LLC')
  await act('closing.close-period', { bookIds: [other.bookId], month: '2026-01', kind: 'hard', ...despite })
  const both = act('closing.mark-reviewed', { bookIds: [book.bookId, other.bookId], month: '2026-01' })
  match((await refusal(both)).message, /closed in all 2 books/)
})
