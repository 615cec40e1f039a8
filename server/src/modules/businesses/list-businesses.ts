import { z } from 'zod'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { HealthRules } from '#server/modules/health/index.ts'
import { BUSINESS_SORTS, countBusinesses, pageOfBusinesses } from './businesses-queries.ts'
import { exampleBusiness } from './example-business.ts'
import { FilterFields, filterFrom } from './filter-fields.ts'
import { ListedBusiness } from './schema.ts'

export function listBusinesses(rules: HealthRules) {
  return operation({
    name: 'businesses.list-businesses',
    summary:
      'Pages through the businesses, by name or another sort, narrowed by words, stage, entity, category, owner or tag; as they are, or as they were on a day.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'businesses.read',
    risk: 'none',
    resolves: 'business',
    input: z.strictObject({ ...FilterFields, ...BUSINESS_SORTS.fields, ...PageFields }),
    output: pageOf(ListedBusiness),
    examples: async (factory) => {
      const { entity } = await exampleBusiness(factory)
      return [
        {},
        { search: 'example', stage: 'validation' as const, entityId: entity.id, limit: 1 },
        { asOf: '2026-01-01', stage: 'idea' as const, classification: 'present' as const },
        { sort: 'updated' as const, descending: true, hasCategory: false },
      ]
    },
    async handle({ cursor, limit, sort, descending, ...given }, { tx, access }) {
      const filter = filterFrom(given, rules.openTo(access, 'businesses.read'))
      const order = BUSINESS_SORTS.order({ sort, descending })
      const [rows, total] = await Promise.all([
        pageOfBusinesses(tx, filter, { order, cursor, limit: limit + 1 }),
        countBusinesses(tx, filter),
      ])
      const page = pageFrom(rows, { limit, order: order.names, total, keyOf: ({ key }) => key })
      return { ...page, items: page.items.map(({ business }) => business) }
    },
  })
}
