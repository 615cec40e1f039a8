import { today } from '#kernel/periods.ts'
import type { Input } from '../../api.ts'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { columnsOf, comparisonsOf, daysOf, SPANS } from './days-of.ts'
import { KINDS, METHODS, type Subject } from './statement-words.ts'

/** Which statement is shown, of which days, beside what: all of it in the address. */
export function useStatementPlace({
  fiscalYearEnd = '12-31',
  isOfBook,
}: {
  fiscalYearEnd?: string | undefined
  /** Of a business or a category there are no cash flows. */
  isOfBook: boolean
}) {
  const { get, put, addressOf } = useQueryPlace()
  const kinds = KINDS.filter((one) => isOfBook || one !== 'cash-flow')
  const kind = kinds.find((one) => one === get('kind')) ?? 'income-statement'
  const span = SPANS.find((one) => one === get('span')) ?? 'year-to-date'
  const usual = kind === 'balance-sheet' ? ('year-end' as const) : ('year' as const)
  const compare = comparisonsOf(kind).find((one) => one === get('compare')) ?? usual
  const preset = daysOf(span === 'own' ? 'year-to-date' : span, { on: today(), fiscalYearEnd })
  const own = { from: get('from') || preset.from, to: get('to') || preset.to }
  const days = span === 'own' ? own : preset
  const method = METHODS.find((one) => one === get('method')) ?? 'indirect'
  const [known, currency] = [get('known'), get('currency')]
  // Only what is earned is budgeted.
  const isWithBudget = kind === 'income-statement' && get('budget') !== ''
  // What names no business is a part of one book; cash is of all of it.
  const isOfNoBusiness = isOfBook && kind !== 'cash-flow' && get('none') !== ''
  return {
    kinds,
    kind,
    span,
    compare,
    usual,
    days,
    method,
    known,
    currency,
    isWithBudget,
    isOfBook,
    isOfNoBusiness,
    fiscalYearEnd,
    put,
    addressOf,
    inputFor: (subject: Subject): Input<'statements.get-statement'> => ({
      kind,
      ...subject,
      periods: columnsOf(days, { kind, span, compare, fiscalYearEnd }),
      ...(known !== '' && { recordedAt: `${known}T23:59:59.999Z` }),
      ...(currency !== '' && { currency }),
      ...(kind === 'cash-flow' && { method }),
      ...(isWithBudget && { isWithBudget }),
      ...(isOfNoBusiness && { isOfNoBusiness }),
    }),
  }
}

export type StatementPlace = ReturnType<typeof useStatementPlace>
