import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { entityForChange, lockEntities, updateEntityRow } from './entities-queries.ts'
import { STATUS_TRANSITIONS, canBecome } from './entity-states.ts'
import { exampleEntity } from './example-entity.ts'
import { changedMeanwhile, entityNotFound, noSuchStatusMove } from './problems.ts'
import { refuseTaken } from './refuse-taken.ts'
import { ChangeableEntity, Entity } from './schema.ts'

const Input = ChangeableEntity.extend({
  entityId: id('entity'),
  revision: z
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .optional()
    .describe('Refuses the change when somebody else was quicker.'),
})

export const updateEntity = operation({
  name: 'entities.update-entity',
  summary:
    'Changes what is known of one legal entity; what is not named stays. A status moves along its transition table, or back while that move is the last change.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'entities.write',
  risk: 'none',
  input: Input,
  output: z.strictObject({
    entity: Entity,
    previous: ChangeableEntity.describe('What the changed fields were before.'),
  }),
  examples: async (factory) => {
    const { id: entityId } = await exampleEntity(factory)
    return [{ entityId, functionalCurrency: 'USD', fiscalYearEnd: '12-31', status: 'dormant' as const }]
  },
  undo: (_input, { entity, previous }) => ({
    operation: 'entities.update-entity',
    input: { entityId: entity.id, ...previous },
  }),
  async handle({ entityId, revision, ...wanted }, { tx, access, record }) {
    const { studioId } = present(access, 'an entity belongs to a studio')
    await lockEntities(tx, studioId)
    const found = await entityForChange(tx, entityId)
    if (!found) throw entityNotFound(entityId)
    const { entity, statusBefore } = found
    if (revision !== undefined && revision !== entity.revision)
      throw changedMeanwhile(revision, entity.revision)
    const { before, after } = difference(entity, wanted)
    if (Object.keys(after).length === 0) return { entity, previous: {} }
    const { status = entity.status } = after
    // Taking the last move back is no move of its own, as with the stages of a business.
    if (status !== statusBefore && !canBecome(entity.status, status))
      throw noSuchStatusMove(entity.status, status, STATUS_TRANSITIONS[entity.status])
    const { id: _id, revision: _revision, createdAt: _created, updatedAt: _updated, ...fields } = entity
    const { status: _status, ...next } = { ...fields, ...after }
    await refuseTaken(tx, entityId, next)
    const changed = await updateEntityRow(tx, {
      id: entityId,
      fields: next,
      status,
      statusBefore: status === entity.status ? null : entity.status,
    })
    record({ type: 'entities.entity-updated', subjectId: entityId, before, after })
    return { entity: changed, previous: before }
  },
})

function difference(current: Entity, wanted: { [F in keyof ChangeableEntity]: ChangeableEntity[F] }) {
  const names = FIELDS.options.filter(
    (name) => wanted[name] !== undefined && !isDeepStrictEqual(wanted[name], current[name]),
  )
  const pick = (from: typeof wanted) =>
    ChangeableEntity.parse(Object.fromEntries(names.map((name) => [name, from[name]])))
  return { before: pick(current), after: pick(wanted) }
}

const FIELDS = ChangeableEntity.keyof()
