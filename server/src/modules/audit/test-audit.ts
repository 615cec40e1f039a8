import { setTimeout as pause } from 'node:timers/promises'
import { assert } from '#kernel/assert.ts'
import { idFrom } from '#kernel/ids.ts'
import { OWNER, TEST_MEANS, testWay } from '#server/test-system.ts'
import { headFile } from './head-file.ts'
import { appendMissing, sealNext } from './seal-next.ts'

/** A founded studio whose lines are real: they come from invocations. `records` sees and changes everything. */
export async function auditedStudio() {
  const { database, machineKey, call } = await testWay()
  const means = TEST_MEANS.audit
  await call('identity.found-studio', OWNER)
  const records = await database.look()
  const { rows } = await records.query('select id from studio')
  const studioId = idFrom('studio', rows[0].id)
  let written = 0

  async function count(sql: string): Promise<number> {
    const { rows: counted } = await records.query(`select count(*)::int as count from ${sql}`)
    return counted[0].count
  }

  return {
    database,
    records,
    studioId,
    means,
    call,
    count,
    file: headFile(means.headsDir, studioId),
    ask: (operation: string, input: unknown = {}) => call(operation, input, machineKey),
    /** So many lines, each of a transaction of its own. */
    async write(lines: number): Promise<void> {
      for (let line = 0; line < lines; line++) {
        await call('businesses.create-category', { name: `Category ${++written}` }, machineKey)
      }
    },
    /** Seals until nothing is left: another test on the same server can hold back what is final for a moment. */
    async seal(linesMax?: number): Promise<void> {
      for (let tries = 0; ; tries++) {
        const sealed = await database.app.write({ studioId }, (tx) => sealNext(tx, studioId, means, linesMax))
        if (sealed === 0 && (await count('audit_line')) === (await count('audit_seal'))) break
        assert(tries < 2000, 'lines were never sealed')
        if (sealed === 0) await pause(10)
      }
      await database.app.write({ studioId }, (tx) => appendMissing(tx, studioId, means))
    },
  }
}
