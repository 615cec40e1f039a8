import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { today } from '#kernel/periods.ts'
import { day } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { HealthRules } from '#server/modules/health/index.ts'
import { exampleBusiness } from './example-business.ts'
import { filterFrom } from './filter-fields.ts'
import { overviewOf } from './funnel-queries.ts'

export function summarisePortfolio(rules: HealthRules) {
  return operation({
    name: 'businesses.summarise-portfolio',
    summary:
      'Counts the businesses at work: how many are live, came to launched this month, are stalled, and how well they are.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'businesses.read',
    risk: 'none',
    input: z.strictObject({}),
    output: z.strictObject({
      asOf: day(),
      atWork: z.int(),
      live: z.int().describe('At launched or growing: the list by `standing` live.'),
      launchedSince: day().describe('The first day of this month, in UTC.'),
      launched: z
        .int()
        .describe('Came to launched from another stage since then: the list by `movedTo` and `movedSince`.'),
      stalled: z.int().describe('Longer at a stage than its clock allows: the list by `isStalled`.'),
      health: z
        .strictObject({ good: z.int(), watch: z.int(), poor: z.int(), unknown: z.int() })
        .describe('As the rules last assessed them: the list by `health`.'),
    }),
    examples: async (factory) => {
      await exampleBusiness(factory)
      return [{}]
    },
    async handle(_input, { tx, access }) {
      const asOf = today()
      const launchedSince = `${asOf.slice(0, 7)}-01`
      const filter = filterFrom({}, rules.openTo(access, 'businesses.read'))
      const found = await overviewOf(tx, filter, { day: asOf, launchedSince })
      const { at_work: atWork, live, launched, stalled, ...health } = present(found, 'a count is one row')
      return { asOf, atWork, live, launchedSince, launched, stalled, health }
    },
  })
}
