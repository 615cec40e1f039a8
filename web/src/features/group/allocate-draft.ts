import { periodOf, previousPeriod, today } from '#kernel/periods.ts'
import { decimalIn } from '../banking/typed-amount.ts'
import type { AllocationInput } from './group-words.ts'

export const BASES = ['revenue', 'headcount', 'shares', 'flat'] as const satisfies readonly Basis[]
export type Basis = AllocationInput['basis']

export interface ReceiverDraft {
  id: string
  weight: string
}

export interface AllocationDraft {
  providerId: string
  month: string
  basis: Basis
  cost: string
  markup: string
  agreement: string
  receivers: ReceiverDraft[]
}

/** Of the last month that has ended. */
export function emptyAllocation(): AllocationDraft {
  return {
    providerId: '',
    month: previousPeriod(periodOf('month', today())).name,
    basis: 'revenue',
    cost: '',
    markup: '',
    agreement: '',
    receivers: [],
  }
}

export function hasWeights(basis: Basis): boolean {
  return basis === 'headcount' || basis === 'shares'
}

/** As the operation takes it. A weight that is no number is left out, and the server says that it is missing. */
export function allocateInput(draft: AllocationDraft): AllocationInput {
  const { providerId, month, basis, cost, markup, agreement, receivers } = draft
  return {
    providerEntityId: providerId,
    month,
    basis,
    ...(cost.trim() !== '' && { cost: decimalIn(cost) }),
    ...(markup.trim() !== '' && { markupPercent: decimalIn(markup) }),
    agreement: agreement.trim() === '' ? null : agreement.trim(),
    receivers: receivers.map(({ id, weight }) => {
      const heads = Number(weight)
      return hasWeights(basis) && Number.isInteger(heads) && heads > 0
        ? { entityId: id, weight: heads }
        : { entityId: id }
    }),
  }
}
