import type { Output, Row } from '../../api.ts'

export type Book = Output<'ledger.get-book'>
export type Account = Row<'ledger.list-accounts'>
export type Entry = Output<'ledger.get-entry'>
export type AccountType = Account['type']

/** In the order of a trial balance: what stands in the balance sheet, then what becomes the result. */
export const ACCOUNT_TYPES = ['asset', 'liability', 'equity', 'income', 'expense'] as const
export const CHARTS = ['us-gaap-llc', 'ifrs', 'nonprofit', 'none'] as const
export const BASES = ['accrual', 'cash'] as const

/** Such lines name a business, or are overhead. */
export function isResult(type: AccountType): boolean {
  return type === 'income' || type === 'expense'
}
