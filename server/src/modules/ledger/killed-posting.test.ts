import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { killProcess, startProcess } from '#server/test-killed-process.ts'
import { refusal } from '#server/test-refusal.ts'
import type { KilledPostingSettings } from './test-killed-posting.ts'
import { testLedger } from './test-ledger.ts'

/** `npm run faults` kills a hundred times. */
const KILLS = Number(process.env['IZA_KILLS'] ?? 4)
const CALLERS = 16
const Acknowledged = z.object({
  externalId: z.string(),
  id: z.string(),
  state: z.enum(['posted', 'reserved', 'voided']),
})
type Acknowledged = z.output<typeof Acknowledged>

const { act, database, machineKey, ours, theirs, records, wayIn } = await testLedger()

test(`${KILLS} kill -9 while ${CALLERS} callers post to one account: what was acknowledged is there once, and the book verifies`, async (t) => {
  const lines = ours.lines(['1010', '1.00'], ['4010', '-1.00'])
  const acknowledged = await postAndKill({ bookId: ours.bookId, lines, how: 'post' })
  const there = await stored(ours.bookId)
  for (const [externalId, { id }] of acknowledged) equal(there.get(externalId), id, externalId)

  // A caller who was not answered asks again: what was committed answers, and is not posted twice.
  const unanswered = [...there.keys()].filter((externalId) => !acknowledged.has(externalId))
  for (const externalId of unanswered) {
    const given = ours.entry(lines, { memo: 'Killed', externalId })
    equal((await act('ledger.post-entry', given))['isKnown'], true)
  }
  equal((await stored(ours.bookId)).size, there.size)
  equal((await ours.balances())['1010 USD'], `${there.size}.00`)
  deepEqual(await ours.findings(), [])
  ok(acknowledged.size > KILLS)
  t.diagnostic(`${acknowledged.size} acknowledged, ${unanswered.length} committed and not answered`)
})

test(`${KILLS} kill -9 while they reserve, post and let go: what is held is what is open, and nothing is posted twice`, async (t) => {
  const { bookId, account } = theirs
  await act('ledger.update-account', { accountId: account('1010'), floor: '0' })
  const paidIn = 1_000_000
  await theirs.post(theirs.lines(['1010', paidIn], ['3010', -paidIn]))
  const lines = theirs.lines(['1010', '-1.00'], ['6020', '1.00'])
  const acknowledged = await postAndKill({ bookId, lines, how: 'reserve' })
  const { rows } = await records.query(
    `select external_id, id, state, entry_id from unposted_entry where book_id = $1`,
    [bookId],
  )
  const there = new Map(rows.map((row) => [row.external_id, row]))
  for (const [externalId, { id, state }] of acknowledged) {
    const row = there.get(externalId)
    // What it came to may have been committed and not answered.
    if (state === 'reserved') equal(row.id, id)
    else if (state === 'voided') deepEqual([row.id, row.state], [id, 'voided'])
    else deepEqual([row.entry_id, row.state], [id, 'posted'])
  }
  const [open, posted] = ['open', 'posted'].map((state) => rows.filter((row) => row.state === state))
  const held = await records.query(
    'select coalesce(sum(minor), 0)::int as minor from account_hold where account_id = $1',
    [account('1010')],
  )
  equal(held.rows[0].minor, Number(open?.length) * 100)
  equal((await theirs.balances())['6020 USD'], `${posted?.length}.00`)
  // Whoever comes back posts what is still open, once.
  for (const { id: pendingId } of open ?? []) {
    await act('ledger.post-pending', { pendingId })
    equal((await refusal(act('ledger.post-pending', { pendingId }))).code, 'ledger.already-posted')
  }
  equal((await theirs.balances())['6020 USD'], `${Number(posted?.length) + Number(open?.length)}.00`)
  deepEqual(await theirs.findings(), [])
  ok(Number(posted?.length) > 0)
  t.diagnostic(`${rows.length} reserved, ${posted?.length} posted, ${open?.length} open`)
})

/** What was acknowledged last of each, by its external id. */
async function postAndKill(
  given: Pick<KilledPostingSettings, 'bookId' | 'lines' | 'how'>,
): Promise<Map<string, Acknowledged>> {
  const acknowledged = new Map<string, Acknowledged>()
  for (let at = 0; at < KILLS; at++) {
    const settings: KilledPostingSettings = {
      app: database.configFor('app'),
      way: wayIn,
      machineKey,
      callers: CALLERS,
      from: at * 1_000_000,
      ...given,
    }
    const child = await startProcess(new URL('test-killed-posting.ts', import.meta.url), settings)
    await new Promise<void>((resolve) => {
      child.on('message', (message) => {
        const { success, data } = Acknowledged.safeParse(message)
        if (!success) return
        acknowledged.set(data.externalId, data)
        if (data.state === 'posted') resolve()
      })
    })
    await new Promise((resolve) => setTimeout(resolve, randomInt(5, 150)))
    await killProcess(child)
  }
  return acknowledged
}

/** By their external ids. */
async function stored(bookId: string): Promise<Map<string, string>> {
  const { rows } = await records.query(
    'select external_id, id from entry where book_id = $1 and external_id is not null',
    [bookId],
  )
  return new Map(rows.map(({ external_id, id }) => [external_id, id]))
}
