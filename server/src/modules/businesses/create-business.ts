import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { Stage } from './business-states.ts'
import { insertBusinesses, namesOfCategories } from './businesses-queries.ts'
import { exampleEntity, namesOfEntities } from '#server/modules/entities/index.ts'
import { refusalOf } from './new-business.ts'
import { Business, BusinessFields } from './schema.ts'

const Input = z.strictObject({
  name: BusinessFields.name,
  entityId: id('entity').describe('The legal entity that holds it.'),
  categoryId: id('category').nullable().default(null).describe("One of the studio's own categories."),
  stage: Stage.default('idea'),
  description: BusinessFields.description.default(''),
  links: BusinessFields.links.default([]),
  tags: BusinessFields.tags.default([]),
})

export const createBusiness = operation({
  name: 'businesses.create-business',
  summary: 'Adds a business to the portfolio, held by one of the legal entities.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'businesses.write',
  risk: 'none',
  input: Input,
  output: Business,
  examples: async (factory) => {
    const entity = await exampleEntity(factory)
    return [
      { name: 'Lovelace Analytics', entityId: entity.id },
      {
        name: 'Nordlicht Möbel',
        entityId: entity.id,
        stage: 'launched' as const,
        description: 'Sells restored furniture.\nShips to five countries.',
        links: ['https://example.com/'],
        tags: ['retail', 'furniture'],
      },
    ]
  },
  undo: (_input, { id: businessId }) => ({ operation: 'businesses.archive-business', input: { businessId } }),
  async handleMany(calls, { tx, access, coverage }) {
    const { studioId } = present(access, 'a business belongs to a studio')
    const [entityNames, categoryNames] = await Promise.all([
      namesOfEntities(tx, [...new Set(calls.map(({ input }) => input.entityId))]),
      namesOfCategories(tx, [...new Set(calls.flatMap(({ input }) => input.categoryId ?? []))]),
    ])
    const refusals = calls.map(({ input }) => refusalOf(input, { entityNames, categoryNames, coverage }))
    const rows = calls.map(({ input: { entityId, categoryId, ...rest } }) => ({
      id: newId('business'),
      studio_id: studioId,
      entity_id: entityId,
      category_id: categoryId,
      ...rest,
    }))
    const createdAt = await insertBusinesses(
      tx,
      rows.filter((_row, at) => !refusals[at]),
    )
    return calls.map(({ input, record }, at) => {
      const refused = refusals[at]
      if (refused) return refused.problem
      const { id: businessId } = present(rows[at], 'a row per call')
      const { entityId, categoryId, ...rest } = input
      const instant = present(createdAt.get(businessId), 'an instant per row')
      record({ type: 'businesses.business-created', subjectId: businessId, businessId, after: input })
      return {
        id: businessId,
        ...rest,
        entity: { id: entityId, name: entityNames.get(entityId) ?? '' },
        category: categoryId === null ? null : { id: categoryId, name: categoryNames.get(categoryId) ?? '' },
        revision: 1,
        createdAt: instant,
        updatedAt: instant,
        archivedAt: null,
      }
    })
  },
})
