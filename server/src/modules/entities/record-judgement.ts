import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#server/catalogue/operation.ts'
import { refuseJudgement } from './decide-ownership.ts'
import { lockEntities } from './entities-queries.ts'
import { exampleOwnership } from './example-ownership.ts'
import { ownerFrom, ownerIdOf } from './owner.ts'
import { insertJudgement, readOwnership } from './ownership-queries.ts'
import { Judgement, JudgementFields } from './ownership-schema.ts'
import { judgementById } from './stakes-queries.ts'

export const recordJudgement = operation({
  name: 'entities.record-judgement',
  summary:
    'Records that somebody does or does not control an entity from a day on, with the reason; it overrides what the votes say.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'entities.write',
  risk: 'none',
  input: z.strictObject(JudgementFields),
  output: Judgement,
  examples: async (factory) => [
    {
      ...(await exampleOwnership(factory)),
      controls: true,
      from: '2024-01-01',
      reason: 'Appoints the majority of the board under the shareholders’ agreement.',
    },
  ],
  undo: (_input, { id: judgementId }) => ({
    operation: 'entities.withdraw-judgement',
    input: { judgementId, reason: 'Undone.' },
  }),
  async handle(given, { tx, access, record }) {
    const { studioId } = present(access, 'a judgement belongs to a studio')
    const [id, owner] = [newId('judgement'), ownerFrom(given.owner)]
    const { entityId, controls, from, until } = given
    await lockEntities(tx, studioId)
    refuseJudgement(await readOwnership(tx), {
      id,
      entityId,
      ownerId: ownerIdOf(owner),
      controls,
      from,
      until,
    })
    await insertJudgement(tx, { ...given, id, studioId, owner })
    record({ type: 'entities.judgement-recorded', subjectId: id, after: given })
    return judgementById(tx, id)
  },
})
