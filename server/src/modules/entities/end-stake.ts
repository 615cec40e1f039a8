import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { refuseStake } from './decide-ownership.ts'
import { lockEntities } from './entities-queries.ts'
import { exampleOwnership } from './example-ownership.ts'
import { findSpan, readOwnership, setStakeEnd } from './ownership-queries.ts'
import { Stake, day } from './ownership-schema.ts'
import { alreadyWithdrawn, stakeNotFound } from './problems.ts'
import { recordStake } from './record-stake.ts'
import { stakeById } from './stakes-queries.ts'

export const endStake = operation({
  name: 'entities.end-stake',
  summary: 'Sets the last day of a stake, for example of one that was sold; null leaves its end open.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'entities.write',
  risk: 'none',
  input: z.strictObject({
    stakeId: id('stake'),
    until: day().nullable().describe('The last day on which it holds, YYYY-MM-DD; null for no known end.'),
  }),
  output: z.strictObject({
    stake: Stake,
    previousUntil: day().nullable().describe('The last day that it had before.'),
  }),
  examples: async (factory) => {
    const ownership = await exampleOwnership(factory)
    const stake = { votingPercent: '20', economicPercent: '20', from: '2024-01-01' }
    const { id: stakeId } = await factory.invoke(recordStake, { ...ownership, ...stake })
    return [{ stakeId, until: '2025-06-30' }]
  },
  undo: ({ stakeId }, { previousUntil }) => ({
    operation: 'entities.end-stake',
    input: { stakeId, until: previousUntil },
  }),
  async handle({ stakeId, until }, { tx, access, record }) {
    const { studioId } = present(access, 'a stake belongs to a studio')
    await lockEntities(tx, studioId)
    const found = await findSpan(tx, 'stake', stakeId)
    if (!found) throw stakeNotFound(stakeId)
    if (found.isWithdrawn) throw alreadyWithdrawn(stakeId)
    if (found.until !== until) {
      const all = await readOwnership(tx)
      const stake = present(
        all.stakes.find(({ id: other }) => other === stakeId),
        'a stake that stands',
      )
      refuseStake(all, { ...stake, until })
      await setStakeEnd(tx, stakeId, until)
      record({
        type: 'entities.stake-ended',
        subjectId: stakeId,
        before: { until: found.until },
        after: { until },
      })
    }
    return { stake: await stakeById(tx, stakeId), previousUntil: found.until }
  },
})
