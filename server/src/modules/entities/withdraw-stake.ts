import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { lockEntities } from './entities-queries.ts'
import { exampleOwnership } from './example-ownership.ts'
import { findSpan, setWithdrawn } from './ownership-queries.ts'
import { Reason, Stake } from './ownership-schema.ts'
import { alreadyWithdrawn, stakeNotFound } from './problems.ts'
import { recordStake } from './record-stake.ts'
import { stakeById } from './stakes-queries.ts'

export const withdrawStake = operation({
  name: 'entities.withdraw-stake',
  summary:
    'Takes a stake back that was recorded by mistake: it counts on no day any more, and stays to be read with the reason.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'entities.write',
  risk: 'none',
  input: z.strictObject({ stakeId: id('stake'), reason: Reason }),
  output: Stake,
  examples: async (factory) => {
    const ownership = await exampleOwnership(factory)
    const stake = { votingPercent: '20', economicPercent: '20', from: '2024-01-01' }
    const { id: stakeId } = await factory.invoke(recordStake, { ...ownership, ...stake })
    return [{ stakeId, reason: 'It is of another entity.' }]
  },
  async handle({ stakeId, reason }, { tx, access, record }) {
    const { studioId } = present(access, 'a stake belongs to a studio')
    await lockEntities(tx, studioId)
    const found = await findSpan(tx, 'stake', stakeId)
    if (!found) throw stakeNotFound(stakeId)
    if (found.isWithdrawn) throw alreadyWithdrawn(stakeId)
    await setWithdrawn(tx, 'stake', { id: stakeId, reason })
    record({ type: 'entities.stake-withdrawn', subjectId: stakeId, after: { reason } })
    return stakeById(tx, stakeId)
  },
})
