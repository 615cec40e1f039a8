import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { testLedger } from './test-ledger.ts'

const way = await testLedger()
const { act, ours, records } = way
const { bookId } = ours

async function verdict(entriesMax = 3): Promise<{ checked: number; findings: [string, string | null][] }> {
  let [checked, cursor]: [number, unknown] = [0, undefined]
  const findings: [string, string | null][] = []
  do {
    const part = await act('ledger.verify-entries', { bookId, entriesMax, ...(cursor ? { cursor } : {}) })
    checked += Number(part['checked'])
    for (const { kind, entryId } of Object(part['findings'])) findings.push([kind, entryId])
    cursor = part['nextCursor']
  } while (cursor !== null)
  return { checked, findings }
}

/** Changes rows as somebody would who has the whole database in their hands, and takes it back. */
async function tampered(sql: string, values: unknown[] = []): Promise<[string, string | null][]> {
  await records.query('begin')
  await records.query("set local session_replication_role = 'replica'")
  const { rowCount } = await records.query(sql, values)
  equal(rowCount, 1, sql)
  await records.query('commit')
  return (await verdict()).findings
}

const ids: string[] = []
for (let at = 0; at < 8; at++)
  ids.push(String((await ours.post(ours.lines(['1010', 5 + at], ['4010', -5 - at])))['id']))
const { posted } = await act('ledger.post-entries', {
  bookId,
  entries: [1, 2, 3, 4].map((amount) => {
    const { bookId: _book, ...entry } = ours.entry(ours.lines(['1010', amount], ['3010', -amount]))
    return entry
  }),
})
ids.push(...Object(posted).map(({ id }: { id: string }) => id))
const reversal = await act('ledger.reverse-entry', { entryId: ids[0] })
ids.push(String(reversal['id']))

test('a book that nobody touched verifies, whatever way its entries came', async () => {
  deepEqual(await verdict(), { checked: ids.length, findings: [] })
  deepEqual(await verdict(5000), { checked: ids.length, findings: [] })
})

test('whatever is changed afterwards is named', async () => {
  const [first, second, third, bulk] = [ids[1], ids[2], ids[3], ids[9]]
  const digest = 'update entry set digest = sha256(digest) where id = $1'
  deepEqual(
    await tampered(
      `update entry_line set amount_minor = amount_minor + 1 where entry_id = $1 and position = 1`,
      [first],
    ),
    [
      ['changed', first],
      ['sums-differ', null],
    ],
  )
  await tampered(
    `update entry_line set amount_minor = amount_minor - 1 where entry_id = $1 and position = 1`,
    [first],
  )
  deepEqual(await tampered(`update entry set memo = memo || '!' where id = $1`, [bulk]), [['changed', bulk]])
  await tampered(`update entry set memo = 'A test' where id = $1`, [bulk])
  deepEqual(await tampered(digest, [second]), [['changed', second]])
  await tampered(`update entry set digest = decode($2, 'hex') where id = $1`, [
    second,
    (await digestInAudit(second)) ?? '',
  ])
  deepEqual(await tampered(`update entry set actor_id = 'somebody' where id = $1`, [third]), [
    ['told-otherwise', third],
  ])
  await tampered(`update entry set actor_id = (select actor_id from entry where id = $2) where id = $1`, [
    third,
    first,
  ])
  deepEqual(
    await tampered(
      `update account_day set debit_minor = debit_minor + 1 where account_id = $1 and effective_on = '2026-03-31'`,
      [ours.account('1010')],
    ),
    [['sums-differ', null]],
  )
  await tampered(
    `update account_day set debit_minor = debit_minor - 1 where account_id = $1 and effective_on = '2026-03-31'`,
    [ours.account('1010')],
  )
  const cash = (by: number) =>
    tampered(
      `update account_day set cash_minor = cash_minor + $2 where account_id = $1 and effective_on = '2026-03-31'`,
      [ours.account('4010'), by],
    )
  deepEqual(await cash(1), [['sums-differ', null]])
  deepEqual(await cash(-1), [])
})

test('an entry that is put in or taken out is named', async () => {
  const last = String(ids.at(-1))
  const moved = await tampered(
    `update entry set recorded_at = recorded_at - interval '1 day' where id = $1`,
    [last],
  )
  deepEqual(
    moved.toSorted(([one], [other]) => one.localeCompare(other)),
    [
      ['missing', last],
      ['not-told', last],
    ],
  )
  await tampered(`update entry set recorded_at = recorded_at + interval '1 day' where id = $1`, [last])
  deepEqual((await verdict()).findings, [])
  await records.query("set session_replication_role = 'replica'")
  await records.query('delete from entry_line where entry_id = $1', [ids[4]])
  await records.query('delete from entry where id = $1', [ids[4]])
  deepEqual((await verdict()).findings, [
    ['missing', ids[4]],
    ['sums-differ', null],
    ['sums-differ', null],
  ])
})

async function digestInAudit(id: string | undefined): Promise<string | undefined> {
  const { rows } = await records.query(
    `select changes -> 0 -> 'after' ->> 'digest' as digest from audit_line where changes -> 0 ->> 'subjectId' = $1`,
    [id],
  )
  return rows[0]?.digest
}
