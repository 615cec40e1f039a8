import { atEnd } from '#server/database/at-end.ts'
import { openSignals } from '#server/database/signals.ts'
import { startWorker } from '#server/runs/worker.ts'
import { createWay } from '#server/system.ts'
import type { TestSystem } from '#server/test-system.ts'

/** Systems of tests serve and work no runs, so that suites decide; a journey that waits for one asks for a worker. */
export function workRuns({ database, settings }: TestSystem): void {
  const { invoke, invokeApproved, programs } = createWay(database.app, settings)
  const signals = openSignals(database.configFor('app'))
  const worker = startWorker({
    database: database.app,
    signals,
    invoke,
    invokeApproved,
    programs,
    log: console.error,
  })
  atEnd(async () => {
    await worker.close()
    await signals.close()
  })
}
