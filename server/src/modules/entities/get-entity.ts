import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { findEntity } from './entities-queries.ts'
import { exampleEntity } from './example-entity.ts'
import { entityNotFound } from './problems.ts'
import { Entity } from './schema.ts'

export const getEntity = operation({
  name: 'entities.get-entity',
  summary: 'Reads one legal entity by its id.',
  effect: 'read',
  scope: { of: 'ids', ids: ({ entityId }) => [entityId] },
  permission: 'entities.read',
  risk: 'none',
  input: z.strictObject({ entityId: id('entity') }),
  output: Entity,
  examples: async (factory) => [{ entityId: (await exampleEntity(factory)).id }],
  async handle({ entityId }, { tx }) {
    const entity = await findEntity(tx, entityId)
    if (!entity) throw entityNotFound(entityId)
    return entity
  },
})
