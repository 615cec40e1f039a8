import { z } from 'zod'
import { PageFields, onlyIds, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { SpanFilterFields, readDayCursor } from './list-stakes.ts'
import { Judgement } from './ownership-schema.ts'
import { countSpans, pageOfJudgements } from './stakes-queries.ts'

const ORDER = ['from', 'id']

export const listJudgements = operation({
  name: 'entities.list-judgements',
  summary: 'Pages through judgements on who controls which entity, the newest first.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'entities.read',
  risk: 'none',
  resolves: 'judgement',
  input: z.strictObject({ ids: onlyIds('judgement'), ...SpanFilterFields, ...PageFields }),
  output: pageOf(Judgement),
  examples: async () => [{}, { on: '2025-01-01', limit: 1 }, { withdrawn: true }],
  async handle({ cursor, limit, ownerEntityId, ownerHolderId, ...given }, { tx }) {
    const filter = { ...given, ownerId: ownerEntityId ?? ownerHolderId }
    const after = readDayCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfJudgements(tx, filter, { after, limit: limit + 1 }),
      countSpans(tx, 'judgement', filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ from, id }) => [from, id] })
  },
})
