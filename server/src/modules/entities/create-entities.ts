import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { decideStructure } from './decide-structure.ts'
import { allIdentifying, insertEntity, lockEntities } from './entities-queries.ts'
import { insertHolder } from './holders-queries.ts'
import { STRUCTURE_MAX, Structure } from './new-structure.ts'
import { insertStake, readOwnership } from './ownership-queries.ts'
import { holderNameTaken, structureRefused } from './problems.ts'

const BODY_BYTES_MAX = 20_000_000

export const createEntities = operation({
  name: 'entities.create-entities',
  summary:
    'Registers many entities with who owns them, all or none: entities and holders that are new, and stakes that name them or those there are. Stakes can be withdrawn afterwards; entities stay.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'entities.write',
  risk: 'none',
  carriesOut: ['entities.create-entity', 'entities.create-holder', 'entities.record-stake'],
  bodyBytesMax: BODY_BYTES_MAX,
  input: Structure,
  output: z.strictObject({
    entityIds: z.array(id('entity')).max(STRUCTURE_MAX).describe('In the order of the entities.'),
    holderIds: z.array(id('holder')).max(STRUCTURE_MAX),
    stakeIds: z.array(id('stake')).max(STRUCTURE_MAX),
  }),
  examples: async () => {
    const [name, ownerHolderName] = [
      `Held ${newId('entity').slice(-8)} LLC`,
      `Fund ${newId('holder').slice(-8)}`,
    ]
    const stake = { entityName: name, ownerHolderName, from: '2024-01-01' }
    return [
      {
        entities: [{ name, kind: 'LLC', jurisdiction: 'US-DE' }],
        holders: [{ name: ownerHolderName, kind: 'investor' as const }],
        stakes: [{ ...stake, votingPercent: '60', economicPercent: '55.5' }],
      },
    ]
  },
  async handle(given, { tx, access, record }) {
    const { studioId } = present(access, 'an entity belongs to a studio')
    await lockEntities(tx, studioId)
    const known = { all: await readOwnership(tx), identifying: await allIdentifying(tx) }
    const { entities, holders, stakes, errors } = await decideStructure(given, known)
    if (errors.length > 0) throw structureRefused(errors)
    for (const { id: entityId, ...after } of entities) {
      await insertEntity(tx, { id: entityId, studioId, ...after })
      record({ type: 'entities.entity-created', subjectId: entityId, after })
    }
    for (const { id: holderId, ...after } of holders) {
      if (!(await insertHolder(tx, { id: holderId, studio_id: studioId, ...after })))
        throw holderNameTaken(after.name)
      record({ type: 'entities.holder-created', subjectId: holderId, after })
    }
    for (const stake of stakes) {
      await insertStake(tx, { ...stake, studioId })
      const { id: stakeId, ...after } = stake
      record({ type: 'entities.stake-recorded', subjectId: stakeId, after })
    }
    return { entityIds: idsOf(entities), holderIds: idsOf(holders), stakeIds: idsOf(stakes) }
  },
})

function idsOf<T>(made: readonly { id: T }[]): T[] {
  return made.map(({ id: one }) => one)
}
