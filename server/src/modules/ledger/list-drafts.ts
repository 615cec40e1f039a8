import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { onlyIds, PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleDraft } from './example-unposted.ts'
import { countUnposted, pageOfUnposted } from './unposted-queries.ts'
import { DraftState, DraftSummary } from './unposted-schema.ts'
import { draftSummary } from './unposted-shown.ts'

const ORDER = ['id']

export const listDrafts = operation({
  name: 'ledger.list-drafts',
  summary: 'Pages through drafts, the latest first; by book and by what became of them.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'none',
  resolves: 'draft',
  input: z.strictObject({
    ids: onlyIds('draft'),
    bookId: id('book').optional(),
    state: DraftState.optional(),
    ...PageFields,
  }),
  output: pageOf(DraftSummary),
  examples: async (factory) => {
    const { bookId } = await exampleDraft(factory)
    return [{ bookId, state: 'open' as const }, { limit: 1 }]
  },
  async handle({ cursor, limit, ...rest }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const filter = { kind: 'draft' as const, ...rest }
    const [rows, total] = await Promise.all([
      pageOfUnposted(tx, filter, { after, limit: limit + 1 }),
      countUnposted(tx, filter),
    ])
    return pageFrom(rows.map(draftSummary), { limit, order: ORDER, total, keyOf: ({ id: own }) => [own] })
  },
})
