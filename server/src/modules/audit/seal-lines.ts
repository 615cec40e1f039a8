import { z } from 'zod'
import { program } from '#server/runs/program.ts'
import type { AuditMeans } from './audit-means.ts'
import { SEALED_PER_STEP, appendMissing, sealNext } from './seal-next.ts'

/** More than four hundred thousand lines in one pass; what is left waits for the next. */
const STEPS_MAX = 200
const REPEATS_EVERY_S = 60

/** Every minute: seals what became final, signs a head over it, and brings the file of heads up to it. */
export function sealLines(means: AuditMeans) {
  return program({
    name: 'audit.seal-lines',
    title: () => ({ en: 'Seal the audit', de: 'Prüfprotokoll versiegeln' }),
    input: z.strictObject({}),
    repeatsEveryS: REPEATS_EVERY_S,
    async run(_input, work) {
      let sealed = 0
      for (let step = 1; step <= STEPS_MAX; step++) {
        const lines = await work.transact(`seal ${step}`, z.int(), (tx) => sealNext(tx, work.studioId, means))
        sealed += lines
        if (lines < SEALED_PER_STEP) break
      }
      const heads = await work.transact('append heads', z.int(), (tx) =>
        appendMissing(tx, work.studioId, means),
      )
      return { sealed, heads }
    },
  })
}
