import { CAPTIONS, type CaptionName } from '#kernel/captions.ts'
import type { Id } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import { LEGS, namesBillAccount, type PairKind } from '#kernel/pair-legs.ts'
import { convertMinor } from '#kernel/rates.ts'
import { noRate, type NewLine, type RateTable } from '#server/modules/ledger/index.ts'
import { billAccountNeeded, foreignAccount, missingAccount, wrongCurrency } from './problems.ts'

export interface SideAccount {
  id: Id<'account'>
  bookId: Id<'book'>
  code: string
  name: string
  caption: CaptionName
  /** Null for the exchange account. */
  currency: string | null
  isWhole: boolean
}

export interface Side {
  entityId: Id<'entity'>
  name: string
  currency: string
  accounts: readonly SideAccount[]
  debitAccountId: Id<'account'> | undefined
  creditAccountId: Id<'account'> | undefined
  businessId: Id<'business'> | null
  isOverhead: boolean
}

export interface Agreed {
  kind: PairKind
  currency: string
  minor: bigint
  effectiveOn: string
  rates: RateTable
}

/** A claim and its debt are the same amount in the same currency, whatever the books are in. */
const OWED: ReadonlySet<CaptionName> = new Set<CaptionName>([
  'due-from-group',
  'due-to-group',
  'loans-to-group',
  'loans-from-group',
])

/** The lines of one side. Pure; throws the problem that says which account or rate is missing. */
export function linesOfSide(which: 'from' | 'to', side: Side, partner: Side, agreed: Agreed): NewLine[] {
  const [debitCaption, creditCaption] = LEGS[agreed.kind][which]
  const debit = chosen(debitCaption, side.debitAccountId, { side, partner, agreed })
  const credit = chosen(creditCaption, side.creditAccountId, { side, partner, agreed })
  const line = (account: SideAccount, sign: 'debit' | 'credit', currency: string): NewLine => {
    const { type } = CAPTIONS[account.caption]
    const isResult = type === 'income' || type === 'expense'
    return {
      accountId: account.id,
      [sign]: decimalOf(amountIn(currency, side, agreed), currency),
      currency,
      businessId: isResult ? side.businessId : null,
      isOverhead: isResult && side.isOverhead,
      // The bill that was paid for another entity is somebody else's, outside the group.
      partnerEntityId: isResult && agreed.kind === 'paid-for' ? null : partner.entityId,
      counterparty: null,
      memo: null,
      tags: [],
    }
  }
  const [from, to] = [debit.currency ?? agreed.currency, credit.currency ?? agreed.currency]
  if (from === to) return [line(debit, 'debit', from), line(credit, 'credit', to)]
  const exchange = side.accounts.find(({ caption }) => caption === 'exchange')
  if (!exchange) throw missingAccount(side.name, CAPTIONS.exchange.label, 'exchange', agreed.currency)
  return [
    line(debit, 'debit', from),
    line(exchange, 'credit', from),
    line(exchange, 'debit', to),
    line(credit, 'credit', to),
  ]
}

function chosen(
  caption: CaptionName,
  named: Id<'account'> | undefined,
  { side, partner, agreed }: { side: Side; partner: Side; agreed: Agreed },
): SideAccount {
  const { accounts, currency: own, name } = side
  if (named !== undefined) {
    const account = accounts.find(({ id }) => id === named)
    if (!account) throw foreignAccount(named, name)
    if (account.currency !== null && account.currency !== agreed.currency && account.currency !== own)
      throw wrongCurrency(`${account.code} ${account.name}`, account.currency, agreed.currency)
    return account
  }
  if (caption === 'operating-expenses' && namesBillAccount(agreed.kind, 'to')) throw billAccountNeeded(name)
  const under = accounts.filter((one) => one.caption === caption && !one.isWhole)
  // In the book of an LLC each member has a capital account of their own.
  const first = (rows: readonly SideAccount[]) =>
    rows.find((one) => one.name === `Capital of ${partner.name}`.slice(0, 120)) ?? rows[0]
  const found =
    first(under.filter((one) => one.currency === agreed.currency)) ??
    (OWED.has(caption) ? undefined : first(under.filter((one) => one.currency === own)))
  if (!found) throw missingAccount(name, CAPTIONS[caption].label, caption, agreed.currency)
  return found
}

function amountIn(currency: string, { currency: own }: Side, agreed: Agreed): bigint {
  if (currency === agreed.currency) return agreed.minor
  const rate = agreed.rates.at(agreed.currency, own, agreed.effectiveOn)
  if (!rate) throw noRate(agreed.currency, own, agreed.effectiveOn)
  return convertMinor(agreed.minor, rate)
}
