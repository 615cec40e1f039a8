import { z } from 'zod'
import { CAPTIONS, type CaptionName } from '#kernel/captions.ts'
import { idFrom, type Id } from '#kernel/ids.ts'
import type { Said } from '#kernel/languages.ts'
import { amountText, minorOf } from '#kernel/money.ts'
import type { Change, HeldWords } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { findAccount } from './accounts-queries.ts'
import { heldInBooks, listedSaid } from './held-words.ts'
import { Caption, type Account, type AccountType } from './schema.ts'

/** As `ledger.account-updated` tells of it. */
const State = z.object({
  code: z.string(),
  name: z.string(),
  caption: Caption,
  floor: z.string().nullable(),
  isArchived: z.boolean(),
})
type State = z.output<typeof State>

/** Accounts that would be added to a book: of a single one all is told. */
export async function heldNewAccounts(
  tx: Transaction,
  { bookId, changes }: { bookId: Id<'book'>; changes: readonly Change[] },
  labels: readonly string[],
): Promise<HeldWords | undefined> {
  const [made] = changes
  if (!made) return undefined
  if (labels.length > 1) {
    const listed = listedSaid(labels)
    return heldInBooks(tx, [bookId], (names) => ({
      en: `${labels.length} accounts: ${listed.en}, in the book of ${names.en}.`,
      de: `${labels.length} Konten: ${listed.de}, im Buch von ${names.de}.`,
    }))
  }
  const account = await findAccount(tx, idFrom('account', made.subjectId))
  if (!account) return undefined
  const told = accountSaid(account)
  return heldInBooks(tx, [bookId], (names) => ({
    en: `${told.en}, in the book of ${names.en}.`,
    de: `${told.de}, im Buch von ${names.de}.`,
  }))
}

/** An account that would be changed: what of it differs then, and what it was. */
export async function heldAccountChange(
  tx: Transaction,
  { accountId, changes }: { accountId: Id<'account'>; changes: readonly Change[] },
): Promise<HeldWords | undefined> {
  const [change] = changes
  const account = await findAccount(tx, accountId)
  if (!change || !account) return undefined
  const [before, after] = [State.parse(change.before), State.parse(change.after)]
  const parts = differences(before, after, account.currency)
  const [en, de] = [parts.map((part) => part.en).join('; '), parts.map((part) => part.de).join('; ')]
  return heldInBooks(tx, [account.bookId], (names) => ({
    en: `${labelOf(before)}: ${en || 'nothing that differs'}, in the book of ${names.en}.`,
    de: `${labelOf(before)}: ${de || 'nichts, was abweicht'}, im Buch von ${names.de}.`,
  }))
}

export function labelOf({ code, name }: { code: string; name: string }): string {
  return `${code} ${name}`
}

function accountSaid({ type, caption, currency, floor, ...account }: Account): Said {
  const [kind, least] = [TYPES[type], floorText(floor, currency)]
  const [en, de] = [currency ?? 'any currency', currency ?? 'jeder Währung']
  return {
    en: `${labelOf(account)}, ${kind.en} in ${en}, shown under ${under(caption).en}${least === undefined ? '' : `, never below ${least}`}`,
    de: `${labelOf(account)}, ${kind.de} in ${de}, ausgewiesen unter ${under(caption).de}${least === undefined ? '' : `, Mindestsaldo ${least}`}`,
  }
}

function differences(before: State, after: State, currency: string | null): Said[] {
  const parts: Said[] = []
  const label = labelOf(after)
  if (label !== labelOf(before)) parts.push({ en: `becomes "${label}"`, de: `wird zu „${label}“` })
  if (after.caption !== before.caption) {
    const [then, now] = [under(after.caption), under(before.caption)]
    parts.push({
      en: `shown under ${then.en} instead of ${now.en}`,
      de: `ausgewiesen unter ${then.de} statt unter ${now.de}`,
    })
  }
  const [was, least] = [floorText(before.floor, currency), floorText(after.floor, currency)]
  if (least !== was) parts.push(floorSaid(was, least))
  if (after.isArchived !== before.isArchived)
    parts.push(
      after.isArchived
        ? { en: 'taken out of use', de: 'wird archiviert' }
        : { en: 'brought back into use', de: 'wird wieder verwendet' },
    )
  return parts
}

function floorSaid(was: string | undefined, least: string | undefined): Said {
  if (least === undefined)
    return {
      en: `without a lowest balance, which is ${was} now`,
      de: `ohne Mindestsaldo, der jetzt ${was} beträgt`,
    }
  return {
    en: `never below ${least}, ${was === undefined ? 'without a lowest balance' : was} now`,
    de: `Mindestsaldo ${least}, jetzt ${was ?? 'ohne'}`,
  }
}

function floorText(floor: string | null, currency: string | null): string | undefined {
  if (floor === null || currency === null) return undefined
  const read = minorOf(floor, currency)
  return 'minor' in read ? amountText(read.minor, currency) : `${floor} ${currency}`
}

function under(caption: CaptionName): Said {
  const { en, de } = CAPTIONS[caption].label
  return { en: `"${en}"`, de: `„${de}“` }
}

const TYPES: Record<AccountType, Said> = {
  asset: { en: 'an asset', de: 'Aktivkonto' },
  liability: { en: 'a liability', de: 'Verbindlichkeit' },
  equity: { en: 'equity', de: 'Eigenkapital' },
  income: { en: 'income', de: 'Ertrag' },
  expense: { en: 'an expense', de: 'Aufwand' },
}
