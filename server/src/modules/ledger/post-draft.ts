import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { Problem } from '#kernel/problem.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { aboveManualLimit } from './above-manual-limit.ts'
import { completeDraft } from './complete-draft.ts'
import { exampleDraft } from './example-unposted.ts'
import { heldUnposted } from './held-words.ts'
import { openDraft } from './open-unposted.ts'
import { postAll } from './post-all.ts'
import { PostedEntry } from './post-entry.ts'
import { entryRefused } from './problems.ts'
import { settleRow } from './unposted-queries.ts'
import { DraftContent } from './unposted-schema.ts'

export const postDraft = operation({
  name: 'ledger.post-draft',
  summary:
    'Posts a draft as ledger.post-entry would post the same. The revision says what is posted: a draft that was changed since is refused.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'money',
  input: z.strictObject({
    draftId: id('draft'),
    revision: z.int().min(1).describe('That of the draft as you read it.'),
  }),
  output: PostedEntry,
  examples: async (factory) => [{ draftId: (await exampleDraft(factory)).draftId, revision: 1 }],
  tellHeld: ({ draftId }, { tx }) => heldUnposted(tx, { id: draftId, kind: 'draft' }),
  async handle({ draftId, revision }, { tx, access, actor, record, needsSecondPerson }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const { bookId, content } = await openDraft(tx, { draftId, revision })
    const complete = completeDraft(DraftContent.parse(content))
    if ('errors' in complete) throw entryRefused(complete.errors)
    const { entry } = complete
    const [posted] = await postAll(tx, studioId, [
      { bookId, entry, actor, access, aboveLimit: (told) => needsSecondPerson(aboveManualLimit(told)) },
    ])
    const done = present(posted, 'an outcome for one entry')
    if (done instanceof Problem) throw done
    await settleRow(tx, { id: draftId, entryId: done.id })
    const { effectiveOn } = entry
    if (!done.isKnown)
      record({
        type: 'ledger.entry-posted',
        subjectId: done.id,
        after: { bookId, effectiveOn, draftId, digest: done.digest },
      })
    return done
  },
})
