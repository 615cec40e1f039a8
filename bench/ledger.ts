import { equal } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { newId } from '#kernel/ids.ts'
import { addDays, today } from '#kernel/periods.ts'
import { atEnd } from '#server/database/at-end.ts'
import { testLedger } from '#server/modules/ledger/test-ledger.ts'
import { median } from './load.ts'

/**
 * Books: 256 callers who post singly to one hot account, beside the same rows in one transaction each; many at once, beside one
 * set-based statement; the same into a book that balances by business, beside one that does not; and balances of a book of a million
 * lines, beside the plainest sum. `node bench/ledger.ts`.
 */
const [BATCH, BATCHES] = [1000, 10]
const [ENTRIES, DAYS, PER_INSERT] = [500_000, 730, 20_000]
const [CALLS, WARM_UP] = [30, 3]

const { act, business, database, open, entity, ours, studioId } = await testLedger()
const admin = new pg.Pool({ ...database.configFor('admin'), max: 16 })
atEnd(() => admin.end())
const [cash, sales] = [ours.account('1010'), ours.account('4010')]

test('256 callers post singly to one hot account', { timeout: 600_000 }, () => {
  const program = fileURLToPath(new URL('hot-account.ts', import.meta.url))
  const { NODE_TEST_CONTEXT: _ofTests, ...env } = process.env
  equal(spawnSync(process.execPath, [program], { env, stdio: 'inherit' }).status, 0)
})

test('a thousand at once', { timeout: 600_000 }, async () => {
  await admin.query(`create table plain_entry (id text primary key, on_day date, memo text);
    create table plain_line (entry_id text, position int2, account_id text, amount int8, primary key (entry_id, position));
    create table plain_balance (account_id text primary key, amount int8)`)
  const { bookId: _book, ...entry } = ours.entry(ours.lines(['1010', '1.00'], ['4010', '-1.00']))
  const entries = Array.from({ length: BATCH }, () => entry)
  const bulk = () => act('ledger.post-entries', { bookId: ours.bookId, entries })
  const [mine, same, control]: [number[], number[], number[]] = [[], [], []]
  for (let at = 0; at < WARM_UP + BATCHES; at++) {
    const times = [await timed(bulk), await timed(postSetBased), await timed(postPlainly)]
    if (at >= WARM_UP) [mine, same, control].forEach((kept, of) => kept.push(times[of] ?? 0))
  }
  const [our = 0, limit = 1, plain = 1] = [mine, same, control].map((times) => (BATCH / median(times)) * 1000)
  const ratios = `${(our / limit).toFixed(2)} and ${(our / plain).toFixed(2)}`
  console.log(
    `in bulk: ${our.toFixed(0)} entries/s by invoke(), ${limit.toFixed(0)} set-based into the same tables, ${plain.toFixed(0)} into bare ones: ${ratios}`,
  )
})

test('a thousand at once into a book that balances by business', { timeout: 600_000 }, async () => {
  const [plain, balancing] = [await bookWithBusiness('Plain LLC'), await bookWithBusiness('Even LLC')]
  await act('ledger.balance-by-business', { bookId: balancing.bookId, from: '2026-01-01' })
  // Of an uneven entry the cash is of no business, and gets two lines; of an even one all is of the business, and nothing is added.
  const turns = [
    { name: 'without, uneven', post: plain.uneven },
    { name: 'balancing, uneven', post: balancing.uneven },
    { name: 'without, even', post: plain.even },
    { name: 'balancing, even', post: balancing.even },
  ].map(({ name, post }): Turn => ({ name, post, took: [], cpu: [] }))
  for (let at = 0; at < WARM_UP + BATCHES; at++)
    for (const { post, took, cpu } of at % 2 === 0 ? turns : turns.toReversed()) {
      const before = process.cpuUsage()
      const tookMs = await timed(post)
      const { user, system } = process.cpuUsage(before)
      if (at < WARM_UP) continue
      took.push(tookMs)
      cpu.push((user + system) / 1000)
    }
  const [uneven, withLines, even, without] = turns.map(({ took, cpu }) => [median(took), median(cpu)])
  for (const { name, took, cpu } of turns)
    console.log(
      `${name}: ${median(took).toFixed(1)} ms and ${median(cpu).toFixed(1)} ms of our CPU a thousand`,
    )
  console.log(
    `balancing by business, time and CPU: ${ratio(withLines, uneven)} times where two lines are added, ${ratio(without, even)} where none is`,
  )
})

test('balances of a book of a million lines', { timeout: 900_000 }, async () => {
  const book = await open(await entity('Million LLC'))
  await fill(book)
  const trial = (more: object) => act('ledger.get-trial-balance', { bookId: book.bookId, ...more })
  const yearAgo = addDays(today(), -365)
  const plain = () =>
    admin.query({
      name: 'plain',
      text: 'select account_id, currency, sum(amount_minor) from entry_line where book_id = $1 group by account_id, currency',
      values: [book.bookId],
    })
  const year = [{ from: addDays(today(), -364), to: today() }]
  const statement = (more: object) =>
    act('statements.get-statement', { bookId: book.bookId, periods: year, ...more })
  const turns: Record<string, () => Promise<unknown>> = {
    'trial balance': () => trial({}),
    'as of a year ago': () => trial({ effectiveOn: yearAgo, recordedAt: `${yearAgo}T12:00:00Z` }),
    'cash flows of a year, direct': () => statement({ kind: 'cash-flow', method: 'direct' }),
    'a year of no business': () => statement({ kind: 'income-statement', isOfNoBusiness: true }),
    'plain sum': plain,
  }
  const took = new Map(Object.keys(turns).map((name): [string, number[]] => [name, []]))
  for (let at = 0; at < WARM_UP + CALLS; at++)
    for (const [name, turn] of Object.entries(turns)) {
      const tookMs = await timed(turn)
      if (at >= WARM_UP) took.get(name)?.push(tookMs)
    }
  const told = [...took].map(([name, times]) => `${name} ${median(times).toFixed(1)} ms`)
  console.log(`a book of ${ENTRIES * 2} lines, p50: ${told.join(', ')}`)
})

interface Turn {
  name: string
  post: () => Promise<unknown>
  took: number[]
  cpu: number[]
}

function ratio(of: number[] = [], to: number[] = []): string {
  return of.map((ms, at) => (ms / (to[at] ?? 1)).toFixed(2)).join(' and ')
}

async function bookWithBusiness(name: string) {
  const book = await open(await entity(name))
  const socks = { businessId: await business(book.entityId, `Socks of ${name}`) }
  const thousand = (ofCash: object) => {
    const lines = book.lines(['1010', '1.00', ofCash], ['4010', '-1.00', socks])
    const { bookId, ...entry } = book.entry(lines)
    const input = { bookId, entries: Array.from({ length: BATCH }, () => entry) }
    return () => act('ledger.post-entries', input)
  }
  return { bookId: book.bookId, uneven: thousand({}), even: thousand(socks) }
}

/** The set-based limit of our tables: their keys, checks and sums, and nothing of rights, audit or digests. */
async function postSetBased() {
  const ids = Array.from({ length: BATCH }, () => newId('entry'))
  const client = await admin.connect()
  await client.query('begin')
  await client.query({
    name: 'entries',
    text: `insert into entry (id, studio_id, book_id, effective_on, memo, source, line_count, digest, actor_kind, actor_id)
      select id, $2, $3, '2026-03-31', 'A test', 'manual', 2, sha256('x'), 'machine', 'machine' from unnest($1::text[]) as id`,
    values: [ids, studioId, ours.bookId],
  })
  await client.query({
    name: 'lines',
    text: `insert into entry_line (entry_id, position, studio_id, book_id, account_id, effective_on, currency, amount_minor, is_overhead)
      select id, side, $2, $3, case side when 1 then $4 else $5 end, '2026-03-31', 'USD', case side when 1 then 100 else -100 end, side = 2
      from unnest($1::text[]) as id, generate_series(1, 2) as side`,
    values: [ids, studioId, ours.bookId, cash, sales],
  })
  await client.query('commit')
  client.release()
}

/** An entry, two lines and running balances in tables without a reference or a check. */
function postPlainly() {
  const ids = Array.from({ length: BATCH }, () => newId('entry'))
  return admin.query({
    name: 'plainly',
    text: `with entries as (insert into plain_entry select id, '2026-03-31', 'A test' from unnest($1::text[]) as id),
        lines as (insert into plain_line select id, side, case side when 1 then $2 else $3 end, case side when 1 then 100 else -100 end
          from unnest($1::text[]) as id, generate_series(1, 2) as side)
      insert into plain_balance values ($2, 100 * cardinality($1)), ($3, -100 * cardinality($1))
        on conflict (account_id) do update set amount = plain_balance.amount + excluded.amount`,
    values: [ids, cash, sales],
  })
}

/** By its owner and without triggers, for a history that was recorded as it happened cannot be posted in one day. */
async function fill(book: { bookId: string; account(code: string): string }): Promise<void> {
  const codes = [
    '1010',
    '1100',
    '1200',
    '2010',
    '2100',
    '2200',
    '3010',
    '4010',
    '4020',
    '5010',
    '6010',
    '6020',
    '6030',
    '6050',
  ]
  const accounts = codes.map((code) => book.account(code))
  const client = await admin.connect()
  await client.query("set session_replication_role = 'replica'")
  for (let from = 0; from < ENTRIES; from += PER_INSERT) {
    const values = [studioId, book.bookId, from, from + PER_INSERT - 1, accounts, DAYS]
    await client.query(
      `with given as (select at, 'jou_' || lpad(at::text, 26, '0') as id, current_date - (at % $6)::int as on_day
           from generate_series($3::int, $4::int) as at),
         entries as (insert into entry (id, studio_id, book_id, effective_on, recorded_at, memo, source, line_count, digest, actor_kind, actor_id)
           select id, $1, $2, on_day, on_day + interval '9 hours', 'Bench', 'bench', 2, sha256('x'), 'machine', 'x' from given)
       insert into entry_line (entry_id, position, studio_id, book_id, account_id, effective_on, currency, amount_minor, is_overhead)
       select id, side, $1, $2, ($5::text[])[1 + (at + side * 5) % cardinality($5::text[])], on_day, 'USD',
         case side when 1 then 100 + at % 1000 else -100 - at % 1000 end, true from given, generate_series(1, 2) as side`,
      values,
    )
  }
  await client.query(
    `insert into account_day (account_id, currency, effective_on, recorded_on, studio_id, book_id, debit_minor, credit_minor, line_count, cash_minor)
     select account_id, currency, effective_on, effective_on, $1, book_id, coalesce(sum(amount_minor) filter (where amount_minor > 0), 0),
       coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0), count(*), 0
     from entry_line where book_id = $2 group by account_id, currency, effective_on, book_id`,
    [studioId, book.bookId],
  )
  await client.query('select reckon_cash($1)', [book.bookId])
  await client.query('reset session_replication_role')
  client.release()
  await admin.query('vacuum analyze entry, entry_line, account_day')
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now()
  await work()
  return performance.now() - startedAtMs
}
