import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { captionFor } from '#kernel/captions.ts'
import { newId, type Id } from '#kernel/ids.ts'
import type { FieldProblem } from '#kernel/problem.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countAccounts, insertAccounts, rivalsAmong, type NewAccount } from './accounts-queries.ts'
import { misfit, NewAccountFields } from './create-account.ts'
import { exampleBook } from './example-book.ts'
import { floorOf } from './floor-of.ts'
import { heldNewAccounts, labelOf } from './held-accounts.ts'
import { booksById, type BookFacts } from './post-queries.ts'
import { accountsRefused, bookNotFound, codeTaken, roleTaken, tooManyAccounts } from './problems.ts'
import { ACCOUNTS_MAX } from './schema.ts'

const NewOne = z.strictObject(NewAccountFields).omit({ parentId: true })
type NewOne = z.output<typeof NewOne>

const OF_ONE_KIND = ['exchange', 'retained-earnings']
const BODY_BYTES_MAX = 2_000_000

export const createAccounts = operation({
  name: 'ledger.create-accounts',
  summary:
    'Adds many accounts to the chart of a book at once, all or none: a chart that comes from elsewhere.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.write',
  risk: 'none',
  carriesOut: ['ledger.create-account'],
  bodyBytesMax: BODY_BYTES_MAX,
  input: z.strictObject({ bookId: id('book'), accounts: z.array(NewOne).min(1).max(ACCOUNTS_MAX) }),
  output: z.strictObject({
    accountIds: z.array(id('account')).max(ACCOUNTS_MAX).describe('In the order in which they were sent.'),
  }),
  examples: async (factory) => {
    const { bookId } = await exampleBook(factory)
    return [
      {
        bookId,
        accounts: [
          { code: '6096', name: 'Travel by train', type: 'expense' as const },
          {
            code: '1096',
            name: 'Deposits',
            type: 'asset' as const,
            caption: 'other-current-assets' as const,
          },
        ],
      },
    ]
  },
  tellHeld: ({ bookId, accounts }, { tx, changes }) =>
    heldNewAccounts(tx, { bookId, changes }, accounts.map(labelOf)),
  async handle({ bookId, accounts }, { tx, access, record }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const book = (await booksById(tx, [bookId])).get(bookId)
    if (!book) throw bookNotFound(bookId)
    const [there, rivals] = await Promise.all([
      countAccounts(tx, { bookId }),
      rivalsAmong(tx, bookId, {
        codes: accounts.map(({ code }) => code),
        roles: OF_ONE_KIND.filter((kind) => accounts.some(({ role }) => role === kind)),
      }),
    ])
    if (there + accounts.length > ACCOUNTS_MAX) throw tooManyAccounts(ACCOUNTS_MAX)
    const errors = refusals(accounts, book, rivals)
    if (errors.length > 0) throw accountsRefused(errors)
    const rows = accounts.map((one) => rowOf(one, book))
    await insertAccounts(tx, { studioId, bookId, currency: book.currency }, rows)
    for (const [at, { id: accountId, caption, currency }] of rows.entries())
      record({
        type: 'ledger.account-created',
        subjectId: accountId,
        after: { bookId, ...accounts[at], caption, currency },
      })
    return { accountIds: rows.map((row) => row.id) }
  },
})

/** All that is wrong with them, each in its place: by itself, with what is there, and with one another. */
function refusals(
  accounts: readonly NewOne[],
  book: BookFacts,
  rivals: readonly { code: string; role: string | null; name: string }[],
): FieldProblem[] {
  const [codes, roles] = [new Map<string, string>(), new Map<string, string>()]
  for (const { code, role, name } of rivals) {
    codes.set(code.toLowerCase(), name)
    if (role !== null) roles.set(role, name)
  }
  return accounts.flatMap((one, at): FieldProblem[] => {
    const [code, role] = [one.code.toLowerCase(), one.role ?? '']
    const [ofCode, ofRole] = [codes.get(code), OF_ONE_KIND.includes(role) ? roles.get(role) : undefined]
    codes.set(code, one.name)
    if (OF_ONE_KIND.includes(role)) roles.set(role, one.name)
    const wrong =
      misfit({ ...one, parentId: null, caption: one.caption ?? captionFor(one) }, book) ??
      (ofCode === undefined ? undefined : codeTaken(one.code, ofCode)) ??
      (ofRole === undefined ? undefined : roleTaken(role, ofRole))
    return wrong ? [{ path: `/accounts/${at}`, message: wrong.said }] : []
  })
}

function rowOf(one: NewOne, book: BookFacts): NewAccount & { id: Id<'account'> } {
  const { floor, ...fields } = one
  const unit = one.role === 'exchange' ? null : (one.currency ?? book.currency)
  return {
    id: newId('account'),
    ...fields,
    parentId: null,
    caption: one.caption ?? captionFor(one),
    currency: unit,
    floorMinor: floorOf(floor, unit),
  }
}
