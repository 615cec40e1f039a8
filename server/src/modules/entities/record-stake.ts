import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#server/catalogue/operation.ts'
import { refuseStake } from './decide-ownership.ts'
import { lockEntities } from './entities-queries.ts'
import { exampleOwnership } from './example-ownership.ts'
import { ownerFrom, ownerIdOf } from './owner.ts'
import { insertStake, readOwnership } from './ownership-queries.ts'
import { Stake, StakeFields } from './ownership-schema.ts'
import { millionthsOf } from './percent.ts'
import { stakeById } from './stakes-queries.ts'

export const recordStake = operation({
  name: 'entities.record-stake',
  summary:
    'Records that an entity or a holder owns a part of an entity, from a day on. More than 100 %, overlapping days of one owner and circles are refused.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'entities.write',
  risk: 'none',
  input: z.strictObject(StakeFields),
  output: Stake,
  examples: async (factory) => {
    const { entityId, owner } = await exampleOwnership(factory)
    return [{ entityId, owner, votingPercent: '60', economicPercent: '55.5', from: '2024-01-01' }]
  },
  undo: (_input, { id: stakeId }) => ({
    operation: 'entities.withdraw-stake',
    input: { stakeId, reason: 'Undone.' },
  }),
  async handle(given, { tx, access, record }) {
    const { studioId } = present(access, 'a stake belongs to a studio')
    const [id, owner] = [newId('stake'), ownerFrom(given.owner)]
    await lockEntities(tx, studioId)
    refuseStake(await readOwnership(tx), {
      id,
      entityId: given.entityId,
      ownerId: ownerIdOf(owner),
      voting: millionthsOf(given.votingPercent),
      economic: millionthsOf(given.economicPercent),
      from: given.from,
      until: given.until,
    })
    await insertStake(tx, { ...given, id, studioId, owner })
    record({ type: 'entities.stake-recorded', subjectId: id, after: given })
    return stakeById(tx, id)
  },
})
