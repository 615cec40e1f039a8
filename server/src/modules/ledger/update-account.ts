import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { amountText } from '#kernel/money.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { findAccount, findAccountForChange, rivalsOf, updateAccountRow } from './accounts-queries.ts'
import { isOnDebitSide } from './account-side.ts'
import { balancesOfAccount } from './balances-queries.ts'
import { createAccount } from './create-account.ts'
import { captionFits } from './caption-fits.ts'
import { exampleBook } from './example-book.ts'
import { floorOf } from './floor-of.ts'
import { floorRefuses } from './floor-refuses.ts'
import { heldAccountChange } from './held-accounts.ts'
import { heldOf } from './post-queries.ts'
import {
  accountNotFound,
  accountStays,
  changedMeanwhile,
  codeTaken,
  holdsBalance,
  roleDoesNotFit,
  wrongCaption,
} from './problems.ts'
import { Account, AccountFields, signedAmount } from './schema.ts'

export const updateAccount = operation({
  name: 'ledger.update-account',
  summary:
    'Changes the code, the name, the caption or the floor of an account, archives it, or brings it back. Its type and currency never change.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.write',
  risk: 'none',
  input: z.strictObject({
    accountId: id('account'),
    revision: z
      .int()
      .optional()
      .describe('That of the account as you read it; another one refuses the change.'),
    code: AccountFields.code.optional(),
    name: AccountFields.name.optional(),
    caption: AccountFields.caption.optional(),
    floor: signedAmount().nullable().optional().describe('Null where nobody minds.'),
    isArchived: z.boolean().optional().describe('True takes it out of use; it must hold nothing.'),
  }),
  output: Account,
  examples: async (factory) => {
    const { bookId } = await exampleBook(factory)
    const given = { bookId, code: '6096', name: 'Fairs', type: 'expense' as const }
    const { id: accountId } = await factory.invoke(createAccount, given)
    return [
      { accountId, name: 'Trade fairs' },
      { accountId, isArchived: true },
    ]
  },
  tellHeld: ({ accountId }, { tx, changes }) => heldAccountChange(tx, { accountId, changes }),
  async handle({ accountId, revision, ...wanted }, { tx, record }) {
    const before = await findAccountForChange(tx, accountId)
    if (!before) throw accountNotFound(accountId)
    if (revision !== undefined && revision !== before.revision)
      throw changedMeanwhile(revision, before.revision)
    const isArchived = wanted.isArchived ?? before.archivedAt !== null
    const { code = before.code, name = before.name, caption = before.caption, floor = before.floor } = wanted
    if (!captionFits(caption, before)) throw wrongCaption(caption, before.type)
    const [rival] = await rivalsOf(tx, { id: accountId, bookId: before.bookId, code, role: null })
    if (rival) throw codeTaken(code, rival.name)
    if (floor !== null && before.currency === null) throw roleDoesNotFit('exchange', 'with a floor')
    const floorMinor = floorOf(floor, before.currency)
    const [held] = await balancesOfAccount(tx, accountId)
    const label = `${code} ${name}`
    if (isArchived && before.role === 'between-businesses') throw accountStays(label)
    if (isArchived && before.archivedAt === null && held)
      throw holdsBalance(label, amountText(sideOf(before, held.minor), held.currency))
    const minor = sideOf(before, held?.minor ?? 0n)
    const told = { label, currency: before.currency ?? '', floorMinor }
    const refused = floorRefuses({ minor, heldMinor: await heldOf(tx, accountId) }, told)
    if (refused) throw refused
    await updateAccountRow(tx, { id: accountId, code, name, caption, floorMinor, isArchived })
    const was = {
      code: before.code,
      name: before.name,
      caption: before.caption,
      floor: before.floor,
      isArchived: before.archivedAt !== null,
    }
    record({
      type: 'ledger.account-updated',
      subjectId: accountId,
      before: was,
      after: { code, name, caption, floor, isArchived },
    })
    return present(await findAccount(tx, accountId), 'the account that was changed')
  },
})

function sideOf({ type }: Account, minor: bigint): bigint {
  return isOnDebitSide(type) ? minor : -minor
}
