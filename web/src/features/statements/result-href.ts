import { addDays, fiscalYearStart } from '#kernel/periods.ts'
import type { StatementColumn } from './statement-words.ts'
import type { StatementPlace } from './use-statement-place.ts'

/** Before any book began. */
const FIRST_DAY = '1900-01-01'

/** Where a result stands in another statement, its own days as income and expenses; undefined for whatever is no result. */
export function resultHref(
  key: string,
  { from, to }: StatementColumn,
  { kind, fiscalYearEnd, addressOf }: Pick<StatementPlace, 'kind' | 'fiscalYearEnd' | 'addressOf'>,
): string | undefined {
  const yearFrom = fiscalYearStart(to, fiscalYearEnd)
  const days =
    key === 'earnings-this-year'
      ? { from: yearFrom, to }
      : key === 'earnings-before'
        ? { from: FIRST_DAY, to: addDays(yearFrom, -1) }
        : key === 'net-result' && kind === 'cash-flow' && from !== null
          ? { from, to }
          : undefined
  return days && addressOf({ kind: '', method: '', span: 'own', compare: 'none', ...days })
}
