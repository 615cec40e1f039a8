import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { lockEntities } from './entities-queries.ts'
import { exampleOwnership } from './example-ownership.ts'
import { findSpan, setWithdrawn } from './ownership-queries.ts'
import { Judgement, Reason } from './ownership-schema.ts'
import { alreadyWithdrawn, judgementNotFound } from './problems.ts'
import { recordJudgement } from './record-judgement.ts'
import { judgementById } from './stakes-queries.ts'

export const withdrawJudgement = operation({
  name: 'entities.withdraw-judgement',
  summary: 'Takes back a judgement on control; it stays to be read with the reason, and votes decide again.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'entities.write',
  risk: 'none',
  input: z.strictObject({ judgementId: id('judgement'), reason: Reason }),
  output: Judgement,
  examples: async (factory) => {
    const judgement = { controls: false, from: '2024-01-01', reason: 'A veto of the other holders.' }
    const ownership = await exampleOwnership(factory)
    const { id: judgementId } = await factory.invoke(recordJudgement, { ...ownership, ...judgement })
    return [{ judgementId, reason: 'The veto was waived.' }]
  },
  async handle({ judgementId, reason }, { tx, access, record }) {
    const { studioId } = present(access, 'a judgement belongs to a studio')
    await lockEntities(tx, studioId)
    const found = await findSpan(tx, 'judgement', judgementId)
    if (!found) throw judgementNotFound(judgementId)
    if (found.isWithdrawn) throw alreadyWithdrawn(judgementId)
    await setWithdrawn(tx, 'judgement', { id: judgementId, reason })
    record({ type: 'entities.judgement-withdrawn', subjectId: judgementId, after: { reason } })
    return judgementById(tx, judgementId)
  },
})
