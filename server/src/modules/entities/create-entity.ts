import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#server/catalogue/operation.ts'
import { insertEntity, lockEntities } from './entities-queries.ts'
import { refuseTaken } from './refuse-taken.ts'
import { Entity, EntityFields, KnownFields } from './schema.ts'

export const NewEntity = z.strictObject({
  ...EntityFields,
  ein: KnownFields.ein.default(null),
  lei: KnownFields.lei.default(null),
  registrationNumber: KnownFields.registrationNumber.default(null),
  registeredAddress: KnownFields.registeredAddress.default(null),
  postalAddress: KnownFields.postalAddress.default(null),
  functionalCurrency: KnownFields.functionalCurrency.default(null),
  fiscalYearEnd: KnownFields.fiscalYearEnd.default(null),
})

export const createEntity = operation({
  name: 'entities.create-entity',
  summary: 'Registers a legal entity of the studio, so that businesses can be held by it.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'entities.write',
  risk: 'none',
  input: NewEntity,
  output: Entity,
  examples: async () => [
    { name: `Examples ${newId('entity').slice(-6)} LLC`, kind: 'LLC', jurisdiction: 'US-DE' },
    {
      name: `Examples ${newId('entity').slice(-6)} GmbH`,
      kind: 'GmbH',
      jurisdiction: 'Germany',
      registrationNumber: `HRB ${newId('entity').slice(-6)}`,
      registeredAddress: 'Hauptstraße 1\n10115 Berlin',
      functionalCurrency: 'EUR',
      fiscalYearEnd: '12-31',
    },
  ],
  async handle(given, { tx, access, record }) {
    const { studioId } = present(access, 'an entity belongs to a studio')
    const id = newId('entity')
    await lockEntities(tx, studioId)
    await refuseTaken(tx, id, given)
    const entity = await insertEntity(tx, { id, studioId, ...given })
    record({ type: 'entities.entity-created', subjectId: id, after: given })
    return entity
  },
})
