import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { captionFor, type CaptionName } from '#kernel/captions.ts'
import { newId, type Id } from '#kernel/ids.ts'
import type { Problem } from '#kernel/problem.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { countAccounts, findAccount, insertAccounts, rivalsOf } from './accounts-queries.ts'
import { captionFits } from './caption-fits.ts'
import { exampleBook } from './example-book.ts'
import { floorOf } from './floor-of.ts'
import { heldNewAccounts, labelOf } from './held-accounts.ts'
import { booksById, type BookFacts } from './post-queries.ts'
import {
  bookNotFound,
  codeTaken,
  foreignNotMonetary,
  onlyAssetsOwe,
  roleDoesNotFit,
  roleTaken,
  tooManyAccounts,
  wrongCaption,
  wrongParent,
} from './problems.ts'
import { Account, AccountFields, AccountRole, ACCOUNTS_MAX, currency, signedAmount } from './schema.ts'

export const NewAccountFields = {
  code: AccountFields.code,
  name: AccountFields.name,
  type: AccountFields.type,
  role: AccountRole.exclude(['between-businesses']).nullable().default(null),
  caption: AccountFields.caption
    .optional()
    .describe('What it is shown under; otherwise as its role, the account above it or its type has it.'),
  parentId: id('account')
    .nullable()
    .default(null)
    .describe('The account that it is a part of, of the same type.'),
  currency: currency()
    .optional()
    .describe('That of the book where it is not named. Only monetary accounts may be in another one.'),
  isMonetary: z
    .boolean()
    .default(false)
    .describe('True for money and claims on money: such an account may be in a foreign currency.'),
  floor: signedAmount()
    .nullable()
    .default(null)
    .describe(
      'What must stay on it, seen from its own side: 0 forbids an overdraft. Null where nobody minds.',
    ),
}
const Input = z.strictObject({ bookId: id('book'), ...NewAccountFields })
type Input = z.output<typeof Input>

export const createAccount = operation({
  name: 'ledger.create-account',
  summary: 'Adds an account to the chart of a book.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.write',
  risk: 'none',
  input: Input,
  output: Account,
  examples: async (factory) => {
    const { bookId } = await exampleBook(factory)
    return [
      { bookId, code: '6095', name: 'Travel', type: 'expense' as const },
      {
        bookId,
        code: '1012',
        name: 'Bank, euros',
        type: 'asset' as const,
        role: 'cash' as const,
        currency: 'EUR',
        isMonetary: true,
        floor: '0',
      },
    ]
  },
  tellHeld: ({ bookId, ...account }, { tx, changes }) =>
    heldNewAccounts(tx, { bookId, changes }, [labelOf(account)]),
  undo: (_input, { id: accountId }) => ({
    operation: 'ledger.update-account',
    input: { accountId, isArchived: true },
  }),
  async handle(input, { tx, access, record }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const book = (await booksById(tx, [input.bookId])).get(input.bookId)
    if (!book) throw bookNotFound(input.bookId)
    const accountId = newId('account')
    const parent = input.parentId === null ? undefined : await findAccount(tx, input.parentId)
    const caption =
      input.caption ??
      captionFor({ ...input, parent: parent?.type === input.type ? parent.caption : undefined })
    const refused =
      misfit({ ...input, caption }, book) ?? (await conflict(tx, { ...input, accountId, parent }))
    if (refused) throw refused
    const { bookId, floor, ...fields } = input
    const unit = input.role === 'exchange' ? null : (input.currency ?? book.currency)
    const floorMinor = floorOf(floor, unit)
    await insertAccounts(tx, { studioId, bookId, currency: book.currency }, [
      { id: accountId, ...fields, caption, currency: unit, floorMinor },
    ])
    record({
      type: 'ledger.account-created',
      subjectId: accountId,
      after: { ...input, caption, currency: unit },
    })
    return present(await findAccount(tx, accountId), 'the account that was created')
  },
})

/** What cannot be, whatever else the book holds. */
export function misfit(
  {
    type,
    role,
    caption,
    isMonetary,
    currency: unit,
    floor,
  }: Omit<Input, 'bookId'> & { caption: CaptionName },
  book: BookFacts,
): Problem | undefined {
  const isEquity = role === 'exchange' || role === 'retained-earnings'
  const fits = {
    cash: 'asset',
    receivable: 'asset',
    payable: 'liability',
    exchange: 'equity',
    'retained-earnings': 'equity',
  }
  if (role !== null && (fits[role] !== type || (role === 'cash' && !isMonetary)))
    return roleDoesNotFit(role, type)
  if (!captionFits(caption, { type, role })) return wrongCaption(caption, type)
  if (isMonetary && (isEquity || (type !== 'asset' && type !== 'liability'))) return onlyAssetsOwe(type)
  if (unit !== undefined && unit !== book.currency && !isMonetary)
    return foreignNotMonetary(unit, book.currency)
  return role === 'exchange' && floor !== null ? roleDoesNotFit(role, 'with a floor') : undefined
}

async function conflict(
  tx: Transaction,
  input: Input & { accountId: Id<'account'>; parent: Account | undefined },
): Promise<Problem | undefined> {
  const { accountId, parent, bookId, code, role, parentId, type } = input
  const [accounts, [rival]] = await Promise.all([
    countAccounts(tx, { bookId }),
    rivalsOf(tx, { id: accountId, bookId, code, role }),
  ])
  if (accounts >= ACCOUNTS_MAX) return tooManyAccounts(ACCOUNTS_MAX)
  if (rival) return rival.hasCode ? codeTaken(code, rival.name) : roleTaken(role ?? '', rival.name)
  const isFit = parentId === null || (parent?.bookId === bookId && parent.type === type)
  return isFit ? undefined : wrongParent(parentId, type)
}
