import { useRead } from '../../api.ts'

/** What people report in most; others come in with the first rate that is recorded for them. */
const USUAL = ['USD', 'EUR', 'GBP', 'CHF']
const RATES_READ = 200

/** The currencies that a statement can be asked for in: the usual ones, and those of the latest rates. */
export function useCurrencies(more: readonly (string | undefined)[]): string[] {
  const { data } = useRead('ledger.list-rates', { limit: RATES_READ })
  const rated = data?.items.flatMap(({ base, quote }) => [base, quote]) ?? []
  const all = [...USUAL, ...rated, ...more.filter((one) => one !== undefined)]
  return [...new Set(all)].filter((one) => one !== '').toSorted()
}
