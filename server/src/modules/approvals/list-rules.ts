import { z } from 'zod'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countRules, pageOfRules } from './rules-queries.ts'
import { ApprovalRule } from './schema.ts'

const ORDER = ['oldest']

export const listRules = operation({
  name: 'approvals.list-rules',
  summary: 'Pages through the rules that say which writes wait for a person, oldest first.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'approvals.read',
  risk: 'none',
  input: z.strictObject(PageFields),
  output: pageOf(ApprovalRule),
  examples: async () => [{}],
  async handle({ cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([pageOfRules(tx, after, limit + 1), countRules(tx)])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
  },
})
