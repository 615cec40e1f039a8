import { z } from 'zod'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countBusinesses, pageOfBusinesses } from './businesses-queries.ts'
import { exampleBusiness } from './example-business.ts'
import { FilterFields, filterFrom } from './filter-fields.ts'
import { Business } from './schema.ts'

const ORDER = ['name', 'id']

export const listBusinesses = operation({
  name: 'businesses.list-businesses',
  summary: 'Pages through the businesses by name, narrowed by words, stage, entity or category.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'businesses.read',
  risk: 'none',
  resolves: 'business',
  input: z.strictObject({
    ...FilterFields,
    ...PageFields,
  }),
  output: pageOf(Business),
  examples: async (factory) => {
    const { entity } = await exampleBusiness(factory)
    return [{}, { search: 'example', stage: 'validation' as const, entityId: entity.id, limit: 1 }]
  },
  async handle({ cursor, limit, ...given }, { tx }) {
    const filter = filterFrom(given)
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfBusinesses(tx, filter, { after, limit: limit + 1 }),
      countBusinesses(tx, filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: (business) => [business.name, business.id] })
  },
})
