import { addDays, type Period } from '#kernel/periods.ts'
import { within, isIn, type BookWindow, type Days } from './book-days.ts'
import { chanceFor } from './chance-for.ts'
import type { PlannedBusiness } from './plan-businesses.ts'
import { planRunning, planSeeking } from './plan-costs.ts'
import type { Earnings } from './plan-earnings.ts'
import { planEquipment, wearOf, type Equipment } from './plan-equipment.ts'
import { planPayouts, planSales } from './plan-sales.ts'
import { withCash } from './plan-allotments.ts'
import { inOrder, minorFrom, type PlannedEntry } from './planned-entry.ts'
import { EXITED } from './specials.ts'

export interface BusinessGiven {
  seed: number
  currency: string
  window: BookWindow
  earnings: Earnings | undefined
  /** Its book balances by business: it has cash of its own, which its entity allots. */
  isWithCash: boolean
}

/** All that the books tell of one business: first what it costs to find out, then what it sells and what that costs. */
export function planBusinessEntries(business: PlannedBusiness, given: BusinessGiven): PlannedEntry[] {
  const entries = entriesOf(business, given)
  const { from } = within(daysWith(business), { from: given.window.from, to: given.window.today })
  return given.isWithCash ? withCash(business.name, entries, from) : entries
}

function entriesOf(business: PlannedBusiness, given: BusinessGiven): PlannedEntry[] {
  const { window } = given
  const told = within(daysWith(business), { from: window.from, to: window.today })
  const sinceOn = given.earnings?.sinceOn ?? '9'
  const months = window.months.filter(({ startsOn, endsOn }) => startsOn <= told.to && endsOn >= told.from)
  const seeking = months.flatMap((month) =>
    seekingOf(business, { ...given, month, open: within(told, { from: told.from, to: dayBefore(sinceOn) }) }),
  )
  const selling = within(told, { from: sinceOn, to: told.to })
  return selling.from > selling.to ? seeking : [...seeking, ...sellingOf(business, given, selling)]
}

/** From its first day here to its last: what was closed or sold costs nothing any more. */
export function daysWith({ name, stage, life }: PlannedBusiness): Days {
  const [first, last] = [life.steps[0], life.steps.at(-1)]
  const isOver = stage === 'closed' || EXITED.some((one) => one.name === name)
  return { from: first?.on ?? '9', to: isOver ? dayBefore(last?.on ?? '') : '9' }
}

/** A day that nothing reaches has none before it. */
function dayBefore(on: string): string {
  return on === '9' ? on : addDays(on, -1)
}

function seekingOf(
  { name, life }: PlannedBusiness,
  given: BusinessGiven & { month: Period; open: Days },
): PlannedEntry[] {
  const { month, open, seed, currency, window } = given
  const last = month.endsOn < open.to ? month.endsOn : open.to
  const stage = life.steps.findLast(({ on }) => on <= last)?.stage
  if (stage === undefined || open.from > last) return []
  const chance = chanceFor(seed, name, month.name, 'seeking')
  return planSeeking({ business: name, currency, month, open, today: window.today, chance, stage })
}

function sellingOf(
  { name, category }: PlannedBusiness,
  { seed, currency, window, earnings }: BusinessGiven,
  selling: Days,
): PlannedEntry[] {
  if (!earnings) return []
  const isShop = category === 'E-commerce'
  const character = chanceFor(seed, name, 'orders')
  const account = isShop ? '4010' : SUBSCRIBED.has(category) ? '4020' : '4030'
  const months = window.months.filter(
    ({ startsOn, endsOn }) => startsOn <= selling.to && endsOn >= selling.from,
  )
  const cost = earnings.months.get(months[0]?.name ?? '')?.cost ?? 0
  const equipment = planEquipment(name, { seed, on: selling.from, costMinor: minorFrom(cost, currency) })
  const revenueNow = earnings.months.get(months.at(-1)?.name ?? '')?.revenue ?? 0
  const [least, most] = revenueNow > LARGE ? ORDER_OF_LARGE : ORDER_OF_SMALL
  const orderMinor = character.whole(least, most)
  const [sales, costs]: [PlannedEntry[], PlannedEntry[]] = [[], equipment ? [equipment.bought] : []]
  for (const month of months) {
    const { revenue, cost: dollars } = earnings.months.get(month.name) ?? { revenue: 0, cost: 0 }
    const chance = chanceFor(seed, name, month.name)
    const place = { business: name, isShop, month, open: selling, chance }
    const revenueMinor = minorFrom(revenue, currency)
    const sold = planSales({ ...place, account, revenueMinor, orderMinor })
    sales.push(...sold.entries)
    const wear = wearIn(name, { month, equipment, open: selling })
    const wornMinor = wear.length > 0 ? (equipment?.monthlyMinor ?? 0n) : 0n
    const costMinor = minorFrom(dollars, currency) - sold.feesMinor - wornMinor
    costs.push(...wear, ...planRunning({ ...place, currency, today: window.today, costMinor }))
  }
  const inOrderOfDays = inOrder(sales)
  const lastDay = selling.to < window.today ? selling.to : window.today
  return [...inOrderOfDays, ...planPayouts(inOrderOfDays, lastDay), ...costs]
}

/** Minor units: what an order comes to about, of a business with much revenue and of one with little. */
const ORDER_OF_LARGE = [2_400, 7_900] as const
const ORDER_OF_SMALL = [1_150, 3_900] as const
/** Dollars of a month. */
const LARGE = 6_000
const SUBSCRIBED = new Set(['Technology', 'Education', 'Knowledge', 'Financial'])

function wearIn(
  business: string,
  { month, equipment, open }: { month: Period; equipment: Equipment | undefined; open: Days },
): PlannedEntry[] {
  const wear = equipment ? [wearOf(business, month, equipment.monthlyMinor)] : []
  return wear.filter(({ on }) => isIn(on, open))
}
