import { openEgress } from '#server/adapters/egress/open-egress.ts'
import { openDatabase } from '#server/database/database.ts'
import { openSignals } from '#server/database/signals.ts'
import { meansFrom } from '#server/module-means.ts'
import { startWorker } from '#server/runs/worker.ts'
import { createWay } from '#server/system.ts'
import { deliver, followEvents } from './index.ts'

/** A process that does nothing but follow events and deliver them, until it is killed. */
export interface KilledDeliverySettings {
  app: Parameters<typeof openDatabase>[0]
  way: Parameters<typeof createWay>[1]
  allow: string[]
  leaseMs: number
  pausesMs: number[]
}

process.once('message', ({ app, way, allow, leaseMs, pausesMs }: KilledDeliverySettings) => {
  const database = openDatabase(app, 10)
  const signals = openSignals(app)
  const { vault } = meansFrom(way)
  const programs = [deliver({ vault, egress: openEgress({ allow }) }, pausesMs)]
  const { invoke, invokeApproved } = createWay(database, way)
  startWorker({ database, signals, invoke, invokeApproved, programs, log, leaseMs })
  followEvents({ database, signals, log })
  process.send?.('working')
})

function log(error: unknown): void {
  console.error(error)
}
