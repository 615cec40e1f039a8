import { rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { testLedger } from './test-ledger.ts'

const { database, ours, theirs, studioId, records } = await testLedger()

test('the role that serves can post nothing that does not hold, and change nothing that is posted', async () => {
  const { id } = await ours.post(ours.lines(['1010', 6], ['4010', -6]))
  const entryId = newId('entry')
  const app = (sql: string, values: unknown[] = []) =>
    database.app.write({ studioId, coverage: '*' }, (tx) => tx.prepared(sql, values))
  for (const sql of [
    `update entry set memo = 'x'`,
    `delete from entry`,
    `update entry_line set amount_minor = 1`,
    `delete from entry_line`,
    `truncate entry_line`,
  ])
    await rejects(app(sql), /permission denied/, sql)
  for (const sums of ['debit_minor', 'cash_minor'])
    await rejects(app(`update account_day set ${sums} = ${sums} + 1`), /balances move with the lines/)
  const enter = (lines: number) =>
    app(
      `insert into entry (id, studio_id, book_id, effective_on, memo, source, line_count, digest, actor_kind, actor_id)
       values ($1, $2, $3, '2026-03-31', 'x', 'manual', $4, sha256('x'), 'machine', 'x')`,
      [entryId, studioId, ours.bookId, lines],
    )
  await rejects(enter(2), /entry_whole/, 'an entry without lines')
  const both = (values: string) =>
    database.app.write({ studioId, coverage: '*' }, async (tx) => {
      await tx.prepared(
        `insert into entry (id, studio_id, book_id, effective_on, memo, source, line_count, digest, actor_kind, actor_id)
         values ($1, $2, $3, '2026-03-31', 'x', 'manual', 2, sha256('x'), 'machine', 'x')`,
        [entryId, studioId, ours.bookId],
      )
      await tx.prepared(
        `insert into entry_line (entry_id, position, studio_id, book_id, account_id, effective_on, currency, amount_minor, is_overhead)
         select $1, position, $2, $3, account_id, on_day::date, currency, minor, overhead from (values ${values})
           as given (position, account_id, on_day, currency, minor, overhead)`,
        [entryId, studioId, ours.bookId],
      )
    })
  const [cash, sales] = [ours.account('1010'), ours.account('4010')]
  const pair = (one: string, two: string) => both(`${one}, ${two}`)
  await rejects(pair(line(1, cash, 5), line(2, sales, -4)), /does not balance/)
  await rejects(pair(line(1, cash, 5), line(3, sales, -5)), /are not those that it has/)
  await rejects(
    pair(line(1, cash, 5, { day: '2026-04-01' }), line(2, sales, -5)),
    /are not those that it has/,
  )
  await rejects(pair(line(1, cash, 5), line(2, sales, -5, { overhead: false })), /does not take this line/)
  await rejects(
    pair(line(1, cash, 5, { currency: 'EUR' }), line(2, cash, -5, { currency: 'EUR' })),
    /does not take this line/,
  )
  await rejects(pair(line(1, cash, 5), line(2, theirs.account('4010'), -5)), /there is no account/)
  await rejects(
    app(
      `insert into entry_line (entry_id, position, studio_id, book_id, account_id, effective_on, currency, amount_minor, is_overhead)
       select $1, p, $2, $3, $4, '2026-03-31', 'USD', case p when 3 then 5 else -5 end, false from unnest(array[3, 4]) as p`,
      [id, studioId, ours.bookId, cash],
    ),
    /are not those that it has/,
    'two more lines for an entry that was posted',
  )
})

test('what lines refer to stays, for whoever owns the tables as well', async () => {
  await ours.post(ours.lines(['1010', 6], ['4010', -6]))
  const missing = newId('entry')
  await rejects(
    records.query(
      `insert into entry_line (entry_id, position, studio_id, book_id, account_id, effective_on, currency, amount_minor, is_overhead)
       select $1, p, $2, $3, $4, '2026-03-31', 'USD', case p when 1 then 5 else -5 end, false from unnest(array[1, 2]) as p`,
      [missing, studioId, ours.bookId, ours.account('1010')],
    ),
    new RegExp(`there is no entry ${missing}`),
  )
  for (const sql of [
    'delete from entry',
    'delete from account',
    'delete from studio',
    'truncate entry cascade',
    `update entry set book_id = '${theirs.bookId}'`,
    `update account set studio_id = studio_id`,
  ])
    await rejects(records.query(sql), /stay, with their keys/, sql)
})

interface Wrong {
  day?: string
  currency?: string
  overhead?: boolean
}

function line(position: number, account: string, minor: number, wrong: Wrong = {}): string {
  const { day = '2026-03-31', currency = 'USD', overhead = true } = wrong
  return `(${position}, '${account}', '${day}', '${currency}', ${minor}::bigint, ${overhead})`
}
