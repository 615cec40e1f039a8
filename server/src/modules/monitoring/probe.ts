import { z } from 'zod'
import { program } from '#server/runs/program.ts'
import type { MonitoringMeans } from './get-health.ts'
import { forgetMinutes, recordMinute } from './uptime-queries.ts'

const REPEATS_EVERY_S = 60
const KEPT_DAYS = 100

const Probed = z.strictObject({ isUp: z.boolean(), because: z.string().max(500) }).nullable()

/**
 * Every minute: asks every process how its parts are, and records the answer. It is a run like any other, so a minute in
 * which no run could be worked, or nothing could be written, has no record, and is told as unknown.
 */
export function probe({ gather }: MonitoringMeans) {
  return program({
    name: 'monitoring.probe',
    title: () => ({ en: 'Probe every part', de: 'Alle Teile prüfen' }),
    input: z.strictObject({}),
    repeatsEveryS: REPEATS_EVERY_S,
    async run(_input, work) {
      const probed = await work.read('ask', Probed, async () => {
        const { reports, missing } = await gather(undefined)
        if (reports.length === 0) return null
        const down = reports.flatMap(({ parts }) => parts.filter(({ status }) => status === 'down'))
        const silent = missing > 0 ? [`${missing} of the processes did not answer.`] : []
        const because = [...down.map(({ sentence }) => sentence.en), ...silent].join(' ').slice(0, 500)
        return { isUp: because === '', because }
      })
      if (!probed) return { recorded: false }
      await work.transact('record', z.null(), async (tx) => {
        await recordMinute(tx, { studioId: work.studioId, ...probed })
        await forgetMinutes(tx, KEPT_DAYS)
        return null
      })
      return { recorded: true, isUp: probed.isUp }
    },
  })
}
