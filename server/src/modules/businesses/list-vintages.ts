import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { exampleBusiness } from './example-business.ts'
import { FilterFields, filterFrom } from './filter-fields.ts'
import { vintagesOf } from './vintage-queries.ts'

const VINTAGES_MAX = 400
const { entityId, categoryId, ownerId } = FilterFields

export const listVintages = operation({
  name: 'businesses.list-vintages',
  summary:
    'Counts the businesses at work by the year in which the history of each begins: how many are alive, spun out, exited and closed.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject({ entityId, categoryId, ownerId }),
  output: z.strictObject({
    vintages: z
      .array(
        z.strictObject({
          year: z.int().describe('The year of its first dated move: the list by `beganIn`.'),
          businesses: z.int(),
          alive: z.int().describe('Not spun out, exited or closed.'),
          live: z.int().describe('Of these, at launched or growing.'),
          spunOut: z.int(),
          exited: z.int(),
          closed: z.int(),
        }),
      )
      .max(VINTAGES_MAX)
      .describe('The newest first; all of them together are the businesses at work.'),
  }),
  examples: async (factory) => {
    const { entity } = await exampleBusiness(factory)
    return [{}, { entityId: entity.id }]
  },
  async handle(given, { tx }) {
    return { vintages: await vintagesOf(tx, filterFrom(given, []), VINTAGES_MAX) }
  },
})
