import { isCurrency } from '#kernel/currencies.ts'
import { decimalOf, minorOf } from '#kernel/money.ts'
import { today } from '#kernel/periods.ts'
import type { Input, Output } from '../../api.ts'
import { isResult, type Account } from './banking-words.ts'
import { decimalIn, typedOf } from './typed-amount.ts'

/** As it is typed: amounts are text until they are sent, and the server says what is wrong with them. */
export interface LineDraft {
  /** Tells one line from the next, wherever it moves to. */
  key: number
  accountId: string
  debit: string
  credit: string
  /** Only of the exchange account, which holds every currency. */
  currency: string
  /** The id of a business, or `OVERHEAD`; empty where nothing is chosen. */
  place: string
  memo: string
  /** What is asked for in the row of details: the entity on the other side, who else is there, and tags with commas between them. */
  partner: string
  counterparty: string
  tags: string
}

export interface EntryDraft {
  effectiveOn: string
  memo: string
  lines: LineDraft[]
}

export const OVERHEAD = 'overhead'

let lastKey = 0

export function emptyLine(): LineDraft {
  lastKey += 1
  const nothing = { accountId: '', debit: '', credit: '', currency: '', place: '', memo: '' }
  return { key: lastKey, ...nothing, partner: '', counterparty: '', tags: '' }
}

export function emptyEntry(effectiveOn = today()): EntryDraft {
  return { effectiveOn, memo: '', lines: [emptyLine(), emptyLine()] }
}

export function isBlank({ accountId, debit, credit, memo, ...details }: LineDraft): boolean {
  return (
    accountId === '' &&
    debit.trim() === '' &&
    credit.trim() === '' &&
    memo.trim() === '' &&
    !hasDetails(details)
  )
}

export function hasDetails({
  partner,
  counterparty,
  tags,
}: Pick<LineDraft, 'partner' | 'counterparty' | 'tags'>): boolean {
  return partner !== '' || counterparty.trim() !== '' || tags.trim() !== ''
}

export type Accounts = ReadonlyMap<string, Account>

export interface SidesSum {
  currency: string
  debit: string
  credit: string
  /** What is missing, and on which side; null where both are equal. */
  missing: { side: 'debit' | 'credit'; amount: string } | null
}

/** What stands on both sides while it is typed, by currency, in minor units; what is no amount yet does not count. */
export function sidesOf(
  lines: readonly LineDraft[],
  { accounts, currency, language }: { accounts: Accounts; currency: string; language?: string },
): SidesSum[] {
  const sums = new Map<string, { debit: bigint; credit: bigint }>()
  for (const line of lines) {
    const of = currencyOf(line, accounts.get(line.accountId), currency)
    if (of === undefined) continue
    const sum = sums.get(of) ?? { debit: 0n, credit: 0n }
    for (const side of ['debit', 'credit'] as const) {
      const read = minorOf(decimalIn(line[side], language), of)
      if ('minor' in read && read.minor !== 0n) sums.set(of, sum)
      if ('minor' in read) sum[side] += read.minor
    }
  }
  return [...sums].map(([of, { debit, credit }]) => ({
    currency: of,
    debit: decimalOf(debit, of),
    credit: decimalOf(credit, of),
    missing:
      debit === credit
        ? null
        : debit > credit
          ? { side: 'credit', amount: decimalOf(debit - credit, of) }
          : { side: 'debit', amount: decimalOf(credit - debit, of) },
  }))
}

/** That of its account; where none is chosen yet, that of the book. */
function currencyOf(line: LineDraft, account: Account | undefined, ofBook: string): string | undefined {
  const named = account ? (account.currency ?? line.currency.trim().toUpperCase()) : ofBook
  return isCurrency(named) ? named : undefined
}

/** What is sent: lines that hold nothing are left out. `keys` say which line stands at which place of it. */
export function inputOf(
  { effectiveOn, memo, lines }: EntryDraft,
  { bookId, accounts }: { bookId: string; accounts: Accounts },
): { input: Input<'ledger.post-entry'>; keys: number[] } {
  const told = lines.filter((line) => !isBlank(line))
  return {
    keys: told.map(({ key }) => key),
    input: { bookId, effectiveOn, memo: memo.trim(), lines: told.map((line) => lineOf(line, accounts)) },
  }
}

type PostedLine = Input<'ledger.post-entry'>['lines'][number]

function lineOf(line: LineDraft, accounts: Accounts): PostedLine {
  const account = accounts.get(line.accountId)
  return {
    accountId: line.accountId,
    ...restOf(line, account, account !== undefined && isResult(account.type)),
  }
}

function restOf(
  line: LineDraft,
  account: Account | undefined,
  takesPlace: boolean,
): Omit<PostedLine, 'accountId'> {
  const currency = line.currency.trim().toUpperCase()
  const [memo, counterparty] = [line.memo.trim(), line.counterparty.trim()]
  const tags = line.tags.split(',').flatMap((tag) => tag.trim() || [])
  return {
    ...(line.debit.trim() !== '' && { debit: decimalIn(line.debit) }),
    ...(line.credit.trim() !== '' && { credit: decimalIn(line.credit) }),
    ...(account?.currency === null && currency !== '' && { currency }),
    ...(takesPlace && line.place === OVERHEAD && { isOverhead: true }),
    ...(takesPlace && line.place !== OVERHEAD && line.place !== '' && { businessId: line.place }),
    ...(memo !== '' && { memo }),
    ...(line.partner !== '' && { partnerEntityId: line.partner }),
    ...(counterparty !== '' && { counterparty }),
    ...(tags.length > 0 && { tags }),
  }
}

/** What is kept of it while somebody works on it: whatever there is. */
export function keptOf(
  { effectiveOn, memo, lines }: EntryDraft,
  accounts: Accounts,
): { content: Omit<Input<'ledger.save-draft'>, 'bookId'>; keys: number[] } {
  const told = lines.filter((line) => !isBlank(line))
  return {
    keys: told.map(({ key }) => key),
    content: {
      effectiveOn: effectiveOn === '' ? null : effectiveOn,
      memo: memo.trim(),
      lines: told.map((line) => {
        const account = accounts.get(line.accountId)
        const takesPlace = account === undefined || isResult(account.type)
        const accountId = line.accountId === '' ? null : line.accountId
        return Object.assign(restOf(line, account, takesPlace), { accountId })
      }),
    },
  }
}

/** A draft as it is typed on. */
export function typedDraft({ effectiveOn, memo, lines }: Output<'ledger.get-draft'>): EntryDraft {
  const typed = lines.map(({ accountId, debit, credit, currency, businessId, isOverhead, ...line }) =>
    Object.assign(emptyLine(), {
      accountId: accountId ?? '',
      debit: debit === null ? '' : typedOf(debit),
      credit: credit === null ? '' : typedOf(credit),
      currency: currency ?? '',
      place: isOverhead ? OVERHEAD : (businessId ?? ''),
      memo: line.memo ?? '',
      partner: line.partnerEntityId ?? '',
      counterparty: line.counterparty ?? '',
      tags: line.tags.join(', '),
    }),
  )
  const missing = Array.from({ length: Math.max(0, 2 - typed.length) }, emptyLine)
  return { effectiveOn: effectiveOn ?? '', memo, lines: [...typed, ...missing] }
}
