import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#server/catalogue/operation.ts'
import { insertEntity } from './entities-queries.ts'
import { entityNameTaken } from './problems.ts'
import { Entity, EntityFields } from './schema.ts'

export const createEntity = operation({
  name: 'entities.create-entity',
  summary: 'Registers a legal entity of the studio, so that businesses can be held by it.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'entities.write',
  risk: 'none',
  input: z.strictObject(EntityFields),
  output: Entity,
  examples: async () => [
    { name: `Examples ${newId('entity').slice(-6)} LLC`, kind: 'LLC', jurisdiction: 'US-DE' },
  ],
  async handle(given, { tx, access, record }) {
    const { studioId } = present(access, 'an entity belongs to a studio')
    const id = newId('entity')
    if (!(await insertEntity(tx, { id, studio_id: studioId, ...given }))) throw entityNameTaken(given.name)
    record({ type: 'entities.entity-created', subjectId: id, after: given })
    return { id, ...given }
  },
})
