import { deepEqual, equal, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { parsePeriod } from '#kernel/periods.ts'
import { isIn, windowOf } from './book-days.ts'
import { CONTRADICTED, ONE_SIDED } from './faults.ts'
import { planBooks } from './plan-books.ts'
import { daysWith } from './plan-business-entries.ts'
import { BOOK_MONTHS_MAX } from './plan-earnings.ts'
import { DEMO_SEED, planStudio, type StudioPlan } from './plan-studio.ts'
import { dollarsPer, type PlannedBook, type PlannedEntry } from './planned-entry.ts'
import { EXITED } from './specials.ts'

const TODAY = '2026-11-25'
const given = { seed: DEMO_SEED, today: TODAY, months: BOOK_MONTHS_MAX }
const plan = planStudio(given)
const books = [...planBooks(plan, given)]

test('a book for each entity, and over 200,000 entries in two years and some days', () => {
  deepEqual(books.map(({ entity }) => entity).toSorted(), plan.entities.map(({ name }) => name).toSorted())
  const entries = books.reduce((sum, { entries: own }) => sum + own.length, 0)
  ok(entries >= 200_000, `${entries}`)
  const days = books.flatMap(({ entries: own }) => own.map(({ on }) => on))
  deepEqual([least(days), most(days) <= TODAY], [windowOf(given).from, true])
  deepEqual(
    books.filter(({ chart, entity }) => (chart === 'us-gaap-llc') !== entity.endsWith(' LLC')),
    [],
  )
})

test('two books of many businesses balance by business', () => {
  const even = books.filter(({ byBusinessFrom }) => byBusinessFrom !== undefined)
  deepEqual(
    even.map(({ entity }) => entity),
    ['AI Boss Education LLC', 'AI Boss Knowledge LLC'],
  )
  for (const { entity } of even) ok(plan.businesses.filter((one) => one.entity === entity).length > 8, entity)
})

test('in these two a business is allotted what it spends, in its own name: it never has less than nothing, and the entity nothing more', () => {
  for (const { entity, byBusinessFrom, entries } of books) {
    const allotted = entries.filter(({ source }) => source === 'allotment')
    equal(allotted.length > 0, byBusinessFrom !== undefined, entity)
    const cash = new Map<string, bigint>()
    for (const { lines } of byBusinessFrom === undefined ? [] : entries)
      for (const { account, minor, business } of lines)
        if (account === '1010' && business !== undefined) {
          cash.set(business, (cash.get(business) ?? 0n) + minor)
          ok((cash.get(business) ?? 0n) >= 0n, `${entity}: ${business} has spent more than it has`)
        }
    for (const { lines } of allotted) equal(lines[0]?.minor, -(lines[1]?.minor ?? 0n))
  }
})

test('books are sound: balanced, without negative cash, each line where the ledger takes it', () => {
  for (const book of books) sound(book, plan)
})

test(
  'of any day: sound, the same again, and nobody owes what the other does not claim',
  { timeout: 120_000 },
  () => {
    const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 }),
        day,
        fc.constantFrom(1, 2, 7),
        (seed, date, months) => {
          const at = { seed, today: date.toISOString().slice(0, 10), months }
          const studio = planStudio(at)
          const all = [...planBooks(studio, at)]
          equal(digest(all), digest([...planBooks(studio, at)]))
          for (const book of all) sound(book, studio)
          paired(all)
          agrees(studio, all, at)
        },
      ),
      { numRuns: 5 },
    )
  },
)

test('what entities of the group claim, owe and own of each other agrees, pair by pair', () => paired(books))

test('what one paid for the other and only one booked is planted once', () => {
  const planted = books.flatMap(({ entity, entries }) =>
    entries.flatMap(({ externalId }) => (externalId === 'import-one-sided' ? [entity] : [])),
  )
  deepEqual(planted, [ONE_SIDED.entity])
})

test('what the KPIs tell is what stands in the books, to the dollar; where somebody contradicts a measurement, the books do too', () => {
  ok(agrees(plan, books, given) > 1_000)
  const income = byMonth(books, 'income')
  for (const { name, claimPercent } of CONTRADICTED) {
    const claimed = plan.values.find(
      ({ business, kpi, source }) =>
        business === name && kpi === 'Revenue' && source === 'Slide for the board',
    )
    const stands = income.get(`${name} ${claimed?.period}`) ?? 0
    const percent = (Number(claimed?.value) / stands) * 100
    ok(Math.abs(percent - claimPercent) < 0.5, `${name}: ${percent}`)
  }
})

test('the short form is the end of the long one, but for the capital with which it begins', () => {
  const short = [...planBooks(plan, { ...given, months: 2 })]
  const from = windowOf({ ...given, months: 2 }).from
  const known = new Set(books.flatMap(({ entity, entries }) => entries.map((one) => told(entity, one))))
  const bound = /^(capital|loan|interest|equipment|payout|wear|cost|purchase|sale)/
  const missing = short.flatMap(({ entity, entries }) =>
    entries
      .filter(({ externalId, on }) => !bound.test(externalId) && on > from)
      .filter((one) => !known.has(told(entity, one)))
      .map((one) => told(entity, one)),
  )
  deepEqual(missing.slice(0, 3), [])
})

function told(entity: string, { on, externalId, lines }: PlannedEntry): string {
  return `${entity} ${on} ${externalId} ${lines.map(({ account, minor }) => `${account} ${minor}`).join()}`
}

/** What holds in each book by itself. */
function sound({ entity, currency, entries }: PlannedBook, { businesses }: StudioPlan): void {
  const own = new Map(
    businesses.filter((one) => one.entity === entity).map((one) => [one.name, daysWith(one)]),
  )
  const cash = new Map<string, bigint>()
  const ids = new Set<string>()
  let before = ''
  for (const { on, externalId, memo, source, lines } of entries) {
    const place = `${entity} ${externalId}`
    ok(on >= before && !ids.has(externalId), `${place} is out of its place, or there twice`)
    before = on
    ids.add(externalId)
    ok(memo.length <= 400 && externalId.length <= 120 && /^[a-z][a-z0-9-]{0,39}$/.test(source), place)
    const sums = new Map<string, bigint>()
    for (const { account, minor, business, isOverhead, partner, ...line } of lines) {
      const unit = line.currency ?? currency
      sums.set(unit, (sums.get(unit) ?? 0n) + minor)
      ok(minor !== 0n, `${place} has a line of nothing`)
      ok(partner !== entity, `${place} has itself as partner`)
      if (account.startsWith('101')) cash.set(account, (cash.get(account) ?? 0n) + minor)
      const isResult = /^[4-8]/.test(account)
      equal(isResult && business === undefined, isOverhead === true, `${place}: whose is ${account}?`)
      const days = business === undefined ? undefined : own.get(business)
      ok(business === undefined || (days && isIn(on, days)), `${place}: ${business} is not held on ${on}`)
      ok(unit === currency || account === '1011' || account === '1012' || account === '3900', place)
    }
    ok(
      [...sums.values()].every((sum) => sum === 0n),
      `${place} does not balance`,
    )
    ok(
      [...cash.values()].every((minor) => minor >= 0n),
      `${place} overdraws`,
    )
  }
}

/** Accounts that face each other: what one entity has on the left, the other has on the right. */
const FACING = [
  ['1150', '2050'],
  ['1650', '2550'],
  ['4100', '6060'],
  ['7100', '7010'],
  ['1600', '3010'],
] as const

function paired(all: readonly PlannedBook[]): void {
  const currencies = new Map(all.map(({ entity, currency }) => [entity, currency]))
  // What was sold is in nobody's books any more.
  const sold = new Set(EXITED.map(({ name }) => `${name} LLC`))
  const sums = new Map<string, bigint>()
  let found = 0
  for (const { entity, entries } of all) {
    for (const { on, externalId, lines } of entries) {
      // The fault that is planted: one side alone.
      if (externalId === 'import-one-sided') continue
      for (const { account, minor, partner } of lines) {
        const at = FACING.findIndex((pair) => pair.some((code) => code === account))
        if (partner === undefined || at < 0 || sold.has(entity) || sold.has(partner)) continue
        found++
        const isFirst = FACING[at]?.[0] === account
        const pair = isFirst ? `${entity} > ${partner}` : `${partner} > ${entity}`
        // Capital stands in the currency of each: at the one rate that the plan has.
        const [mine = 'USD', theirs = 'USD'] = [currencies.get(entity), currencies.get(partner)]
        const isForeign = !isFirst && mine !== theirs
        const value = isForeign ? (minor * BigInt(Math.round(dollarsPer(mine) * 100))) / 100n : minor
        const key = `${at} ${pair} ${on}`
        sums.set(key, (sums.get(key) ?? 0n) + value)
      }
    }
  }
  ok(found > 100)
  deepEqual(
    [...sums].filter(([, sum]) => sum !== 0n),
    [],
  )
}

/** Compares all values of full months that the books tell; answers how many were compared. */
function agrees(
  studio: StudioPlan,
  all: readonly PlannedBook[],
  at: { today: string; months: number },
): number {
  const sides = { Revenue: byMonth(all, 'income'), 'Operating cost': byMonth(all, 'expense') }
  const { from } = windowOf(at)
  const currencyOf = new Map(all.map(({ entity, currency }) => [entity, currency]))
  const entityOf = new Map(studio.businesses.map(({ name, entity }) => [name, entity]))
  let compared = 0
  for (const { business, kpi, period, value, source } of studio.values) {
    if ((kpi !== 'Revenue' && kpi !== 'Operating cost') || source === 'Slide for the board') continue
    if ((parsePeriod(period)?.startsOn ?? '') < from) continue
    const isForeign = currencyOf.get(entityOf.get(business) ?? '') !== 'USD'
    const stands = sides[kpi].get(`${business} ${period}`) ?? 0
    // A cent of another currency is worth up to two of a dollar's, and it is rounded once.
    const spare = isForeign ? 0.02 : 1e-6
    ok(
      Math.abs(stands - Number(value)) <= spare,
      `${kpi} of ${business} in ${period}: ${value} told, ${stands} booked`,
    )
    compared++
  }
  return compared
}

/** Dollars by business and month. */
function byMonth(all: readonly PlannedBook[], type: 'income' | 'expense'): Map<string, number> {
  const accounts = type === 'income' ? /^4|^71|^72/ : /^[568]|^70/
  const sums = new Map<string, bigint>()
  const rates = new Map<string, number>()
  for (const { currency, entries } of all) {
    for (const { on, lines } of entries) {
      for (const { account, minor, business } of lines) {
        if (business === undefined || !accounts.test(account)) continue
        const key = `${business} ${on.slice(0, 7)}`
        sums.set(key, (sums.get(key) ?? 0n) + (type === 'income' ? -minor : minor))
        rates.set(key, dollarsPer(currency))
      }
    }
  }
  return new Map([...sums].map(([key, minor]) => [key, (Number(minor) * (rates.get(key) ?? 1)) / 100]))
}

function digest(all: readonly PlannedBook[]): string {
  const hash = createHash('sha256')
  for (const { entity, entries } of all) for (const one of entries) hash.update(told(entity, one) + one.memo)
  return hash.digest('hex')
}

function least(days: readonly string[]): string {
  return days.reduce((found, one) => (one < found ? one : found), '9')
}

function most(days: readonly string[]): string {
  return days.reduce((found, one) => (one > found ? one : found), '')
}
