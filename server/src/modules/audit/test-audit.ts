import { idFrom } from '#kernel/ids.ts'
import { OWNER, TEST_MEANS, testWay } from '#server/test-system.ts'
import { headFile } from './head-file.ts'
import { sealAll } from './test-sealing.ts'

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
    seal: (linesMax?: number) => sealAll(database, studioId, linesMax),
  }
}
