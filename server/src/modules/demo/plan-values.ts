import { parsePeriod, previousPeriod, periodOf, type Cadence } from '#kernel/periods.ts'
import type { Seeded } from '#kernel/seeded.ts'
import { DEMO_CATEGORIES } from './categories.ts'
import { CONTRADICTED, SILENT } from './faults.ts'
import type { PlannedBusiness } from './plan-businesses.ts'
import { earningsOf, MONTHS_TOLD, type Earnings } from './plan-earnings.ts'

const QUARTERS = 4

/** What the demonstration measures its businesses by. */
export const DEMO_KPIS = [
  {
    name: 'Revenue',
    description:
      'Invoiced or paid within the month, without taxes, in US dollars at the rate of its last day.',
    unit: 'money',
    currency: 'USD',
    better: 'up',
    addsUp: 'sum',
    isHeadline: true,
    isValuation: false,
    postedFrom: 'revenue',
    cadence: 'month',
  },
  {
    name: 'Operating cost',
    description:
      'What it cost to run within the month: all expenses that name it in the books, in US dollars.',
    unit: 'money',
    currency: 'USD',
    better: 'down',
    addsUp: 'sum',
    isHeadline: false,
    isValuation: false,
    postedFrom: 'cost',
    cadence: 'month',
  },
  {
    name: 'Active customers',
    description: 'Who paid or used it within the month, each counted once.',
    unit: 'count',
    currency: null,
    better: 'up',
    addsUp: 'last',
    isHeadline: false,
    isValuation: false,
    postedFrom: null,
    cadence: 'month',
  },
  {
    name: 'Automation',
    description: `Share of tasks done without a person. Targets: ${DEMO_CATEGORIES.map(
      ({ name, automationTargetPercent }) => `${name} ${automationTargetPercent} %`,
    ).join(', ')}.`,
    unit: 'percent',
    currency: null,
    better: 'up',
    addsUp: 'average',
    isHeadline: false,
    isValuation: false,
    postedFrom: null,
    cadence: 'month',
  },
  {
    name: 'Customer talks',
    description: 'Talks with possible customers within the month; validation asks for twenty in all.',
    unit: 'count',
    currency: null,
    better: 'up',
    addsUp: 'sum',
    isHeadline: false,
    isValuation: false,
    postedFrom: null,
    cadence: 'month',
  },
  {
    name: 'Revenue target',
    description:
      'The studio’s yearly wish for the category, spread evenly over its businesses and twelve months. A plan, and no measurement.',
    unit: 'money',
    currency: 'USD',
    better: 'up',
    addsUp: 'sum',
    isHeadline: false,
    isValuation: false,
    postedFrom: null,
    cadence: 'month',
  },
  {
    name: 'Valuation',
    description:
      'What the whole of the business is worth, as its last round or the investment committee says.',
    unit: 'money',
    currency: 'USD',
    better: 'up',
    addsUp: 'last',
    isHeadline: false,
    isValuation: true,
    postedFrom: null,
    cadence: 'quarter',
  },
] as const

export type DemoKpi = (typeof DEMO_KPIS)[number]['name']

export interface PlannedValue {
  business: string
  kpi: DemoKpi
  period: string
  value: string
  provenance: 'measured' | 'claimed'
  source: string
}

/** The values, the newest month first, for that is what people look at first; and what each business earns, which the books tell too. */
export function planValues(
  businesses: readonly PlannedBusiness[],
  { seed, today, chance }: { seed: number; today: string; chance: Seeded },
): { values: PlannedValue[]; earnings: Map<string, Earnings> } {
  const months = lastMonths(today)
  const quarters = lastPeriods('quarter', { today, count: QUARTERS })
  const earnings = new Map<string, Earnings>()
  const values = businesses.flatMap((one) => {
    const earns = earningsOf(one, { seed, today, told: months, chance })
    if (earns) earnings.set(one.name, earns)
    return [
      ...earned(one, months, earns),
      ...talked(one, months, chance),
      ...wished(one, months),
      ...valued(one, quarters, chance),
    ]
  })
  const periods = [...new Set(values.map(({ period }) => period))]
  const began = new Map(periods.map((name) => [name, parsePeriod(name)?.startsOn ?? '']))
  const byPeriod = Map.groupBy(values, ({ period }) => began.get(period) ?? '')
  const newestFirst = [...byPeriod.keys()].toSorted().toReversed()
  return { values: newestFirst.flatMap((day) => byPeriod.get(day) ?? []), earnings }
}

/** Full months before this day, the newest first. */
export function lastMonths(today: string): string[] {
  return lastPeriods('month', { today, count: MONTHS_TOLD })
}

function lastPeriods(cadence: Cadence, { today, count }: { today: string; count: number }): string[] {
  let period = previousPeriod(periodOf(cadence, today))
  return Array.from({ length: count }, () => {
    const { name } = period
    period = previousPeriod(period)
    return name
  })
}

/** Of a business that sells: what it took in and spent, who came, and what of it ran by itself. */
function earned(
  { name }: PlannedBusiness,
  months: readonly string[],
  earns: Earnings | undefined,
): PlannedValue[] {
  if (earns?.untilOn !== null) return []
  const silent = SILENT.find((one) => one.name === name)
  const contradicted = CONTRADICTED.find((one) => one.name === name)
  const { isMeasured, processor, automation } = earns
  const firm = {
    business: name,
    provenance: isMeasured ? ('measured' as const) : ('claimed' as const),
    source: isMeasured ? processor : 'Monthly mail of the owner',
  }
  return months.flatMap((period, at): PlannedValue[] => {
    const figures = earns.months.get(period)
    if (!figures || (parsePeriod(period)?.startsOn ?? '') < earns.sinceOn) return []
    const { revenue, cost } = figures
    const told: PlannedValue[] = [
      { ...firm, kpi: 'Operating cost', period, value: `${cost}` },
      { ...firm, kpi: 'Revenue', period, value: `${revenue}` },
      {
        ...firm,
        kpi: 'Automation',
        period,
        value: `${Math.max(5, automation - at)}`,
        provenance: 'claimed',
        source: 'Count of tasks',
      },
    ]
    // Revenue and cost are in the books, which never fall silent; who pays is for the owner to tell.
    if (silent === undefined || at >= silent.monthsMissing) {
      const customers = Math.max(3, Math.round(revenue / 46))
      told.push({ ...firm, kpi: 'Active customers', period, value: `${customers}` })
    }
    if (contradicted && at === 0) {
      const value = `${Math.round((revenue * contradicted.claimPercent) / 100)}`
      told.push({
        business: name,
        kpi: 'Revenue',
        period,
        value,
        provenance: 'claimed',
        source: 'Slide for the board',
      })
    }
    return told
  })
}

/** Of a business that looks for its customers: how many it spoke to since it does. */
function talked(business: PlannedBusiness, months: readonly string[], chance: Seeded): PlannedValue[] {
  const { name, stage } = business
  if (stage !== 'validation' && stage !== 'solution') return []
  const since = business.life.steps.find((step) => step.stage === 'validation')?.on ?? ''
  const told = months.slice(0, 8).filter((period) => (parsePeriod(period)?.startsOn ?? '') >= since)
  return told.map((period) => ({
    business: name,
    kpi: 'Customer talks',
    period,
    value: `${chance.whole(0, 9)}`,
    provenance: 'claimed',
    source: 'Notes of the owner',
  }))
}

function wished({ name, category, stage }: PlannedBusiness, months: readonly string[]): PlannedValue[] {
  const found = DEMO_CATEGORIES.find((one) => one.name === category)
  const [period] = months
  if (!found || period === undefined || stage === 'closed' || stage === 'exited') return []
  const value = `${Math.round(found.targetUsd / 12 / found.ventures.length)}`
  return [
    {
      business: name,
      kpi: 'Revenue target',
      period,
      value,
      provenance: 'claimed',
      source: 'Plan of the studio',
    },
  ]
}

/** What it is said to be worth, each quarter since it sells; with a product and no sales yet, once. */
function valued(
  { name, stage, life }: PlannedBusiness,
  quarters: readonly string[],
  chance: Seeded,
): PlannedValue[] {
  const range = WORTH[stage]
  if (!range) return []
  const [min, max] = range
  const worth = chance.whole(min, max) * 1000
  const since =
    life.steps.find((step) => step.stage === (stage === 'solution' ? 'solution' : 'launched'))?.on ?? ''
  const told = quarters.filter((period) => (parsePeriod(period)?.endsOn ?? '') >= since)
  return told.slice(0, stage === 'solution' ? 1 : QUARTERS).map((period, at) => ({
    business: name,
    kpi: 'Valuation',
    period,
    value: `${Math.round((worth * (1 - 0.06 * at)) / 1000) * 1000}`,
    provenance: 'claimed',
    source: stage === 'spun-out' ? 'Last round' : 'Estimate of the investment committee',
  }))
}

/** In thousands of dollars. */
const WORTH: Partial<Record<PlannedBusiness['stage'], readonly [number, number]>> = {
  solution: [40, 240],
  launched: [150, 900],
  growing: [1_800, 8_000],
  'spun-out': [8_000, 19_000],
}
