import { openDatabase } from '#server/database/database.ts'
import { openSignals } from '#server/database/signals.ts'
import { startWorker } from '#server/runs/worker.ts'
import { createWay } from '#server/system.ts'
import { mail } from './mail.ts'
import { sendDigests } from './send-digests.ts'

/** A process that does nothing but mail notifications, until it is killed. */
export interface KilledMailSettings {
  app: Parameters<typeof openDatabase>[0]
  way: Parameters<typeof createWay>[1]
  nowMs: number
  leaseMs: number
}

process.once('message', ({ app, way, nowMs, leaseMs }: KilledMailSettings) => {
  const database = openDatabase(app, 10)
  const { invoke, invokeApproved, notifications } = createWay(database, way)
  startWorker({
    database,
    signals: openSignals(app),
    invoke,
    invokeApproved,
    programs: [mail(notifications), sendDigests(() => new Date(nowMs))],
    log: (error) => console.error(error),
    leaseMs,
  })
  process.send?.('working')
})
