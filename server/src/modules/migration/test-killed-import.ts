import { openDatabase } from '#server/database/database.ts'
import { openSignals } from '#server/database/signals.ts'
import { startWorker } from '#server/runs/worker.ts'
import { createWay } from '#server/system.ts'
import { bookImport } from './import-program.ts'

/** A process that imports books, and is gone after so many of its steps. */
export interface KilledImportSettings {
  app: Parameters<typeof openDatabase>[0]
  way: Parameters<typeof createWay>[1]
  leaseMs: number
  steps: number
}

process.once('message', ({ app, way, leaseMs, steps }: KilledImportSettings) => {
  const { invoke, invokeApproved } = createWay(openDatabase(app, 10), way)
  let left = steps
  process.send?.('working')
  startWorker({
    database: openDatabase(app, 10),
    signals: openSignals(app),
    invoke: async (request) => {
      if (left-- === 0) setTimeout(() => process.kill(process.pid, 'SIGKILL'), 2)
      return invoke(request)
    },
    invokeApproved,
    programs: [bookImport],
    log: (error) => console.error(error),
    leaseMs,
  })
})
