import { z } from 'zod'
import { today } from '#kernel/periods.ts'
import { day } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { Stage } from './business-states.ts'
import { exampleBusiness } from './example-business.ts'
import { FilterFields, filterFrom } from './filter-fields.ts'
import { funnelOf } from './funnel-queries.ts'
import { updateBusiness } from './update-business.ts'

const { entityId, categoryId, ownerId } = FilterFields
const days = () => z.number().nullable()

export const summariseFunnel = operation({
  name: 'businesses.summarise-funnel',
  summary:
    'Tells of each stage how many businesses at work stand there and ever stood there, how many of these went on to a later one, and the median of days.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject({ entityId, categoryId, ownerId }),
  output: z.strictObject({
    asOf: day(),
    stages: z
      .array(
        z.strictObject({
          stage: Stage,
          here: z.int().describe('Businesses that stand there now: the list by `stage`.'),
          stood: z.int().describe('Businesses that ever stood there: the list by `stoodAt`.'),
          wentOn: z
            .int()
            .describe('Of these, those that stood at a later stage after it: the list by `wentOnFrom`.'),
          staysEnded: z.int().describe('Stays that ended: a business may have several.'),
          medianDays: days().describe('The median of the days of stays that ended; null where none did.'),
          medianDaysSoFar: days().describe(
            'The median of the days of those that stand there now, to this day; null where none does.',
          ),
        }),
      )
      .max(Stage.options.length)
      .describe('Every stage, in the order of a life.'),
  }),
  examples: async (factory) => {
    const { id: businessId, entity } = await exampleBusiness(factory)
    await factory.invoke(updateBusiness, { businessId, stage: 'solution' })
    return [{}, { entityId: entity.id }]
  },
  async handle(given, { tx }) {
    const asOf = today()
    const rows = await funnelOf(tx, filterFrom(given, []), asOf)
    return {
      asOf,
      stages: Stage.options.map((stage) => {
        const row = rows.find((one) => one.stage === stage)
        return {
          stage,
          here: row?.here ?? 0,
          stood: row?.stood ?? 0,
          wentOn: row?.went_on ?? 0,
          staysEnded: row?.stays_ended ?? 0,
          medianDays: row?.median_days ?? null,
          medianDaysSoFar: row?.median_days_so_far ?? null,
        }
      }),
    }
  },
})
