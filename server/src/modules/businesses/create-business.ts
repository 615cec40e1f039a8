import { daysBetween, today } from '#kernel/periods.ts'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { day, id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { Stage } from './business-states.ts'
import { insertBusinesses, namesOfCategories } from './businesses-queries.ts'
import { exampleEntity, namesOfEntities } from '#server/modules/entities/index.ts'
import { namesOfMembers } from '#server/modules/identity/index.ts'
import { newRows } from './first-moves.ts'
import { refusalOf } from './new-business.ts'
import { lockLimit } from './plans-queries.ts'
import { dayToCome, planIsFull } from './problems.ts'
import { Business, BusinessFields } from './schema.ts'

const Input = z.strictObject({
  name: BusinessFields.name,
  entityId: id('entity').describe('The legal entity that holds it.'),
  categoryId: id('category').nullable().default(null).describe("One of the studio's own categories."),
  stage: Stage.default('idea'),
  ownerId: id('person').nullable().default(null).describe('Who answers for it.'),
  effectiveOn: day()
    .optional()
    .describe(
      'Its first day: since then it is in this entity, category and stage. Today in UTC where it is not named.',
    ),
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
    const [entityNames, categoryNames, ownerNames] = await Promise.all([
      namesOfEntities(tx, [...new Set(calls.map(({ input }) => input.entityId))]),
      namesOfCategories(tx, [...new Set(calls.flatMap(({ input }) => input.categoryId ?? []))]),
      namesOfMembers(tx, [...new Set(calls.flatMap(({ input }) => input.ownerId ?? []))]),
    ])
    const known = { entityNames, categoryNames, ownerNames, coverage }
    const now = today()
    const limit = await lockLimit(tx)
    let room = limit ? limit.businesses_max - limit.at_work : Infinity
    const made = calls.map(({ input: { effectiveOn = now, ...input }, actor }) => {
      if (effectiveOn > now) return dayToCome(effectiveOn, now)
      const refused = refusalOf(input, known)
      if (refused) return refused.problem
      if (limit && room === 0) return planIsFull({ ...limit, at_work: limit.businesses_max, more: 1 })
      room -= 1
      return newRows({ id: newId('business'), ...input }, { studioId, effectiveOn, actor })
    })
    const rows = made.filter((one) => 'row' in one)
    const createdAt = await insertBusinesses(tx, {
      rows: rows.map(({ row }) => row),
      moves: rows.flatMap(({ moves }) => moves),
    })
    return calls.map(({ input, record }, at) => {
      const one = present(made[at], 'an outcome per call')
      if (!('row' in one)) return one
      const { id: businessId, stage_since: stageSince } = one.row
      const { entityId, categoryId, ownerId, effectiveOn: _effectiveOn, ...rest } = input
      const instant = present(createdAt.get(businessId), 'an instant per row')
      record({ type: 'businesses.business-created', subjectId: businessId, businessId, after: input })
      return {
        id: businessId,
        ...rest,
        entity: { id: entityId, name: entityNames.get(entityId) ?? '' },
        category: categoryId === null ? null : { id: categoryId, name: categoryNames.get(categoryId) ?? '' },
        owner: ownerId === null ? null : { id: ownerId, name: ownerNames.get(ownerId) ?? '' },
        stageSince,
        daysInStage: daysBetween({ from: stageSince, to: now }),
        revision: 1,
        createdAt: instant,
        updatedAt: instant,
        archivedAt: null,
      }
    })
  },
})
