import type { Id } from '#kernel/ids.ts'
import type { TestDatabase } from '#server/database/test-database.ts'
import { waitFor } from '#server/runs/test-runs.ts'
import { TEST_MEANS } from '#server/test-system.ts'
import { appendMissing, sealNext } from './seal-next.ts'

type App = Pick<TestDatabase, 'app'>

/** Seals whatever there is: as one head, or as one for each `linesMax`. */
export async function sealAll(database: App, studioId: Id<'studio'>, linesMax?: number): Promise<void> {
  await untilFinal(database, studioId)
  const { audit } = TEST_MEANS
  const seal = () => database.app.write({ studioId }, (tx) => sealNext(tx, studioId, audit, linesMax))
  while ((await seal()) > 0);
  await database.app.write({ studioId }, (tx) => appendMissing(tx, studioId, audit))
}

/** Waits until no transaction is older than the newest line: those of other tests on the same server count too. */
export async function untilFinal({ app }: App, studioId: Id<'studio'>): Promise<void> {
  const waiting = `select id from audit_line where studio_id = $1 and xact >= pg_snapshot_xmin(pg_current_snapshot())`
  await waitFor(async () => {
    const seen = await app.read({ studioId }, (tx) => tx.prepared<{ id: string }>(waiting, [studioId]))
    return { isThere: seen.length === 0, seen }
  })
}
