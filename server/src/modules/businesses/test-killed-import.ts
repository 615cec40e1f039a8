import { openDatabase } from '#server/database/database.ts'
import { openSignals } from '#server/database/signals.ts'
import { startWorker } from '#server/runs/worker.ts'
import { createWay } from '#server/system.ts'
import { businessImport } from './import-program.ts'

/** A process that begins an import and is gone in the middle of it. */
export interface KilledImportSettings {
  app: Parameters<typeof openDatabase>[0]
  way: Parameters<typeof createWay>[1]
  leaseMs: number
  /** While the rows are on their way to the database, or when they are there and the journal does not know it yet. */
  dies: 'within' | 'after'
}

process.once('message', ({ app, way, leaseMs, dies }: KilledImportSettings) => {
  const database = openDatabase(app, 10)
  const { invoke, invokeApproved } = createWay(database, way)
  startWorker({
    database,
    signals: openSignals(app),
    invoke: async (request) => {
      if (dies === 'within') setTimeout(end, 5)
      const answer = await invoke(request)
      end()
      return answer
    },
    invokeApproved,
    programs: [businessImport],
    log: (error) => console.error(error),
    leaseMs,
  })
})

function end(): void {
  process.kill(process.pid, 'SIGKILL')
}
