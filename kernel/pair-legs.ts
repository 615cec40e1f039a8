import { CAPTIONS, type CaptionName } from './captions.ts'

export const PAIR_KINDS = ['charge', 'loan', 'paid-for', 'settlement', 'capital', 'dividend'] as const
export type PairKind = (typeof PAIR_KINDS)[number]
export type Which = 'from' | 'to'
export type Legs = readonly [debit: CaptionName, credit: CaptionName]

/** What either side books, as long as nobody names another account. Paying a bill of another entity is a loan to it, and is booked as one. */
export const LEGS: Record<PairKind, Record<Which, Legs>> = {
  charge: { from: ['due-from-group', 'revenue-group'], to: ['shared-services', 'due-to-group'] },
  loan: { from: ['loans-to-group', 'cash'], to: ['cash', 'loans-from-group'] },
  'paid-for': { from: ['due-from-group', 'cash'], to: ['operating-expenses', 'due-to-group'] },
  settlement: { from: ['due-to-group', 'cash'], to: ['cash', 'due-from-group'] },
  capital: { from: ['investments-group', 'cash'], to: ['cash', 'capital'] },
  dividend: { from: ['distributions', 'cash'], to: ['cash', 'investment-income'] },
}

/** Whether this side has income or expenses, which name a business or say that they are overhead. */
export function namesPlace(kind: PairKind, which: Which): boolean {
  return LEGS[kind][which].some((caption) => ['income', 'expense'].includes(CAPTIONS[caption].type))
}

/** The bill that is paid for another entity: which account it is on, only people know. */
export function namesBillAccount(kind: PairKind, which: Which): boolean {
  return kind === 'paid-for' && which === 'to'
}
