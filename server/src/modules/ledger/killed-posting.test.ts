import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { killProcess, startProcess } from '#server/test-killed-process.ts'
import type { KilledPostingSettings } from './test-killed-posting.ts'
import { testLedger } from './test-ledger.ts'

/** `npm run faults` kills a hundred times. */
const KILLS = Number(process.env['IZA_KILLS'] ?? 4)
const CALLERS = 16
const Acknowledged = z.object({ externalId: z.string(), entryId: z.string() })

const { act, database, machineKey, ours, records, wayIn } = await testLedger()

test(`${KILLS} kill -9 while ${CALLERS} callers post to one account: what was acknowledged is there once, and the book verifies`, async (t) => {
  const acknowledged = new Map<string, string>()
  const lines = ours.lines(['1010', '1.00'], ['4010', '-1.00'])
  for (let at = 0; at < KILLS; at++) {
    const settings: KilledPostingSettings = {
      app: database.configFor('app'),
      way: wayIn,
      machineKey,
      callers: CALLERS,
      bookId: ours.bookId,
      lines,
      from: at * 1_000_000,
    }
    const child = await startProcess(new URL('test-killed-posting.ts', import.meta.url), settings)
    const before = acknowledged.size
    child.on('message', (message) => {
      const { success, data } = Acknowledged.safeParse(message)
      if (success) acknowledged.set(data.externalId, data.entryId)
    })
    while (acknowledged.size === before) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, randomInt(5, 150)))
    await killProcess(child)
  }
  const there = await stored()
  for (const [externalId, entryId] of acknowledged) equal(there.get(externalId), entryId, externalId)

  // A caller who was not answered asks again: what was committed answers, and is not posted twice.
  const unanswered = [...there.keys()].filter((externalId) => !acknowledged.has(externalId))
  for (const externalId of unanswered) {
    const given = ours.entry(lines, { memo: 'Killed', externalId })
    equal((await act('ledger.post-entry', given))['isKnown'], true)
  }
  equal((await stored()).size, there.size)
  equal((await ours.balances())['1010 USD'], `${there.size}.00`)
  deepEqual(await ours.findings(), [])
  ok(acknowledged.size > KILLS)
  t.diagnostic(`${acknowledged.size} acknowledged, ${unanswered.length} committed and not answered`)
})

/** By their external ids. */
async function stored(): Promise<Map<string, string>> {
  const { rows } = await records.query('select external_id, id from entry where external_id is not null')
  return new Map(rows.map(({ external_id, id }) => [external_id, id]))
}
