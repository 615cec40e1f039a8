import type { Database } from '#server/database/database.ts'
import { renewLeases } from './leases.ts'
import { LetGo } from './let-go.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Held } from './stepper.ts'

/** Three renewals fit into a lease, so that one may fail. */
const RENEW_MS = 5_000
/** Progress is told this often while something is held. */
const TICK_MS = 1_000
/** However often we are called, leases are not renewed more often than this. */
const CALL_MS = 250

export interface LeaseKeeper {
  /** Something that is held may have been cancelled: looks soon. */
  call(): void
  close(): Promise<void>
}

/** Renews the leases of what is held and tells its progress; who lost a lease, or was cancelled, hears of it. */
export function keepLeases(
  held: ReadonlyMap<string, Held>,
  given: { database: Database; leaseMs: number; log(error: unknown, runId: string): void },
): LeaseKeeper {
  const { database, leaseMs, log } = given
  let renewedAtMs = Date.now()
  let isCalled = false

  const tick = oneAtATime(async () => {
    const sinceMs = Date.now() - renewedAtMs
    const isDue = sinceMs >= Math.min(RENEW_MS, leaseMs / 3) || (isCalled && sinceMs >= CALL_MS)
    const ours = [...held.values()].filter(({ progress }) => isDue || progress)
    if (ours.length === 0) return
    if (isDue) [renewedAtMs, isCalled] = [Date.now(), false]
    const renewals = ours.map(({ run: { id, token }, progress }) => ({ id, token, progress }))
    for (const one of ours) one.progress = undefined
    try {
      const kept = await renewLeases(database, renewals, leaseMs)
      for (const { run, abort } of ours) {
        const state = kept.get(run.id)
        if (!state && held.has(run.id)) abort.abort(new LetGo('lease-lost'))
        else if (state?.isCancelled) abort.abort(new LetGo('cancelled'))
      }
    } catch (error) {
      log(error, 'worker')
    }
  })
  const ticking = setInterval(() => void tick(), Math.min(TICK_MS, leaseMs / 4)).unref()

  return {
    call() {
      isCalled = true
      void tick()
    },
    async close() {
      clearInterval(ticking)
      await tick.idle()
    },
  }
}
