import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { sealingState } from '#server/modules/audit/index.ts'
import { openRuns } from '#server/modules/runs/index.ts'
import { RECENT_MINUTES } from '#server/vitals/invocation-figures.ts'
import type { Gather, ProcessReport } from '#server/vitals/process-report.ts'
import { VERSION } from '#server/vitals/version.ts'
import { healthParts, worstStatus } from './health-parts.ts'
import { operationFigures } from './operation-figures.ts'
import { Health } from './schema.ts'

export interface MonitoringMeans {
  /** Asks every process of this installation. */
  gather: Gather
}

export const getHealth = ({ gather }: MonitoringMeans) =>
  operation({
    name: 'monitoring.get-health',
    summary:
      'Tells how the installation is at this moment: each part with its status, what your studio asked for in the last minutes and how long that took, and what waits.',
    effect: 'read',
    scope: { of: 'studio' },
    permission: 'monitoring.read',
    risk: 'none',
    input: z.strictObject({}),
    output: Health,
    examples: async () => [{}],
    async handle(_input, { tx, access, language }) {
      const { studioId } = present(access, 'health is read by somebody')
      const [gathered, sealing, runs] = await Promise.all([
        gather(studioId),
        sealingState(tx, studioId),
        openRuns(tx),
      ])
      const parts = healthParts(gathered, sealing, { nowMs: Date.now(), language })
      const { reports } = gathered
      return {
        status: worstStatus(parts),
        version: VERSION,
        parts,
        minutes: RECENT_MINUTES,
        ...operationFigures(reports.flatMap(({ recent }) => recent)),
        runs,
        processes: reports.map(processOf),
      }
    },
  })

function processOf(report: ProcessReport) {
  const { process, startedAtMs, residentBytes, cpuSeconds, loopDelay, connections, liveStreams } = report
  return {
    number: process,
    startedAt: new Date(startedAtMs).toISOString(),
    residentBytes,
    cpuSeconds,
    loopDelayP99Ms: Math.round(loopDelay.p99Ms * 10) / 10,
    connectionsInUse: connections.inUse,
    connectionsWaiting: connections.waiting,
    liveStreams,
  }
}
