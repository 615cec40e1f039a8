import { nextPeriod, type Period } from '#kernel/periods.ts'
import type { Seeded } from '#kernel/seeded.ts'
import { isIn, workday, type Days } from './book-days.ts'
import type { DemoStage } from './plan-lives.ts'
import { minorFrom, shares, slugOf, type PlannedEntry } from './planned-entry.ts'

/** Something that is paid for: where it stands, when in the month, and its part of what the month costs. */
interface Item {
  account: string
  day: number
  weight: number
  memo: string
  counterparty: string
  source: string
  /** Billed on its day, and paid in the month after. */
  isBilled?: true
}

const HOSTING = { account: '5020', counterparty: 'Nimbus Racks Inc.', source: 'invoice' } as const
const ADS = { account: '6020', counterparty: 'Placard Network', source: 'card' } as const
const AGENTS = { account: '6030', counterparty: 'Parrot Models API', source: 'card' } as const
const WAGES = { account: '6010', counterparty: 'Payroll', source: 'payroll' } as const
const GOODS = { account: '5010', counterparty: 'Warehouse and suppliers', source: 'bank' } as const

const RUNNING: readonly Item[] = [
  { ...HOSTING, day: 31, weight: 9, memo: 'Hosting and traffic', isBilled: true },
  { ...HOSTING, day: 9, weight: 2, memo: 'Mail and text messages', source: 'card' },
  ...weekly([4, 11, 18, 25], { ...ADS, weight: 5.5, memo: 'Advertising, a week' }),
  ...weekly([5, 12, 19, 26], { ...AGENTS, weight: 3.5, memo: 'AI agents, a week of work' }),
  { ...WAGES, day: 15, weight: 17, memo: 'Wages and contractors, first half' },
  { ...WAGES, day: 31, weight: 17, memo: 'Wages and contractors, second half' },
  { account: '6040', counterparty: 'Cards of the team', source: 'card', day: 21, weight: 3, memo: 'Travel' },
]
const WITH_GOODS: readonly Item[] = [
  ...RUNNING,
  ...weekly([3, 10, 17, 24], { ...GOODS, weight: 11, memo: 'Goods and fulfilment, a week' }),
]

function weekly(days: readonly number[], item: Omit<Item, 'day'>): Item[] {
  return days.map((day) => Object.assign({ day }, item))
}

export interface MonthOfCosts {
  business: string
  currency: string
  month: Period
  /** The days of it that are told. */
  open: Days
  today: string
  chance: Seeded
}

/** What a business at work pays for in a month: it comes to that amount exactly. */
export function planRunning(given: MonthOfCosts & { costMinor: bigint; isShop: boolean }): PlannedEntry[] {
  const { costMinor, isShop, chance } = given
  if (costMinor <= 0n) return []
  const items = isShop ? WITH_GOODS : RUNNING
  const amounts = shares(
    costMinor,
    items.map(({ weight }) => weight * (0.75 + chance.next() * 0.5)),
  )
  return items.flatMap((item, at) =>
    paidFor(given, { kind: 'cost', item, minor: amounts[at] ?? 0n, number: at + 1 }),
  )
}

/** How many things are paid for in a month before anything is sold, and what each costs, in dollars. */
const SEEKING: Partial<Record<DemoStage, { count: number; dollars: readonly [number, number] }>> = {
  idea: { count: 4, dollars: [6, 70] },
  validation: { count: 10, dollars: [9, 260] },
  solution: { count: 18, dollars: [14, 390] },
}
/** What it may be, and how many times as dear as the usual. */
const KINDS: readonly [Kind, ...Kind[]] = [
  { ...AGENTS, memo: 'AI agents, research', times: 1 },
  { ...AGENTS, memo: 'AI agents, building', times: 1 },
  {
    account: '6030',
    counterparty: 'Sundry software',
    source: 'card',
    memo: 'Software by the month',
    times: 0.6,
  },
  { ...HOSTING, memo: 'Hosting of a trial', source: 'card', times: 0.5 },
  { ...ADS, memo: 'Advertising of a trial', times: 1 },
  { account: '6010', counterparty: 'Freelancers', source: 'bank', memo: 'Interviews and design', times: 5 },
  {
    account: '6050',
    counterparty: 'Lindqvist Okafor LLP',
    source: 'bank',
    memo: 'Names and trade marks',
    times: 4,
  },
]
type Kind = Omit<Item, 'day' | 'weight'> & { times: number }

/** What a business costs that does not sell yet. */
export function planSeeking(given: MonthOfCosts & { stage: DemoStage }): PlannedEntry[] {
  const { stage, chance, currency } = given
  const usual = SEEKING[stage]
  if (!usual) return []
  const [min, max] = usual.dollars
  return Array.from({ length: usual.count }, (_nothing, at) => {
    const { times, ...kind } = chance.pick(KINDS)
    const item = { ...kind, day: chance.whole(1, 31), weight: 1 }
    const dollars = (min + chance.next() * chance.next() * (max - min)) * times
    return paidFor(given, { kind: 'trial', item, minor: minorFrom(dollars, currency), number: at + 1 })
  }).flat()
}

function paidFor(
  { business, month, open, today }: MonthOfCosts,
  { kind, item, minor, number }: { kind: 'cost' | 'trial'; item: Item; minor: bigint; number: number },
): PlannedEntry[] {
  const { account, day, memo, counterparty, source, isBilled } = item
  const on = workday(month, day)
  if (minor <= 0n || !isIn(on, open)) return []
  const externalId = `${kind}-${slugOf(business)}-${month.name}-${number}`
  const told = { memo: `${memo}: ${business}`, source }
  const expense = { account, minor, business, counterparty }
  if (!isBilled)
    return [{ on, ...told, externalId, lines: [expense, { account: '1010', minor: -minor, counterparty }] }]
  const payable = { account: '2010', counterparty }
  const bill = { on, ...told, externalId, lines: [expense, { ...payable, minor: -minor }] }
  const paidOn = workday(nextPeriod(month), 12)
  if (paidOn > today) return [bill]
  const lines = [
    { ...payable, minor },
    { account: '1010', minor: -minor, counterparty },
  ]
  const payment = {
    on: paidOn,
    memo: `Paid: ${told.memo}`,
    source: 'bank',
    externalId: `${externalId}-paid`,
    lines,
  }
  return [bill, payment]
}
