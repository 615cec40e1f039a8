import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import type { HealthRules } from '#server/modules/health/index.ts'
import { countBusinesses } from './businesses-queries.ts'
import { exampleBusiness } from './example-business.ts'
import { healthIsOfNow } from './problems.ts'
import { FilterFields, filterFrom } from './filter-fields.ts'
import { GROUPINGS, groupsOfBusinesses } from './groups-queries.ts'

const GROUPS_MAX = 200

export function summariseBusinesses(rules: HealthRules) {
  return operation({
    name: 'businesses.summarise-businesses',
    summary:
      'Counts the businesses that a filter finds, by stage, entity, category, owner, tag or health, with the total; as they are, or as they were on a day.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'businesses.read',
    risk: 'none',
    input: z.strictObject({ by: z.enum(GROUPINGS).default('stage'), ...FilterFields }),
    output: z.strictObject({
      groups: z
        .array(
          z.strictObject({
            id: z
              .string()
              .max(60)
              .nullable()
              .describe(
                'The stage, the id of the entity, category or owner, the tag, or the band of health; null for those that have none.',
              ),
            name: z.string().max(200).nullable(),
            count: z.int().describe('Businesses in it. One with several tags counts in each of them.'),
          }),
        )
        .max(GROUPS_MAX),
      more: z.int().describe(`Groups beyond the first ${GROUPS_MAX}.`),
      total: z.int().describe('All businesses that the filter finds and your grants cover.'),
    }),
    examples: async (factory) => {
      const { entity } = await exampleBusiness(factory)
      return [{}, { by: 'entity' as const, entityId: entity.id }, { by: 'tag' as const, asOf: '2026-01-01' }]
    },
    async handle({ by, ...given }, { tx, access }) {
      if (by === 'health' && given.asOf !== undefined) throw healthIsOfNow(given.asOf)
      const filter = filterFrom(given, rules.openTo(access, 'businesses.read'))
      const [{ groups, total: all }, total] = await Promise.all([
        groupsOfBusinesses(tx, filter, { by, limit: GROUPS_MAX }),
        countBusinesses(tx, filter),
      ])
      return { groups, more: all - groups.length, total }
    },
  })
}
