import { isCurrency } from '#kernel/currencies.ts'
import { decimalOf, minorOf } from '#kernel/money.ts'
import { today } from '#kernel/periods.ts'
import type { Input } from '../../api.ts'
import { isResult, type Account } from './banking-words.ts'
import { decimalIn } from './typed-amount.ts'

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
  return { key: lastKey, accountId: '', debit: '', credit: '', currency: '', place: '', memo: '' }
}

export function emptyEntry(effectiveOn = today()): EntryDraft {
  return { effectiveOn, memo: '', lines: [emptyLine(), emptyLine()] }
}

export function isBlank({ accountId, debit, credit, memo }: LineDraft): boolean {
  return accountId === '' && debit.trim() === '' && credit.trim() === '' && memo.trim() === ''
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

function lineOf(line: LineDraft, accounts: Accounts): Input<'ledger.post-entry'>['lines'][number] {
  const account = accounts.get(line.accountId)
  const currency = line.currency.trim().toUpperCase()
  const takesPlace = account !== undefined && isResult(account.type)
  const memo = line.memo.trim()
  return {
    accountId: line.accountId,
    ...(line.debit.trim() !== '' && { debit: decimalIn(line.debit) }),
    ...(line.credit.trim() !== '' && { credit: decimalIn(line.credit) }),
    ...(account?.currency === null && currency !== '' && { currency }),
    ...(takesPlace && line.place === OVERHEAD && { isOverhead: true }),
    ...(takesPlace && line.place !== OVERHEAD && line.place !== '' && { businessId: line.place }),
    ...(memo !== '' && { memo }),
  }
}
