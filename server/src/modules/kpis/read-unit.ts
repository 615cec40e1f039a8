import { isCurrency } from '#kernel/currencies.ts'
import { Unit, type Kpi } from './schema.ts'

/** Words of spreadsheets for the units that are no money. */
const WORDS: Record<string, Unit> = {
  '%': 'percent',
  pct: 'percent',
  percentage: 'percent',
  prozent: 'percent',
  number: 'count',
  pcs: 'count',
  day: 'days',
  d: 'days',
  x: 'ratio',
}

/** A unit as a cell tells it, beside its number or in a column; undefined for what is none. A sign is that of the KPI where its currency has it. */
export function readUnit(
  text: string,
  kpi: Pick<Kpi, 'currency'>,
): { unit?: Unit; currency?: string } | undefined {
  const word = text.trim().toLowerCase()
  const unit = WORDS[word] ?? Unit.options.find((one) => one === word)
  if (unit) return { unit }
  const code = word.toUpperCase()
  if (/^[A-Z]{3}$/.test(code) && isCurrency(code)) return { unit: 'money', currency: code }
  if (kpi.currency !== null && signOf(kpi.currency) === text.trim())
    return { unit: 'money', currency: kpi.currency }
  const meant = SIGNS.get(text.trim())
  return meant === undefined ? undefined : { unit: 'money', currency: meant }
}

function signOf(currency: string): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}

/** Whose sign it is where the KPI is in another currency. */
const SIGNS = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
])
