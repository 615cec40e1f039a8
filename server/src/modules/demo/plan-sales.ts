import { addDays, type Period } from '#kernel/periods.ts'
import type { Seeded } from '#kernel/seeded.ts'
import { daysOf, isIn, weekdayOf, type Days } from './book-days.ts'
import { shares, slugOf, type PlannedEntry } from './planned-entry.ts'

/** How many orders come on which day, Monday first: shops are busy on weekends, software is bought at work. */
const SHOP_WEEK = [0.9, 0.85, 0.9, 1, 1.15, 1.35, 1.3] as const
const OFFICE_WEEK = [1.25, 1.3, 1.25, 1.2, 1, 0.4, 0.35] as const
/** Of the processor: so much of an amount, and so much for each. */
const FEE_SHARE = 0.029
const FEE_MINOR = 30n
const REFUNDED_SHARE = 0.022
/** Where so few come, all are kept. */
const ORDERS_MIN_FOR_REFUND = 8

export interface MonthOfSales {
  business: string
  isShop: boolean
  account: string
  month: Period
  /** The days of it on which the business sells, and which are over: what is outside is left out. */
  open: Days
  /** What is kept of the whole month, after refunds, in minor units. */
  revenueMinor: bigint
  /** What an order comes to about. */
  orderMinor: number
  chance: Seeded
}

/** Orders and refunds of a month that come to its revenue exactly, and the fees that they cost. */
export function planSales(given: MonthOfSales): { entries: PlannedEntry[]; feesMinor: bigint } {
  const { month, open, revenueMinor, orderMinor, chance } = given
  if (revenueMinor <= 0n) return { entries: [], feesMinor: 0n }
  const count = Math.max(1, Math.round(Number(revenueMinor) / orderMinor))
  const days = drawDays(given, count)
  const orders = days.map((on) => ({
    on,
    weight: 0.45 + chance.next() * chance.next() * 2.2,
    isRefunded: count >= ORDERS_MIN_FOR_REFUND && chance.next() < REFUNDED_SHARE && on.slice(8) <= '22',
    refundedOn: addDays(on, chance.whole(2, 6)),
  }))
  const kept = orders.filter(({ isRefunded }) => !isRefunded)
  const keptWeight = kept.reduce((all, { weight }) => all + weight, 0)
  const amounts = shares(
    revenueMinor,
    kept.map(({ weight }) => weight),
  ).values()
  const entries: PlannedEntry[] = []
  let feesMinor = 0n
  for (const [at, { on, weight, isRefunded, refundedOn }] of orders.entries()) {
    const minor = isRefunded
      ? BigInt(Math.round((Number(revenueMinor) * weight) / keptWeight))
      : (amounts.next().value ?? 0n)
    if (minor <= 0n || !isIn(on, open)) continue
    const sale = saleOf(given, { on, minor, number: at + 1 })
    entries.push(sale.entry)
    feesMinor += sale.feeMinor
    if (isRefunded && isIn(refundedOn, open) && refundedOn <= month.endsOn)
      entries.push(refundOf(given, { on: refundedOn, minor, number: at + 1 }))
  }
  return { entries, feesMinor }
}

function drawDays({ isShop, month, chance }: MonthOfSales, count: number): string[] {
  const week = isShop ? SHOP_WEEK : OFFICE_WEEK
  const days = daysOf(month)
  let sum = 0
  const upTo = days.map((on) => (sum += week[weekdayOf(on)] ?? 1))
  return Array.from({ length: count }, () => {
    const drawn = chance.next() * sum
    return days[upTo.findIndex((one) => drawn < one)] ?? month.startsOn
  }).toSorted()
}

interface Order {
  on: string
  minor: bigint
  number: number
}

function saleOf(
  { business, isShop, account, month }: MonthOfSales,
  { on, minor, number }: Order,
): { entry: PlannedEntry; feeMinor: bigint } {
  const wanted = BigInt(Math.round(Number(minor) * FEE_SHARE)) + FEE_MINOR
  // A fee is never more than what it is for.
  const feeMinor = wanted < minor ? wanted : 0n
  const fee = feeMinor > 0n ? [{ account: '5030', minor: feeMinor, business }] : []
  const entry = {
    on,
    memo: `Order ${orderNumber(month, number)} at ${business}`,
    source: isShop ? 'shopify' : 'stripe',
    externalId: `charge-${slugOf(business)}-${orderNumber(month, number)}`,
    lines: [{ account: '1020', minor: minor - feeMinor }, ...fee, { account, minor: -minor, business }],
  }
  return { entry, feeMinor }
}

/** The processor keeps its fee. */
function refundOf(
  { business, isShop, account, month }: MonthOfSales,
  { on, minor, number }: Order,
): PlannedEntry {
  return {
    on,
    memo: `Refund of order ${orderNumber(month, number)} at ${business}`,
    source: isShop ? 'shopify' : 'stripe',
    externalId: `refund-${slugOf(business)}-${orderNumber(month, number)}`,
    lines: [
      { account, minor, business },
      { account: '1020', minor: -minor },
    ],
  }
}

function orderNumber({ name }: Period, number: number): string {
  return `${name}-${String(number).padStart(4, '0')}`
}

/** Each Tuesday the processor pays out what it held on the Sunday before. Entries in order of days. */
export function planPayouts(sales: readonly PlannedEntry[], today: string): PlannedEntry[] {
  const [first] = sales
  if (!first) return []
  const payouts: PlannedEntry[] = []
  let tuesday = addDays(first.on, (8 - weekdayOf(first.on)) % 7)
  let [at, heldMinor] = [0, 0n]
  for (; tuesday <= today; tuesday = addDays(tuesday, 7)) {
    const until = addDays(tuesday, -2)
    for (let sale = sales[at]; sale && sale.on <= until; sale = sales[++at])
      heldMinor += sale.lines.reduce(
        (sum, { account, minor }) => (account === '1020' ? sum + minor : sum),
        0n,
      )
    if (heldMinor <= 0n) continue
    payouts.push({
      on: tuesday,
      memo: `Payout of the payment processor, sales until ${until}`,
      source: first.source,
      externalId: `payout-${tuesday}`,
      lines: [
        { account: '1010', minor: heldMinor },
        { account: '1020', minor: -heldMinor },
      ],
    })
    heldMinor = 0n
  }
  return payouts
}
