import type { Database } from './database/database.ts'
import type { Signals } from './database/signals.ts'
import type { InvokeApproved } from './catalogue/invoke-approved.ts'
import type { Invoke } from './catalogue/invoke.ts'
import { followNotifications, type NotificationsMeans } from './modules/notifications/index.ts'
import { followEvents } from './modules/webhooks/index.ts'
import type { Program } from './runs/program.ts'
import { startWorker, type Worker } from './runs/worker.ts'

export interface Working {
  database: Database
  signals: Signals
  invoke: Invoke
  invokeApproved: InvokeApproved
  programs: readonly Program[]
  notifications: NotificationsMeans
  log(error: unknown, runId: string): void
}

/**
 * All that a process does without being asked: it works runs, those that wait for servers of others in places of their own,
 * gives events out to endpoints, and tells people what concerns them.
 */
export function workRuns(means: Working): Worker {
  const { database, signals, programs, notifications, log } = means
  const [inner, outgoing] = [false, true].map((isOutgoing) =>
    startWorker({ ...means, programs: programs.filter((one) => one.isOutgoing === isOutgoing) }),
  )
  const followers = [
    followEvents({ database, signals, log: (error) => log(error, 'webhooks') }),
    followNotifications({ database, signals, log: (error) => log(error, 'notifications') }, notifications),
  ]
  return {
    /** Of both, the one that looked longer ago. */
    state() {
      const states = [inner, outgoing].flatMap((worker) => worker?.state() ?? [])
      const looked = states.map(({ lookedAtMs }) => lookedAtMs)
      return {
        held: states.reduce((sum, { held }) => sum + held, 0),
        lookedAtMs: looked.some((at) => at === undefined) ? undefined : Math.min(...looked.map(Number)),
      }
    },
    async close() {
      await Promise.all(followers.map((follower) => follower.close()))
      await Promise.all([inner?.close(), outgoing?.close()])
    },
  }
}
