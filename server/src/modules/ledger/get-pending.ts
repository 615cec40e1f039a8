import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { examplePending } from './example-unposted.ts'
import { pendingNotFound } from './unposted-problems.ts'
import { findUnposted } from './unposted-queries.ts'
import { PendingEntry } from './unposted-schema.ts'
import { pendingShown } from './unposted-shown.ts'

export const getPending = operation({
  name: 'ledger.get-pending',
  summary: 'Reads one pending entry with its lines: what it holds, until when, and what became of it.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({ pendingId: id('pending_entry') }),
  output: PendingEntry,
  examples: async (factory) => [{ pendingId: (await examplePending(factory)).pendingId }],
  async handle({ pendingId }, { tx }) {
    const row = await findUnposted(tx, { id: pendingId, kind: 'pending' })
    if (!row) throw pendingNotFound(pendingId)
    return pendingShown(row)
  },
})
