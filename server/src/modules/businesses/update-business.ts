import { z } from 'zod'
import { isDeepStrictEqual } from 'node:util'
import { covers } from '#server/catalogue/access.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { Stage, STAGE_TRANSITIONS, canMove } from './business-states.ts'
import {
  findBusiness,
  findBusinessForChange,
  namesOfCategories,
  namesOfEntities,
  updateBusinessRow,
} from './businesses-queries.ts'
import { exampleBusiness } from './example-business.ts'
import {
  businessNotFound,
  changedMeanwhile,
  noSuchMove,
  outsideGrants,
  unknownCategory,
  unknownEntity,
} from './problems.ts'
import { Business, BusinessFields } from './schema.ts'

const Changeable = z
  .strictObject({
    name: BusinessFields.name,
    entityId: id('entity'),
    categoryId: id('category').nullable(),
    stage: Stage,
    description: BusinessFields.description,
    links: BusinessFields.links,
    tags: BusinessFields.tags,
  })
  .partial()
type Changeable = z.output<typeof Changeable>

export const updateBusiness = operation({
  name: 'businesses.update-business',
  summary:
    'Changes fields of one business; what is not named stays. A stage moves only along its transition table.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ businessId }) => [businessId] },
  permission: 'businesses.write',
  risk: 'none',
  input: Changeable.extend({
    businessId: id('business'),
    revision: z
      .int()
      .min(1)
      .max(2 ** 31 - 1)
      .optional()
      .describe('Refuses the change when somebody else was quicker.'),
  }),
  output: z.strictObject({
    business: Business,
    previous: Changeable.describe('What the changed fields were before.'),
  }),
  examples: async (factory) => {
    const { id: businessId } = await exampleBusiness(factory)
    return [{ businessId, name: 'Renamed', stage: 'solution' as const, tags: ['changed'] }]
  },
  undo: (_input, { business, previous }) => ({
    operation: 'businesses.update-business',
    input: { businessId: business.id, ...previous },
  }),
  async handle({ businessId, revision, ...wanted }, { tx, coverage, record }) {
    const found = await findBusinessForChange(tx, businessId)
    if (!found) throw businessNotFound(businessId)
    if (revision !== undefined && revision !== found.revision)
      throw changedMeanwhile(revision, found.revision)
    const { before, after } = difference(fieldsOf(found), wanted)
    if (Object.keys(after).length === 0) return { business: found, previous: {} }

    if (after.stage && !canMove(found.stage, after.stage)) {
      throw noSuchMove(found.stage, after.stage, STAGE_TRANSITIONS[found.stage])
    }
    const [entities, categories] = await Promise.all([
      namesOfEntities(tx, after.entityId ? [after.entityId] : []),
      namesOfCategories(tx, after.categoryId ? [after.categoryId] : []),
    ])
    if (after.entityId && !entities.has(after.entityId)) throw unknownEntity(after.entityId)
    if (after.categoryId && !categories.has(after.categoryId)) throw unknownCategory(after.categoryId)
    const next = { ...fieldsOf(found), ...after }
    if (!covers(coverage, [businessId, next.entityId, next.categoryId])) throw outsideGrants()

    const { entityId, categoryId, ...plain } = after
    await updateBusinessRow(tx, businessId, {
      ...plain,
      ...(entityId !== undefined && { entity_id: entityId }),
      ...(categoryId !== undefined && { category_id: categoryId }),
    })
    record({ type: 'businesses.business-updated', subjectId: businessId, businessId, before, after })
    const business = await findBusiness(tx, businessId)
    if (!business) throw businessNotFound(businessId)
    return { business, previous: before }
  },
})

function fieldsOf({ entity, category, name, stage, description, links, tags }: Business) {
  return { name, entityId: entity.id, categoryId: category?.id ?? null, stage, description, links, tags }
}

/** Only what really changes, as it was and as it will be. */
function difference(
  current: ReturnType<typeof fieldsOf>,
  wanted: Changeable,
): { before: Changeable; after: Changeable } {
  const after = Changeable.parse(
    Object.fromEntries(
      Object.entries(current).flatMap(([name]) => {
        const key = FIELD.parse(name)
        const value = wanted[key]
        return value === undefined || isDeepStrictEqual(value, current[key]) ? [] : [[key, value]]
      }),
    ),
  )
  const before = Changeable.parse(
    Object.fromEntries(Object.entries(current).filter(([name]) => name in after)),
  )
  return { before, after }
}

const FIELD = Changeable.keyof()
