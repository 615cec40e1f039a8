import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { examplePending } from './example-unposted.ts'
import { heldUnposted } from './held-words.ts'
import { openPending } from './open-unposted.ts'
import { findUnposted, settleRow } from './unposted-queries.ts'
import { PendingEntry } from './unposted-schema.ts'
import { pendingShown } from './unposted-shown.ts'

export const voidPending = operation({
  name: 'ledger.void-pending',
  summary: 'Gives up a pending entry: what it held is free at once, and it is never posted.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'none',
  input: z.strictObject({ pendingId: id('pending_entry') }),
  output: PendingEntry,
  examples: async (factory) => [{ pendingId: (await examplePending(factory)).pendingId }],
  tellHeld: ({ pendingId }, { tx }) => heldUnposted(tx, { id: pendingId, kind: 'pending' }),
  async handle({ pendingId }, { tx, record }) {
    const { bookId, memo } = await openPending(tx, pendingId)
    await settleRow(tx, { id: pendingId, entryId: null })
    record({ type: 'ledger.pending-voided', subjectId: pendingId, after: { bookId, memo } })
    return pendingShown(
      present(await findUnposted(tx, { id: pendingId, kind: 'pending' }), 'what was voided'),
    )
  },
})
