import { z } from 'zod'
import { program } from '#server/runs/program.ts'
import { assessAll } from './health-queries.ts'
import type { HealthRules } from './health-rules.ts'

const REPEATS_EVERY_S = 600

/** Every ten minutes: looks at all businesses by all rules, and writes what differs from the last look. */
export function keepAssessed({ all }: HealthRules) {
  return program({
    name: 'health.keep-assessed',
    title: () => ({ en: 'Assess the health of the businesses', de: 'Zustand der Unternehmen bewerten' }),
    input: z.strictObject({}),
    repeatsEveryS: REPEATS_EVERY_S,
    async run(_input, work) {
      const { studioId } = work
      const changed = await work.transact('assess', z.int(), (tx) => assessAll(tx, { studioId, rules: all }))
      return { changed }
    },
  })
}
