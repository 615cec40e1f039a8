import { z } from 'zod'
import { document } from '#server/catalogue/secret-fields.ts'
import { NewEntity } from './create-entity.ts'
import { HolderFields, StakeFields } from './ownership-schema.ts'
import { EntityFields } from './schema.ts'

export const STRUCTURE_MAX = 2000

const NewStakeByName = z.strictObject({
  entityName: EntityFields.name.describe('The entity that is owned.'),
  ownerEntityName: EntityFields.name.optional(),
  ownerHolderName: HolderFields.name.optional().describe('One of the two: an entity, or a holder.'),
  votingPercent: StakeFields.votingPercent,
  economicPercent: StakeFields.economicPercent,
  from: StakeFields.from,
  until: StakeFields.until,
  evidence: StakeFields.evidence,
})

/** Entities, holders and stakes that name each other: they have no ids yet. */
export const Structure = z.strictObject({
  entities: document(z.array(NewEntity).max(STRUCTURE_MAX)).default([]),
  holders: document(z.array(z.strictObject(HolderFields)).max(STRUCTURE_MAX)).default([]),
  stakes: document(z.array(NewStakeByName).max(STRUCTURE_MAX)).default([]),
})
export type Structure = z.output<typeof Structure>
