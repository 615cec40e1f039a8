import { deepEqual, equal, notDeepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { seeded } from '#kernel/seeded.ts'
import { testLedger } from '../ledger/test-ledger.ts'
import { againstCash, OPENINGS } from './cash-queries.ts'

const { act, ours, theirs, database, studioId, records } = await testLedger()
const bookId = idFrom('book', ours.bookId)
const SPANS = [
  { from: '2026-01-01', to: '2026-12-31' },
  { from: '2026-03-10', to: '2026-08-20' },
  { from: null, to: '2026-05-31' },
]

/** The control: the lines themselves, whatever the sums by day say. */
async function byLines(recordedAt: string | null) {
  const { rows } = await records.query<Record<string, string>>(
    `with ${OPENINGS}, cash as (select id from account where book_id = any ($1) and caption = 'cash')
     select (span.at - 1)::int as at, line.account_id as "accountId", line.currency, line.effective_on::text as on,
       sum(line.amount_minor)::text as minor
     from unnest($2::date[], $3::date[]) with ordinality as span (from_on, to_on, at)
     join entry_line as line on line.effective_on between span.from_on and span.to_on and line.book_id = any ($1)
     join entry on entry.id = line.entry_id and ($4::timestamptz is null or entry.recorded_at <= $4::timestamptz)
     where line.account_id not in (select id from cash) and line.entry_id not in (select id from openings)
       and exists (select from entry_line as other where other.entry_id = line.entry_id and other.account_id in (select id from cash))
     group by 1, 2, 3, 4 having sum(line.amount_minor) <> 0`,
    [[bookId], SPANS.map(({ from }) => from ?? '0001-01-01'), SPANS.map(({ to }) => to), recordedAt],
  )
  return told(rows)
}

async function bySums(recordedAt: string | null) {
  return told(
    await database.app.read({ studioId, coverage: '*' }, (tx) =>
      againstCash(tx, bookId, { spans: SPANS, recordedAt }),
    ),
  )
}

function told(rows: readonly object[]): string[] {
  return rows
    .map((row) => Object.values(row).map(String).join(' '))
    .toSorted((one, other) => (one < other ? -1 : 1))
}

async function wrongOf(instants: readonly (string | null)[]): Promise<void> {
  for (const at of instants) deepEqual(await bySums(at), await byLines(at), `as known at ${at}`)
}

test('sums by day say what cash was moved against, as the lines do: at any instant, with openings, and when an account becomes cash', async () => {
  const { whole: between, pick, next } = seeded(7)
  const codes = ['1010', '1020', '1100', '1510', '2010', '3010', '4010', '5010'] as const
  const day = () =>
    `2026-${String(between(1, 12)).padStart(2, '0')}-${String(between(1, 28)).padStart(2, '0')}`
  const instants: string[] = []
  await ours.post(ours.lines(['1010', 700], ['1510', 90], ['3010', -790]), {
    effectiveOn: '2026-01-05',
    source: 'opening',
  })
  for (let at = 0; at < 40; at++) {
    const entries = Array.from({ length: between(1, 6) }, () => {
      const amounts = Array.from({ length: between(1, 3) }, () => between(1, 900))
      const all = amounts.reduce((sum, one) => sum + one, 0)
      const sides = amounts.map((amount): [string, number] => [pick(codes), amount])
      const lines = ours.lines(...sides, [pick(codes), -all])
      const { bookId: _own, ...entry } = ours.entry(lines, { effectiveOn: day() })
      return entry
    })
    const posted = await act('ledger.post-entries', { bookId, entries })
    const [first] = Array.isArray(posted['entries']) ? posted['entries'] : []
    if (next() < 0.3 && first) await act('ledger.reverse-entry', { entryId: Object(first).id })
    const { now } = (await records.query(`select date_trunc('milliseconds', clock_timestamp()) as now`))
      .rows[0]
    instants.push(new Date(now).toISOString())
  }
  await wrongOf([null, ...instants, '2026-01-01T00:00:00Z', '2199-01-01T00:00:00Z'])
  const before = await bySums(null)
  equal(before.length > 100, true)
  const becomes = (caption: string) =>
    act('ledger.update-account', { accountId: ours.account('1100'), caption })
  await becomes('cash')
  notDeepEqual(await bySums(null), before)
  await wrongOf([null, ...instants.slice(-3)])
  deepEqual(await ours.findings(), [])
  await becomes('receivables')
  deepEqual(await bySums(null), before)
  await wrongOf([null])
})

test('an account that becomes cash while others post to its book: every day is reckoned once', async () => {
  const posts = Array.from({ length: 40 }, (_nothing, at) =>
    theirs.post(theirs.lines([at % 2 === 0 ? '1010' : '1100', 5 + at], ['4010', -5 - at])),
  )
  const turns = (async () => {
    for (let at = 0; at < 8; at++)
      await act('ledger.update-account', {
        accountId: theirs.account('1100'),
        caption: at % 2 === 0 ? 'cash' : 'receivables',
      })
  })()
  await Promise.all([...posts, turns])
  deepEqual(await theirs.findings(), [])
})
