import type { Said } from '#kernel/languages.ts'
import { addDays, daysBetween } from '#kernel/periods.ts'
import { inverseRate } from '#kernel/rates.ts'
import type { Transaction } from '#server/database/database.ts'
import { PIVOTS, RATE_LASTS_DAYS, rateTable, type RateTable, type UsedRate } from './rate-table.ts'
import { ratesWithin, type StoredRate } from './rates-queries.ts'

/**
 * By how much a rate may lie away from what was known, within a month and in longer, before somebody else has to look at it. Currencies
 * that are traded freely move less; a point in the wrong place, or a pair that was turned round, is further away.
 */
const APART_MAX = { month: 0.1, longer: 0.3 }
/** Tables of a quarter or a year have their last rate so far back. */
const COMPARED_DAYS = 400

type NewRate = Omit<StoredRate, 'id' | 'recordedAt'>

export interface ApartRate {
  given: NewRate
  known: UsedRate
  /** Of the known one: 9 is ten times as much. */
  by: number
}

/**
 * Those of the given rates that lie away from all that they can be compared with: the one of the days before (also of those given with
 * it), that of the same day (its inverse and its way through USD or EUR too), or, where there is neither, that of the days after.
 */
export async function ratesApart(tx: Transaction, given: readonly NewRate[]): Promise<ApartRate[]> {
  const days = given.map(({ on }) => on).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const known = await ratesWithin(tx, {
    currencies: [...new Set([...given.flatMap(({ base, quote }) => [base, quote]), ...PIVOTS])],
    from: addDays(first, -COMPARED_DAYS),
    to: addDays(last, COMPARED_DAYS),
    recordedAt: null,
  })
  return apartAmong(given, known)
}

/** Pure. */
export function apartAmong(given: readonly NewRate[], known: readonly NewRate[]): ApartRate[] {
  const before = rateTable(known, COMPARED_DAYS)
  const together = rateTable(oneEach([...known, ...given]), COMPARED_DAYS)
  const turned = new Map(given.map((one) => [`${one.quote} ${one.base} ${one.on}`, one]))
  return given.flatMap((one): ApartRate[] => {
    const inverse = turned.get(`${one.base} ${one.quote} ${one.on}`)
    const own = inverse && apartFrom(one, turnedRound(inverse))
    if (own && !isNear(own)) return [own]
    const apart = comparedWith(one, { before, together }).map((rate) => apartFrom(one, rate))
    return apart.some(isNear) ? [] : apart.slice(0, 1)
  })
}

function apartFrom(given: NewRate, known: UsedRate): ApartRate {
  return { given, known, by: Number(given.rate) / Number(known.rate) - 1 }
}

function isNear({ by, given, known }: ApartRate): boolean {
  const days = Math.abs(daysBetween({ from: known.on, to: given.on }))
  const max = days <= RATE_LASTS_DAYS ? APART_MAX.month : APART_MAX.longer
  return by <= max && by >= 1 / (1 + max) - 1
}

/** The other direction of the same pair and day, given in the same call. */
function turnedRound({ base, quote, on, rate, source }: NewRate): UsedRate {
  return { from: quote, to: base, rate: inverseRate(rate), kind: 'closing', on, source }
}

function comparedWith(
  { base, quote, on }: NewRate,
  { before, together }: { before: RateTable; together: RateTable },
): UsedRate[] {
  const earlier = together.at(base, quote, addDays(on, -1))
  const sameDay = before.at(base, quote, on)
  const found = [earlier, sameDay].filter((rate) => rate !== undefined)
  if (found.length > 0) return found
  const later = before.at(base, quote, addDays(on, COMPARED_DAYS))
  return later ? [later] : []
}

/** What is given counts from then on, and so stands in the place of what is known for its pair and day. */
function oneEach(rows: readonly NewRate[]): NewRate[] {
  return [...new Map(rows.map((row) => [`${row.base} ${row.quote} ${row.on}`, row])).values()]
}

/** Why rates wait for a second person: the one that lies furthest away, beside what it was compared with. */
export function tellApart(apart: readonly ApartRate[]): Said | undefined {
  const [worst, ...others] = apart.toSorted((one, other) => distance(other) - distance(one))
  if (!worst) return undefined
  const { given, known, by } = worst
  const percent = Math.abs(by * 100).toFixed(Math.abs(by) < 1 ? 1 : 0)
  const more = others.length
  return {
    en: `1 ${given.base} = ${given.rate} ${given.quote} on ${given.on} is ${percent} % ${by > 0 ? 'more' : 'less'} than the ${known.rate} of ${known.on} (${known.source})${more > 0 ? `, and ${more} more of them lie as far away` : ''}. Somebody else has to say that it is right.`,
    de: `1 ${given.base} = ${given.rate} ${given.quote} am ${given.on} ist ${percent} % ${by > 0 ? 'mehr' : 'weniger'} als ${known.rate} vom ${known.on} (${known.source})${more > 0 ? `, und ${more} weitere weichen ebenfalls ab` : ''}. Jemand anderes muss bestätigen, dass das stimmt.`,
  }
}

function distance({ by }: ApartRate): number {
  return Math.abs(Math.log1p(by))
}
