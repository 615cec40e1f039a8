import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { onlyIds, PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { examplePending } from './example-unposted.ts'
import { countUnposted, pageOfUnposted } from './unposted-queries.ts'
import { PendingState, PendingSummary } from './unposted-schema.ts'
import { pendingSummary } from './unposted-shown.ts'

const ORDER = ['id']

export const listPending = operation({
  name: 'ledger.list-pending',
  summary:
    'Pages through pending entries, the latest first: until when each holds what, and what became of it.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  resolves: 'pending_entry',
  input: z.strictObject({
    ids: onlyIds('pending_entry'),
    bookId: id('book').optional(),
    state: PendingState.optional(),
    ...PageFields,
  }),
  output: pageOf(PendingSummary),
  examples: async (factory) => {
    const { bookId } = await examplePending(factory)
    return [{ bookId, state: 'open' as const }, { limit: 1 }]
  },
  async handle({ cursor, limit, ...rest }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const filter = { kind: 'pending' as const, ...rest }
    const [rows, total] = await Promise.all([
      pageOfUnposted(tx, filter, { after, limit: limit + 1 }),
      countUnposted(tx, filter),
    ])
    return pageFrom(rows.map(pendingSummary), { limit, order: ORDER, total, keyOf: ({ id: own }) => [own] })
  },
})
