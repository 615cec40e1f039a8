import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { InvokeApproved } from '#server/catalogue/invoke-approved.ts'
import type { Invoke } from '#server/catalogue/invoke.ts'
import type { Database } from '#server/database/database.ts'
import { RUNS, type Signals } from '#server/database/signals.ts'
import { createJournal } from './journal.ts'
import { keepLeases } from './keep-leases.ts'
import { leaseRuns, nextDueInMs, type LeasedRun } from './leases.ts'
import { LetGo } from './let-go.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { programsByName, type Program } from './program.ts'
import { ensureStandingRuns } from './standing-runs.ts'
import type { Held } from './stepper.ts'
import { workThrough } from './work-through.ts'

/** How many runs one process works on at once: they mostly wait for the database or the other side. */
const SLOTS = 16
const LEASE_MS = 15_000
/** A signal can be lost; nothing waits longer than this for the next look. */
const LOOK_MS = 15_000
const AFTER_ERROR_MS = 1_000
const STANDING_MS = 60_000
const PATIENCE_MS = 8_000

export interface WorkerMeans {
  database: Database
  signals: Signals
  invoke: Invoke
  invokeApproved: InvokeApproved
  programs: readonly Program[]
  log(error: unknown, runId: string): void
  leaseMs?: number
}

export interface Worker {
  /** Runs that it holds, and when it last looked for more (Unix milliseconds). */
  state(): { held: number; lookedAtMs: number | undefined }
  /** Lets what is in flight come to the end of its step, and gives the rest back at once. */
  close(): Promise<void>
}

/** Works the runs of every studio: takes what is due, keeps its leases, and lets go in order. */
export function startWorker(means: WorkerMeans): Worker {
  const { signals, leaseMs = LEASE_MS } = means
  const held = new Map<string, Held>()
  const working = new Set<Promise<void>>()
  const keeper = keepLeases(held, { ...means, leaseMs })
  const work = workerOn(held, means)
  const look = lookNowAndThen(means, {
    leaseMs,
    freeSlots: () => SLOTS - held.size,
    begin(run) {
      const done = work(run).then(() => look.now())
      working.add(done)
      void done.finally(() => working.delete(done))
    },
  })
  const stopHearing = signals.on(RUNS, (studioId) => {
    keeper.call()
    look.now(studioId)
  })
  look.now()

  return {
    state: () => ({ held: held.size, lookedAtMs: look.lastAtMs() }),
    async close() {
      stopHearing()
      await look.close()
      for (const { abort } of held.values()) abort.abort(new LetGo('stopping'))
      const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref())
      await Promise.race([Promise.all(working), patience])
      await keeper.close()
    },
  }
}

function workerOn(held: Map<string, Held>, means: WorkerMeans) {
  const programOf = programsByName(means.programs)
  const journal = createJournal(means.database)
  return async (run: LeasedRun): Promise<void> => {
    const one: Held = { run, abort: new AbortController(), progress: undefined, written: 0 }
    if (run.isCancelled) one.abort.abort(new LetGo('cancelled'))
    held.set(run.id, one)
    await workThrough(one, { ...means, journal, program: programOf(run.program) })
    if (held.get(run.id) === one) held.delete(run.id)
  }
}

/** Looks for what is due: when it is told to, when something falls due, and now and then by itself. */
function lookNowAndThen(
  { database, programs, log }: WorkerMeans,
  given: { leaseMs: number; freeSlots(): number; begin(run: LeasedRun): void },
) {
  const worker = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`
  const names = programs.map(({ name }) => name)
  const studios = new Set<string>()
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let standingAtMs = 0
  let lastAtMs: number | undefined

  async function look(): Promise<number> {
    if (Date.now() - standingAtMs >= STANDING_MS) {
      await ensureStandingRuns(database, programs)
      standingAtMs = Date.now()
    }
    const count = given.freeSlots()
    if (count <= 0) return LOOK_MS // whoever lets go looks again
    const { leaseMs } = given
    const taken = await leaseRuns(database, { count, worker, leaseMs, programs: names })
    for (const run of taken) given.begin(run)
    return taken.length === count ? LOOK_MS : ((await nextDueInMs(database, names, worker)) ?? LOOK_MS)
  }

  const now = oneAtATime(async () => {
    clearTimeout(timer)
    if (isClosed) return
    const inMs = await look().then(
      (nextInMs) => {
        lastAtMs = Date.now()
        return nextInMs
      },
      (error: unknown) => {
        log(error, 'worker')
        return AFTER_ERROR_MS
      },
    )
    timer = setTimeout(() => void now(), Math.min(Math.max(inMs, 10), LOOK_MS)).unref()
  })

  return {
    lastAtMs: () => lastAtMs,
    now(studioId?: string): void {
      // A studio that was just founded gets its standing runs at once.
      if (studioId && !studios.has(studioId)) standingAtMs = 0
      if (studioId) studios.add(studioId)
      void now()
    },
    async close(): Promise<void> {
      isClosed = true
      clearTimeout(timer)
      await now.idle()
      clearTimeout(timer)
    },
  }
}
