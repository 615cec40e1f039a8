import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { aboveManualLimit } from './above-manual-limit.ts'
import { examplePending } from './example-unposted.ts'
import { heldUnposted } from './held-words.ts'
import { openPending } from './open-unposted.ts'
import { postAll } from './post-all.ts'
import { PostedEntry } from './post-entry.ts'
import { NewEntry } from './schema.ts'
import { settleRow } from './unposted-queries.ts'

export const postPending = operation({
  name: 'ledger.post-pending',
  summary:
    'Posts a pending entry as it is. Months, accounts and businesses are looked at again; one that ran out is refused.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'money',
  input: z.strictObject({ pendingId: id('pending_entry') }),
  output: PostedEntry,
  examples: async (factory) => [{ pendingId: (await examplePending(factory)).pendingId }],
  tellHeld: ({ pendingId }, { tx }) => heldUnposted(tx, { id: pendingId, kind: 'pending' }),
  async handle({ pendingId }, { tx, access, actor, record, needsSecondPerson }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const { bookId, content } = await openPending(tx, pendingId)
    const entry = NewEntry.parse(content)
    const entryId = newId('entry')
    // First it holds nothing any more and leaves its external id; then it is posted as anything else is.
    await settleRow(tx, { id: pendingId, entryId })
    const [posted] = await postAll(tx, studioId, [
      {
        id: entryId,
        bookId,
        entry,
        actor,
        access,
        aboveLimit: (told) => needsSecondPerson(aboveManualLimit(told)),
      },
    ])
    const done = present(posted, 'an outcome for one entry')
    if (done instanceof Problem) throw done
    const { effectiveOn } = entry
    record({
      type: 'ledger.entry-posted',
      subjectId: done.id,
      after: { bookId, effectiveOn, pendingId, digest: done.digest },
    })
    return done
  },
})
