import type { Id } from '#kernel/ids.ts'
import { inEach, type Said } from '#kernel/languages.ts'
import { amountText, minorOf } from '#kernel/money.ts'
import type { HeldWords } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { findAccount, findBookOfStatement, heldInBooks, labelOf } from '../ledger/index.ts'
import { findBusinessHeld } from './statements-queries.ts'

const LINES_SHOWN = 3

interface Line {
  accountId: Id<'account'>
  businessId: Id<'business'> | null
  month: string
  amount: string | null
}

/** A budget that would be set: the first of its figures, and how many there are beside. */
export async function heldBudget(
  tx: Transaction,
  bookId: Id<'book'>,
  lines: readonly Line[],
): Promise<HeldWords | undefined> {
  const book = await findBookOfStatement(tx, bookId)
  if (!book) return undefined
  const shown = await Promise.all(lines.slice(0, LINES_SHOWN).map((one) => lineSaid(tx, one, book.currency)))
  const others = lines.length - shown.length
  const [en, de] = [shown.map((one) => one.en).join('; '), shown.map((one) => one.de).join('; ')]
  return heldInBooks(tx, [bookId], (names) => ({
    en: `${en}${others > 0 ? ` and ${others} more` : ''}, in the book of ${names.en}.`,
    de: `${de}${others > 0 ? ` und ${others} weitere` : ''}, im Buch von ${names.de}.`,
  }))
}

async function lineSaid(
  tx: Transaction,
  { accountId, businessId, month, amount }: Line,
  currency: string,
): Promise<Said> {
  const [account, business] = await Promise.all([
    findAccount(tx, accountId),
    businessId === null ? undefined : findBusinessHeld(tx, businessId),
  ])
  const what = `${account ? labelOf(account) : ''}${business ? ` (${business.name})` : ''} ${month}`
  const read = amount === null ? undefined : minorOf(amount, currency)
  const figure = read && 'minor' in read ? amountText(read.minor, currency) : undefined
  return inEach((language) => `${what}: ${figure ?? NONE[language]}`)
}

const NONE: Said = { en: 'none any more', de: 'keines mehr' }
