import { STEPS, stepOf } from './duration-scale.ts'

/** What came of an invocation: `held` waits for an approval, `refused` is a problem that the caller can act on, `failed` is ours. */
export type Outcome = 'done' | 'held' | 'refused' | 'failed'

export interface Observed {
  /** A name of the catalogue, or "unknown". */
  operation: string
  door: string
  outcome: Outcome
  /** The problem's kind; empty where it was done. */
  kind: string
  ms: number
  /** Of whoever asked; undefined for visitors. */
  studioId: string | undefined
}

export interface Counted {
  operation: string
  door: string
  outcome: Outcome
  kind: string
  count: number
}

/** Durations of one operation on the scale of duration-scale.ts. */
export interface Durations {
  operation: string
  steps: number[]
  sumMs: number
}

/** One studio's own last minutes: nothing crosses studios, not even how busy they are. */
export interface Recent {
  operation: string
  done: number
  held: number
  refused: number
  failed: number
  steps: number[]
}

export const RECENT_MINUTES = 5
const MINUTE_MS = 60_000
/** Studios times operations that are kept apart in a minute; what comes beyond is in the totals only. */
const RECENT_KEYS_MAX = 5_000

type RecentMinute = Map<string, Map<string, Recent>>

/** Counts invocations of this process: since it began, and by studio over the last minutes. Adding one takes about 1 µs. */
export function createInvocationFigures(now: () => number = Date.now) {
  const counts = new Map<string, Counted>()
  const durations = new Map<string, Durations>()
  const minutes = new Map<number, RecentMinute>()
  let keys = 0

  function minuteNow(): RecentMinute {
    const minute = Math.floor(now() / MINUTE_MS)
    const known = minutes.get(minute)
    if (known) return known
    for (const old of minutes.keys()) if (old <= minute - RECENT_MINUTES) minutes.delete(old)
    keys = 0
    const begun: RecentMinute = new Map()
    minutes.set(minute, begun)
    return begun
  }

  function addRecent(studioId: string, { operation, outcome, ms }: Observed): void {
    const minute = minuteNow()
    const studio = minute.get(studioId) ?? new Map<string, Recent>()
    const known = studio.get(operation)
    if (!known && keys >= RECENT_KEYS_MAX) return
    const recent = known ?? { operation, done: 0, held: 0, refused: 0, failed: 0, steps: zeros() }
    if (!known) {
      keys++
      minute.set(studioId, studio.set(operation, recent))
    }
    recent[outcome]++
    addTo(recent.steps, ms)
  }

  return {
    add(observed: Observed): void {
      const { operation, door, outcome, kind, ms, studioId } = observed
      const key = `${operation} ${door} ${outcome} ${kind}`
      const counted = counts.get(key)
      if (counted) counted.count++
      else counts.set(key, { operation, door, outcome, kind, count: 1 })
      const timed = durations.get(operation) ?? { operation, steps: zeros(), sumMs: 0 }
      if (timed.sumMs === 0) durations.set(operation, timed)
      addTo(timed.steps, ms)
      timed.sumMs += ms
      if (studioId !== undefined) addRecent(studioId, observed)
    },
    counted: (): Counted[] => [...counts.values()],
    durations: (): Durations[] => [...durations.values()],
    /** The last five minutes of a studio, the present one included. */
    recent(studioId: string): Recent[] {
      const from = Math.floor(now() / MINUTE_MS) - RECENT_MINUTES + 1
      const rows: Recent[] = []
      for (const [minute, studios] of minutes) {
        if (minute >= from) rows.push(...(studios.get(studioId)?.values() ?? []))
      }
      return addUp(rows)
    },
  }
}

/** One row per operation, of whichever minutes and processes. */
export function addUp(rows: readonly Recent[]): Recent[] {
  const sums = new Map<string, Recent>()
  for (const { operation, done, held, refused, failed, steps } of rows) {
    const sum = sums.get(operation) ?? { operation, done: 0, held: 0, refused: 0, failed: 0, steps: zeros() }
    sum.done += done
    sum.held += held
    sum.refused += refused
    sum.failed += failed
    for (const [step, count] of steps.entries()) sum.steps[step] = (sum.steps[step] ?? 0) + count
    sums.set(operation, sum)
  }
  return [...sums.values()]
}

function zeros(): number[] {
  return Array.from({ length: STEPS }, () => 0)
}

function addTo(steps: number[], ms: number): void {
  const step = stepOf(ms)
  steps[step] = (steps[step] ?? 0) + 1
}
