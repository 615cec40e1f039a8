import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleDraft } from './example-unposted.ts'
import { draftNotFound } from './unposted-problems.ts'
import { findUnposted } from './unposted-queries.ts'
import { Draft } from './unposted-schema.ts'
import { draftShown } from './unposted-shown.ts'

export const getDraft = operation({
  name: 'ledger.get-draft',
  summary: 'Reads one draft with its lines, and its revision.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'none',
  input: z.strictObject({ draftId: id('draft') }),
  output: Draft,
  examples: async (factory) => [{ draftId: (await exampleDraft(factory)).draftId }],
  async handle({ draftId }, { tx }) {
    const row = await findUnposted(tx, { id: draftId, kind: 'draft' })
    if (!row) throw draftNotFound(draftId)
    return draftShown(row)
  },
})
