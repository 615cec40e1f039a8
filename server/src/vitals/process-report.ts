import { z } from 'zod'

/** Whether a part works: `degraded` still does its work, late or with less room; `unknown` is not measured here. */
export const PartStatus = z.enum(['ok', 'degraded', 'down', 'unknown'])
export type PartStatus = z.output<typeof PartStatus>

/** One part of a process, as it was last looked at. */
export const Part = z.object({
  name: z.enum(['database', 'signals', 'worker', 'disk', 'ports']),
  status: PartStatus,
  /** For people: what is so, with the value. */
  sentence: z.object({ en: z.string(), de: z.string() }),
  /** Unix milliseconds at which it came to this status. */
  sinceMs: z.number(),
})
export type Part = z.output<typeof Part>

const Steps = z.array(z.number())
const Outcomes = z.enum(['done', 'held', 'refused', 'failed'])

/** All that one process measures of itself: plain data, for with several processes it travels to the one that was asked. */
export const ProcessReport = z.object({
  /** 0, 1, …; a process that takes the place of another has its number. */
  process: z.number(),
  startedAtMs: z.number(),
  residentBytes: z.number(),
  heapBytes: z.number(),
  cpuSeconds: z.number(),
  loopDelay: z.object({ p50Ms: z.number(), p99Ms: z.number(), maxMs: z.number() }),
  connections: z.object({ inUse: z.number(), idle: z.number(), waiting: z.number() }),
  liveStreams: z.number(),
  invocations: z.array(
    z.object({
      operation: z.string(),
      door: z.string(),
      outcome: Outcomes,
      kind: z.string(),
      count: z.number(),
    }),
  ),
  durations: z.array(z.object({ operation: z.string(), steps: Steps, sumMs: z.number() })),
  responses: z.array(z.object({ method: z.string(), status: z.number(), count: z.number() })),
  parts: z.array(Part),
  /** Of the studio that was asked about; empty where none was. */
  recent: z.array(
    z.object({
      operation: z.string(),
      done: z.number(),
      held: z.number(),
      refused: z.number(),
      failed: z.number(),
      steps: Steps,
    }),
  ),
})
export type ProcessReport = z.output<typeof ProcessReport>

/** Of all processes, and how many did not answer in time. */
export interface Gathered {
  reports: ProcessReport[]
  missing: number
}

/** Asks every process, this one included. `studioId` asks for the last minutes of that studio as well. */
export type Gather = (studioId: string | undefined) => Promise<Gathered>
