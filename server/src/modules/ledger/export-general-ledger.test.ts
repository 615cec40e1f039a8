import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { addPerson } from '#server/test-people.ts'
import { refusal } from '#server/test-refusal.ts'
import { testLedger } from './test-ledger.ts'

const way = await testLedger()
const { act, ours, theirs } = way
const csv = async (input: object, token?: string) => {
  const parts: string[] = []
  let cursor: unknown
  do {
    const part = await act('ledger.export-general-ledger', { ...input, ...(cursor ? { cursor } : {}) }, token)
    parts.push(String(part['text']))
    cursor = part['nextCursor']
  } while (cursor !== null)
  return { parts: parts.length, rows: parts.join('').split('\r\n').slice(0, -1) }
}

test('each account has its lines in the order of their days with the balance after each, and no cell runs as a formula', async () => {
  const name = '=HYPERLINK("https://evil.example")'
  await ours.post(ours.lines(['1010', 100], ['3010', -100]), { effectiveOn: '2026-01-05', memo: 'Capital' })
  await ours.post(
    ours.lines(['5020', 30, { isOverhead: true, counterparty: name, memo: '@note' }], ['1010', -30]),
    { effectiveOn: '2026-02-01', memo: '+cmd' },
  )
  await ours.post(ours.lines(['1010', 7], ['3010', -7]), { effectiveOn: '2026-01-20', memo: 'More, "later"' })
  const { rows } = await csv({ bookId: ours.bookId })
  equal(
    rows[0],
    'Date,Entry,Account,Account name,Memo,Line memo,Business,Partner,Counterparty,Debit,Credit,Currency,Balance',
  )
  deepEqual(
    rows.slice(1).map((row) => [row.slice(0, 10), row.slice(row.lastIndexOf(',') + 1)]),
    [
      ['2026-01-05', '100.00'],
      ['2026-01-20', '107.00'],
      ['2026-02-01', '77.00'],
      ['2026-01-05', '100.00'],
      ['2026-01-20', '107.00'],
      ['2026-02-01', '30.00'],
    ],
  )
  const last = rows.at(-1) ?? ''
  match(last, /,5020,.*,'\+cmd,'@note,,,"'=HYPERLINK\(""https:\/\/evil\.example""\)",30\.00,,USD,30\.00$/)
  match(rows[2] ?? '', /"More, ""later"""/)
  const narrow = {
    bookId: ours.bookId,
    accountId: ours.account('1010'),
    from: '2026-01-06',
    to: '2026-01-31',
  }
  const { rows: one } = await csv(narrow)
  equal(one.length, 2)
  match(one[1] ?? '', /^2026-01-20,.*,7\.00,,USD,107\.00$/)
  const { fileName } = await act('ledger.export-general-ledger', narrow)
  equal(fileName, 'account-1010-2026-01-06-2026-01-31.csv')
})

test('a long one comes in parts, whole and once, and runs on over accounts', async () => {
  const count = 5200
  for (let from = 0; from < count; from += 1000) {
    const entries = Array.from({ length: Math.min(1000, count - from) }, () => {
      const { bookId: _book, ...entry } = theirs.entry(theirs.lines(['1010', 1], ['3010', -1]))
      return entry
    })
    await act('ledger.post-entries', { bookId: theirs.bookId, entries })
  }
  const { parts, rows } = await csv({ bookId: theirs.bookId })
  deepEqual([parts, rows.length, new Set(rows).size], [3, 2 * count + 1, 2 * count + 1])
  const balances = rows.slice(1).map((row) => row.slice(row.lastIndexOf(',') + 1))
  const upward = Array.from({ length: count }, (_, at) => `${at + 1}.00`)
  deepEqual(balances, upward.concat(upward))
})

test('what is not theirs to read, and what cannot be, is refused', async () => {
  const { token } = await addPerson(way.database.app, {
    studioId: way.studioId,
    grants: [{ role: 'analyst', covers: ours.entityId }],
  })
  equal((await csv({ bookId: ours.bookId }, token)).rows.length, 7)
  const wrong: [input: object, code: string][] = [
    [{ bookId: theirs.bookId }, 'ledger.book-not-found'],
    [{ bookId: ours.bookId, accountId: theirs.account('1010') }, 'ledger.account-not-found'],
    [{ bookId: ours.bookId, from: '2026-02-01', to: '2026-01-01' }, 'ledger.from-after-to'],
    [{ bookId: ours.bookId, cursor: 'abc' }, 'catalogue.invalid-cursor'],
  ]
  for (const [input, code] of wrong)
    equal((await refusal(act('ledger.export-general-ledger', input, token))).code, code)
})
