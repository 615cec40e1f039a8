import { z } from 'zod'
import { id, prose } from '#server/catalogue/fields.ts'
import { PageFields, onlyIds, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { Stage } from './business-states.ts'
import { countBusinesses, pageOfBusinesses } from './businesses-queries.ts'
import { exampleBusiness } from './example-business.ts'
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
    ids: onlyIds('business'),
    search: prose(200).optional().describe('Words in the name or description, or an id.'),
    stage: Stage.optional(),
    entityId: id('entity').optional(),
    categoryId: id('category').optional(),
    isArchived: z
      .boolean()
      .optional()
      .describe('True lists what was archived; false what is at work, as without it. `ids` find both.'),
    ...PageFields,
  }),
  output: pageOf(Business),
  examples: async (factory) => {
    const { entity } = await exampleBusiness(factory)
    return [{}, { search: 'example', stage: 'validation' as const, entityId: entity.id, limit: 1 }]
  },
  async handle({ cursor, limit, ...given }, { tx }) {
    const filter = { ...given, isArchived: given.isArchived ?? (given.ids ? undefined : false) }
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfBusinesses(tx, filter, { after, limit: limit + 1 }),
      countBusinesses(tx, filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: (business) => [business.name, business.id] })
  },
})
