import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleDraft } from './example-unposted.ts'
import { heldUnposted } from './held-words.ts'
import { openDraft } from './open-unposted.ts'
import { findUnposted, settleRow } from './unposted-queries.ts'
import { Draft } from './unposted-schema.ts'
import { draftShown } from './unposted-shown.ts'

export const voidDraft = operation({
  name: 'ledger.void-draft',
  summary: 'Puts a draft away for good. It can still be read.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'none',
  input: z.strictObject({
    draftId: id('draft'),
    revision: z.int().min(1).describe('That of the draft as you read it.'),
  }),
  output: Draft,
  examples: async (factory) => [{ draftId: (await exampleDraft(factory)).draftId, revision: 1 }],
  tellHeld: ({ draftId }, { tx }) => heldUnposted(tx, { id: draftId, kind: 'draft' }),
  async handle({ draftId, revision }, { tx, record }) {
    const { bookId, memo } = await openDraft(tx, { draftId, revision })
    await settleRow(tx, { id: draftId, entryId: null })
    record({ type: 'ledger.draft-voided', subjectId: draftId, after: { bookId, memo } })
    return draftShown(
      present(await findUnposted(tx, { id: draftId, kind: 'draft' }), 'the draft that was voided'),
    )
  },
})
