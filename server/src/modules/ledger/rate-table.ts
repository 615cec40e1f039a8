import { addDays } from '#kernel/periods.ts'
import { inverseRate, meanRate, timesRate } from '#kernel/rates.ts'
import type { Transaction } from '#server/database/database.ts'
import { ratesWithin, type StoredRate } from './rates-queries.ts'

/** For as long a rate counts on days that have none of their own: weekends, holidays, and monthly tables. */
export const RATE_LASTS_DAYS = 31
/** Tables are quoted against one of these; two others meet through it. */
export const PIVOTS = ['USD', 'EUR']

/** A rate with where it comes from: units of `to` for one of `from`. */
export interface UsedRate {
  from: string
  to: string
  rate: string
  kind: 'closing' | 'average'
  /** The day that it is of; of an average the last. */
  on: string
  source: string
}

export interface RateTable {
  /** The latest on or before the day. Undefined where there is none recent enough. */
  at(from: string, to: string, on: string): UsedRate | undefined
  /** The plain average of the days of the span that have a rate; where none has, that of its last day. */
  average(from: string, to: string, span: { from: string; to: string }): UsedRate | undefined
}

/** All rates among these currencies that a span needs, read at once. */
export async function readRates(
  tx: Transaction,
  wanted: { currencies: readonly string[]; from: string; to: string; recordedAt: string | null },
): Promise<RateTable> {
  const currencies = [...new Set([...wanted.currencies, ...PIVOTS])]
  if (new Set(wanted.currencies).size < 2) return rateTable([])
  return rateTable(
    await ratesWithin(tx, { ...wanted, currencies, from: addDays(wanted.from, -RATE_LASTS_DAYS) }),
  )
}

/** Pure: of rows that are one per pair and day, each of which counts for so many days. */
export function rateTable(
  rows: readonly Omit<StoredRate, 'id' | 'recordedAt'>[],
  lastsDays = RATE_LASTS_DAYS,
): RateTable {
  const byPair = new Map<string, Quote[]>()
  const put = (from: string, to: string, quote: Quote) => {
    const key = `${from} ${to}`
    const own = byPair.get(key)
    if (own) own.push(quote)
    else byPair.set(key, [quote])
  }
  for (const { base, quote, on, rate, source } of rows) {
    put(base, quote, { on, rate, source, isOwn: true })
    put(quote, base, { on, rate: inverseRate(rate), source, isOwn: false })
  }
  for (const own of byPair.values())
    own.sort((a, b) => (a.on === b.on ? Number(a.isOwn) - Number(b.isOwn) : a.on < b.on ? -1 : 1))

  const direct = (from: string, to: string, on: string): Quote | undefined => {
    const found = byPair.get(`${from} ${to}`)?.findLast((one) => one.on <= on)
    return found && found.on >= addDays(on, -lastsDays) ? found : undefined
  }
  const at = (from: string, to: string, on: string): UsedRate | undefined => {
    if (from === to) return { from, to, rate: '1', kind: 'closing', on, source: '' }
    const found = direct(from, to, on) ?? crossed(direct, { from, to, on })
    return found && { from, to, rate: found.rate, kind: 'closing', on: found.on, source: found.source }
  }
  return {
    at,
    average(from, to, span) {
      const quotes = [to, ...PIVOTS].flatMap((other) => byPair.get(`${from} ${other}`) ?? [])
      const days = [...new Set(quotes.map(({ on }) => on))].filter((on) => on >= span.from && on <= span.to)
      const known = days.flatMap((on) => at(from, to, on) ?? [])
      const last = known.at(-1) ?? at(from, to, span.to)
      if (!last) return undefined
      const rate = known.length === 0 ? last.rate : meanRate(known.map((one) => one.rate))
      return { ...last, rate, kind: 'average', on: span.to }
    },
  }
}

interface Quote {
  on: string
  rate: string
  source: string
  /** As it was recorded, and not turned round; of one day it counts more. */
  isOwn: boolean
}

function crossed(
  direct: (from: string, to: string, on: string) => Quote | undefined,
  { from, to, on }: { from: string; to: string; on: string },
): Quote | undefined {
  for (const pivot of PIVOTS) {
    const [first, second] = [direct(from, pivot, on), direct(pivot, to, on)]
    if (first && second)
      return { ...first, rate: timesRate(first.rate, second.rate), source: `${first.source}, via ${pivot}` }
  }
  return undefined
}
