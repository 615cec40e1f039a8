import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleDraft } from './example-unposted.ts'
import { heldDraftChange } from './held-drafts.ts'
import { openDraft } from './open-unposted.ts'
import { findUnposted, updateDraftRow } from './unposted-queries.ts'
import { Draft, DraftFields } from './unposted-schema.ts'
import { draftShown } from './unposted-shown.ts'

export const updateDraft = operation({
  name: 'ledger.update-draft',
  summary: 'Writes a draft anew, as a whole. Whoever has read an older revision of it is refused.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'none',
  input: z.strictObject({
    draftId: id('draft'),
    revision: z.int().min(1).describe('That of the draft as you read it.'),
    ...DraftFields,
  }),
  output: Draft,
  examples: async (factory) => {
    const { draftId } = await exampleDraft(factory)
    return [{ draftId, revision: 1, memo: 'A sale, without its lines' }]
  },
  tellHeld: (_input, { tx, changes }) => heldDraftChange(tx, changes),
  async handle({ draftId, revision, ...content }, { tx, actor, record }) {
    const was = await openDraft(tx, { draftId, revision })
    await updateDraftRow(tx, { id: draftId, content, actor })
    record({
      type: 'ledger.draft-updated',
      subjectId: draftId,
      before: { memo: was.memo, lines: was.lineCount, revision },
      after: { memo: content.memo, lines: content.lines.length, revision: revision + 1 },
    })
    return draftShown(
      present(await findUnposted(tx, { id: draftId, kind: 'draft' }), 'the draft that was changed'),
    )
  },
})
