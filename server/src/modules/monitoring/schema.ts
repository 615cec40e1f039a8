import { z } from 'zod'
import { instant, line } from '#server/catalogue/fields.ts'
import { PartStatus } from '#server/vitals/process-report.ts'

const durationMs = () =>
  z.number().nullable().describe('Milliseconds, at most 19 % above the truth; null where nothing was timed.')

export const HealthPart = z.strictObject({
  name: z.enum(['database', 'signals', 'worker', 'sealing', 'disk', 'ports', 'processes']),
  status: PartStatus,
  sentence: z.string().max(500).describe('What is so, with its value.'),
  since: instant().nullable().describe('Since when it is at this status; null where that is not known.'),
})
export type HealthPart = z.output<typeof HealthPart>

const Counts = {
  count: z.int().describe('Invocations, whatever came of them.'),
  refused: z.int().describe('Ended by a problem that the caller can act on.'),
  failed: z.int().describe('Ended by an outage or a bug: ours.'),
  p50Ms: durationMs(),
  p95Ms: durationMs(),
  p99Ms: durationMs(),
}

export const OperationFigures = z.strictObject({ operation: z.string().max(120), ...Counts })
export type OperationFigures = z.output<typeof OperationFigures>

export const ServingProcess = z.strictObject({
  number: z.int(),
  startedAt: instant(),
  residentBytes: z.number(),
  cpuSeconds: z.number(),
  loopDelayP99Ms: z.number().describe('How late its event loop was in the last minute.'),
  connectionsInUse: z.int(),
  connectionsWaiting: z.int().describe('Requests that wait for a connection to the database.'),
  liveStreams: z.int(),
})

export const Health = z.strictObject({
  status: PartStatus.describe('That of the worst part.'),
  version: line(40),
  parts: z.array(HealthPart).max(20),
  minutes: z.int().describe('How far the figures reach back.'),
  figures: z.strictObject(Counts).describe('Of your studio, in the last minutes.'),
  operations: z
    .array(OperationFigures)
    .max(20)
    .describe('The ten that were invoked most, and the ten with the highest p95.'),
  runs: z.strictObject({
    queued: z.int(),
    waiting: z.int(),
    running: z.int(),
    failed: z.int(),
    outcomeUnknown: z.int(),
    oldestDueSeconds: z.number().describe('How long the oldest run that is due has waited; 0 where none is.'),
  }),
  processes: z.array(ServingProcess).max(64),
})
