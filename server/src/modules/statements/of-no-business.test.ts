import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { newId } from '#kernel/ids.ts'
import { isRecord } from '#kernel/records.ts'
import { atEnd } from '#server/database/at-end.ts'
import { refusal } from '#server/test-refusal.ts'
import { testLedger } from '../ledger/test-ledger.ts'
import { rowsOf, unmet } from './test-statements.ts'

const { act, business, database, entity, open } = await testLedger()
const admin = new pg.Client(database.configFor('admin'))
await admin.connect()
atEnd(() => admin.end())
const YEAR = { from: '2026-01-01', to: '2026-12-31' }

/** Capital of 5,000 and rent of 40 are of no business; socks earn 300, and the entity gets the cash. */
async function soldSocks(name: string) {
  const book = await open(await entity(name))
  const socks = { businessId: await business(book.entityId, `Socks of ${name}`) }
  const post = (effectiveOn: string, ...given: Parameters<typeof book.lines>) =>
    book.post(book.lines(...given), { effectiveOn })
  await post('2026-01-02', ['1010', 5000], ['3010', -5000])
  await post('2026-02-01', ['1010', 300], ['4010', -300, socks])
  await post('2026-03-01', ['6020', 40], ['1010', -40])
  const read = (more: object) =>
    act('statements.get-statement', { bookId: book.bookId, isOfNoBusiness: true, ...more })
  return { ...book, socks, post, read }
}

function checks({ checks: all }: Record<string, unknown>) {
  return (Array.isArray(all) ? all.filter(isRecord) : []).map(({ key, isMet, differences }) =>
    [String(key), isMet === true ? 'met' : 'not met'].concat(Array.isArray(differences) ? differences : []),
  )
}

function reasons({ columns }: Record<string, unknown>) {
  return (Array.isArray(columns) ? columns.filter(isRecord) : []).map((one) => one['emptyBecause'])
}

test('what names no business has an income statement, and with the businesses it is the entity', async () => {
  const { account, read, socks, bookId } = await soldSocks('Overhead LLC')
  const told = await read({ kind: 'income-statement', periods: [YEAR] })
  deepEqual([rowsOf(told)['Revenue'], rowsOf(told)['Net result']], [undefined, '-40.00'])
  deepEqual(checks(told), [['all-assigned', 'met', '0.00']])
  const net = async (subject: object) =>
    rowsOf(await act('statements.get-statement', { kind: 'income-statement', periods: [YEAR], ...subject }))[
      'Net result'
    ]
  deepEqual([await net(socks), await net({ bookId })], ['300.00', '260.00'])
  const { items } = await act('ledger.list-lines', {
    accountId: account('1010'),
    isOfNoBusiness: true,
    ...YEAR,
  })
  deepEqual(
    (Array.isArray(items) ? items.filter(isRecord) : []).map(({ debit, credit, balance }) => [
      debit ?? `-${String(credit)}`,
      balance,
    ]),
    [
      ['-40.00', null],
      ['300.00', null],
      ['5000.00', null],
    ],
  )
  const none = { accountId: account('4010'), isOfNoBusiness: true, ...YEAR }
  deepEqual((await act('ledger.list-lines', none))['items'], [])
})

test('its budget is that of no business', async () => {
  const { bookId, account, read, socks } = await soldSocks('Budgeted LLC')
  const accountId = account('6020')
  await act('statements.set-budget', {
    bookId,
    lines: [
      { accountId, month: '2026-03', amount: '50.00' },
      { accountId, month: '2026-03', amount: '7.00', ...socks },
    ],
  })
  const told = await read({ kind: 'income-statement', periods: [YEAR], isWithBudget: true })
  match(rowsOf(told)['Net result'] ?? '', /^-40\.00 \| -50\.00 \| 10\.00$/)
  deepEqual(unmet(told), [])
})

test('it has a balance sheet where the book balances by business; each day before has none, and says why', async () => {
  const { bookId, read, socks } = await soldSocks('Sheet LLC')
  const asked = { kind: 'balance-sheet', periods: [{ to: '2026-12-31' }, { to: '2026-01-31' }] }
  equal((await refusal(read(asked))).code, 'statements.not-by-business')
  await act('ledger.balance-by-business', { bookId, from: '2026-02-01' })
  const told = await read(asked)
  const rows = rowsOf(told)
  deepEqual(
    [
      rows['Total assets'],
      rows['Capital'],
      rows['Between businesses of the entity'],
      rows['Earnings of this fiscal year'],
      rows['Liabilities and equity'],
    ],
    // Of 5,260 in cash socks are owed 300.
    ['5260.00 | ', '5000.00 | ', '300.00 | ', '-40.00 | ', '5260.00 | '],
  )
  deepEqual(checks(told), [
    ['balanced', 'met', '0.00', ''],
    ['all-assigned', 'met', '0.00', ''],
  ])
  const why = 'The book of Sheet LLC balances by business from 2026-02-01 on, and not before.'
  deepEqual(reasons(told), [null, why])
  const ofSocks = await act('statements.get-statement', { ...asked, ...socks })
  deepEqual([rowsOf(ofSocks)['Total assets'], ...reasons(ofSocks)], ['0.00 | ', null, why])
  const backwards = { ...asked, ...socks, periods: asked.periods.toReversed() }
  equal(rowsOf(await act('statements.get-statement', backwards))['Earnings of this fiscal year'], ' | 300.00')
  const file = { ...asked, bookId, isOfNoBusiness: true }
  const csv = String((await act('statements.export-statement', { ...file, format: 'csv' }))['content'])
  match(csv, /^"Balance sheet, Sheet LLC, of no business, USD",2026-12-31,2026-01-31\r\n/)
  match(csv, /Total assets,5260\.00,\r\n/)
  ok(csv.includes(`"2026-01-31: ${why}"`), csv)
  match(csv, /Businesses and what is of none add up to the entity: OK/)
  const { content } = await act('statements.export-statement', { ...file, format: 'pdf' })
  equal(Buffer.from(String(content), 'base64').subarray(0, 5).toString(), '%PDF-')
})

test('lines that are not what the sums by day have are told, account by account', async () => {
  const { account, read } = await soldSocks('Altered LLC')
  await admin.query('set session_replication_role = replica')
  // The rent has grown by 5: the lines of no business miss the book by as much.
  await admin.query('update entry_line set amount_minor = 4500 where account_id = $1', [account('6020')])
  await admin.query('set session_replication_role = origin')
  deepEqual(checks(await read({ kind: 'income-statement', periods: [YEAR] })), [
    ['all-assigned', 'not met', '5.00'],
  ])
})

test('it is of one book, and has no cash flow', async () => {
  const { read, socks } = await soldSocks('Refused LLC')
  const code = async (asked: object) => (await refusal(read({ periods: [YEAR], ...asked }))).code
  equal(await code({ kind: 'cash-flow' }), 'statements.only-of-books')
  equal(
    await code({ kind: 'income-statement', bookId: undefined, ...socks }),
    'statements.no-business-of-book',
  )
  equal(await code({ kind: 'income-statement', bookId: newId('book') }), 'ledger.book-not-found')
})
