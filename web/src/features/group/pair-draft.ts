import { namesBillAccount, namesPlace, type Which } from '#kernel/pair-legs.ts'
import { today } from '#kernel/periods.ts'
import { decimalIn } from '../banking/typed-amount.ts'
import type { PairInput, PairKind } from './group-words.ts'

/** In place of a business: it belongs to none. */
export const OVERHEAD = 'overhead'

export interface SideDraft {
  bookId: string
  /** A business, or overhead. */
  place: string
  accountId: string
}

export interface PairDraft {
  kind: PairKind
  from: SideDraft
  to: SideDraft
  amount: string
  currency: string
  effectiveOn: string
  memo: string
  agreement: string
}

export function emptyPair(): PairDraft {
  const side = { bookId: '', place: OVERHEAD, accountId: '' }
  return {
    kind: 'charge',
    from: side,
    to: side,
    amount: '',
    currency: '',
    effectiveOn: today(),
    memo: '',
    agreement: '',
  }
}

/** As the operation takes it. What a kind has no use for is left out, whatever was chosen before the kind. */
export function inputOf(
  draft: PairDraft,
  given: { entityOf: (bookId: string) => string | undefined; currency: string },
): PairInput {
  const { kind, amount, effectiveOn, memo, agreement } = draft
  const side = (which: Which) => {
    const { bookId, place, accountId } = draft[which]
    return {
      entityId: given.entityOf(bookId) ?? '',
      ...(namesBillAccount(kind, which) && accountId !== '' && { debitAccountId: accountId }),
      ...(namesPlace(kind, which) && (place === OVERHEAD ? { isOverhead: true } : { businessId: place })),
    }
  }
  return {
    kind,
    from: side('from'),
    to: side('to'),
    amount: decimalIn(amount),
    currency: given.currency,
    effectiveOn,
    memo: memo.trim(),
    agreement: agreement.trim() === '' ? null : agreement.trim(),
  }
}
