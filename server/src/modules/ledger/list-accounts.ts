import { z } from 'zod'
import { id, prose } from '#server/catalogue/fields.ts'
import { onlyIds, PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countAccounts, pageOfAccounts } from './accounts-queries.ts'
import { Account, AccountType } from './schema.ts'

const ORDER = ['code', 'id']

export const listAccounts = operation({
  name: 'ledger.list-accounts',
  summary: 'Pages through the accounts of a book by their codes.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  resolves: 'account',
  input: z.strictObject({
    ids: onlyIds('account'),
    bookId: id('book').optional(),
    type: AccountType.optional(),
    search: prose(200).optional().describe('Words in the name, a code or an id.'),
    isArchived: z.boolean().default(false).describe('True lists what is archived instead.'),
    ...PageFields,
  }),
  output: pageOf(Account),
  examples: async () => [{}, { type: 'asset' as const, isArchived: true }, { search: 'bank', limit: 1 }],
  async handle({ cursor, limit, isArchived, ...given }, { tx }) {
    // Whoever asks by id knows of it already.
    const filter = given.ids ? given : { ...given, isArchived }
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfAccounts(tx, filter, { after, limit: limit + 1 }),
      countAccounts(tx, filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ code, id: own }) => [code, own] })
  },
})
