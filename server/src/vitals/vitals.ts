import { createInvocationFigures } from './invocation-figures.ts'
import { watchLoopDelay } from './loop-delay.ts'
import { createPartsWatch, type PartLook } from './parts-watch.ts'
import type { Gather, ProcessReport } from './process-report.ts'
import { createResponseFigures } from './response-figures.ts'

/** What is only known once the process serves. */
export interface Measurable {
  connections(): ProcessReport['connections']
  liveStreams(): number
  looks: readonly PartLook[]
}

export type Vitals = ReturnType<typeof createVitals>

/** What a process knows of itself: counted where things happen, and looked at every few seconds where they stand. */
export function createVitals(number = 0) {
  const startedAtMs = Date.now()
  const invocations = createInvocationFigures()
  const responses = createResponseFigures()
  const parts = createPartsWatch()
  const loop = watchLoopDelay()
  let measurable: Measurable | undefined

  function report(studioId: string | undefined): ProcessReport {
    const { rss, heapUsed } = process.memoryUsage()
    const { user, system } = process.cpuUsage()
    return {
      process: number,
      startedAtMs,
      residentBytes: rss,
      heapBytes: heapUsed,
      cpuSeconds: (user + system) / 1e6,
      loopDelay: loop.read(),
      connections: measurable?.connections() ?? { inUse: 0, idle: 0, waiting: 0 },
      liveStreams: measurable?.liveStreams() ?? 0,
      invocations: invocations.counted(),
      durations: invocations.durations(),
      responses: responses.counted(),
      parts: parts.all(),
      recent: studioId === undefined ? [] : invocations.recent(studioId),
    }
  }

  /** Of one process by itself; with several, `gatherFrom` is handed the one that asks them all. */
  let gather: Gather = async (studioId) => ({ reports: [report(studioId)], missing: 0 })

  return {
    invocations,
    responses,
    report,
    gather: (studioId: string | undefined) => gather(studioId),
    gatherFrom(all: Gather): void {
      gather = all
    },
    /** Begins to look at the parts; answers when each was looked at once. */
    async watch(given: Measurable): Promise<void> {
      measurable = given
      await parts.begin(given.looks)
    },
    async close(): Promise<void> {
      loop.close()
      await parts.close()
    },
  }
}
