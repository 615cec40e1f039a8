import { z } from 'zod'
import { lastEndedBefore, today } from '#kernel/periods.ts'
import type { Transaction } from '#server/database/database.ts'
import { program } from '#server/runs/program.ts'
import { tellFromRun } from '#server/runs/tell-from-run.ts'
import type { KpisMeans } from './kpis-means.ts'
import { pageOfKpis } from './kpis-queries.ts'
import { makeRequests } from './make-requests.ts'
import { dueAsks, lockAsking } from './requests-queries.ts'

const REPEATS_EVERY_S = 24 * 3600
const KPIS_MAX = 500
/** Of one step; the next one takes what is left. */
const ASKS_PER_STEP = 2000
const STEPS_MAX = 50

/**
 * Every day: asks the owner of each business, or of the KPI, for what a period that has ended still lacks. Each value is asked
 * for once; who does not answer goes stale, and is asked again by hand.
 */
export function askOwners(means: KpisMeans) {
  return program({
    name: 'kpis.ask-owners',
    title: () => ({ en: 'Ask the owners for values', de: 'Verantwortliche nach Werten fragen' }),
    input: z.strictObject({}),
    repeatsEveryS: REPEATS_EVERY_S,
    async run(_input, work) {
      const actor = { kind: 'run', id: work.runId, name: 'IZA OS' } as const
      let asked = 0
      for (let step = 1; step <= STEPS_MAX; step++) {
        const count = await work.transact(`ask ${step}`, z.int(), async (tx) => {
          await lockAsking(tx)
          const due = await dueNow(tx)
          // Nobody invoked anything, so there is no line to record in: the run tells of what it asked.
          const context = { tx, actor, studioId: work.studioId, record: () => {} }
          for (const { requestId, personId, asks } of await makeRequests(context, means, due)) {
            await tellFromRun(tx, {
              ...work,
              type: 'kpis.values-requested',
              subjectId: requestId,
              permission: 'kpis.read',
              after: { personId, asks },
            })
          }
          return due.length
        })
        asked += count
        if (count < ASKS_PER_STEP) break
      }
      return { asked }
    },
  })
}

async function dueNow(tx: Transaction) {
  const kpis = await pageOfKpis(tx, { isArchived: false, after: undefined, limit: KPIS_MAX })
  const ended = kpis.map(({ id, cadence }) => ({
    kpi_id: id,
    starts_on: lastEndedBefore(cadence, today()).startsOn,
  }))
  return dueAsks(tx, ended, ASKS_PER_STEP)
}
