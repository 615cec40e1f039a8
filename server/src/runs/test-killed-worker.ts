import { openDatabase } from '#server/database/database.ts'
import { openSignals } from '#server/database/signals.ts'
import { createWay } from '#server/system.ts'
import { faultsProgram } from './test-faults-program.ts'
import { startWorker } from './worker.ts'

/** A process that does nothing but work runs, until it is killed. */
export interface KilledWorkerSettings {
  app: Parameters<typeof openDatabase>[0]
  way: Parameters<typeof createWay>[1]
  leaseMs: number
}

process.once('message', ({ app, way, leaseMs }: KilledWorkerSettings) => {
  const database = openDatabase(app, 10)
  const { invoke, invokeApproved } = createWay(database, way)
  startWorker({
    database,
    signals: openSignals(app),
    invoke,
    invokeApproved,
    programs: [faultsProgram],
    log: (error) => console.error(error),
    leaseMs,
  })
  process.send?.('working')
})
