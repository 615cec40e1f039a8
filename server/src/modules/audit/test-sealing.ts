import { setTimeout as pause } from 'node:timers/promises'
import { assert } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import { TEST_MEANS } from '#server/test-system.ts'
import { appendMissing, sealNext } from './seal-next.ts'

const LOOKS_MAX = 2000

/** Seals until nothing is left: another test on the same server can hold back what is final for a moment. */
export async function sealAll(
  { app }: Pick<TestDatabase, 'app'>,
  studioId: Id<'studio'>,
  linesMax?: number,
): Promise<void> {
  const unsealed = `select count(*)::int as count from audit_line where studio_id = $1
    and not exists (select from audit_seal where audit_line_id = audit_line.id)`
  for (let looks = 0; ; looks++) {
    const sealed = await app.write({ studioId }, (tx) => sealNext(tx, studioId, TEST_MEANS.audit, linesMax))
    const [row] = await app.read({ studioId }, (tx) => tx.prepared<{ count: number }>(unsealed, [studioId]))
    if (sealed === 0 && row?.count === 0) break
    assert(looks < LOOKS_MAX, 'lines were never sealed')
    if (sealed === 0) await pause(10)
  }
  await app.write({ studioId }, (tx) => appendMissing(tx, studioId, TEST_MEANS.audit))
}
