import { periodOf, previousPeriod } from '#kernel/periods.ts'
import type { Seeded } from '#kernel/seeded.ts'
import { chanceFor } from './chance-for.ts'
import { CONTRADICTED, SILENT } from './faults.ts'
import type { PlannedBusiness } from './plan-businesses.ts'

/** So many full months are told as values of KPIs; the books go back further. */
export const MONTHS_TOLD = 18
export const BOOK_MONTHS_MAX = 24

/** What a business takes in and spends. The values of its KPIs and its book are two tellings of this. */
export interface Earnings {
  /** The day on which it began to sell. */
  sinceOn: string
  /** The first day on which it was no longer ours; null where it still is. */
  untilOn: string | null
  isMeasured: boolean
  /** Through which its customers pay. */
  processor: 'Shopify' | 'Stripe'
  /** Percent of its tasks. */
  automation: number
  /** Whole dollars, by the name of the month, as of a month that it sold in from its first day to its last. */
  months: Map<string, { revenue: number; cost: number }>
}

interface Given {
  seed: number
  today: string
  /** The months that are told, the newest first. */
  told: readonly string[]
  chance: Seeded
}

/** Undefined where it never sold. */
export function earningsOf(business: PlannedBusiness, given: Given): Earnings | undefined {
  const { name, stage, life } = business
  const sinceOn = life.steps.find((step) => step.stage === 'launched')?.on ?? ''
  const processor = business.category === 'E-commerce' ? 'Shopify' : 'Stripe'
  const own = chanceFor(given.seed, name, 'earnings')
  if (stage === 'exited') {
    // Nothing of it is told, and so it has chance of its own: nobody else's figures move with it.
    const untilOn = life.steps.at(-1)?.on ?? ''
    const drawn = draw(stage, own)
    const months = figures(drawn, { sinceOn, newest: untilOn, told: [], chance: own, own })
    return { sinceOn, untilOn, isMeasured: false, processor, automation: 0, months }
  }
  if (stage !== 'launched' && stage !== 'growing' && stage !== 'spun-out') return undefined
  const { today, told, chance } = given
  const silent = SILENT.find((one) => one.name === name)
  const contradicted = CONTRADICTED.find((one) => one.name === name)
  const isMeasured =
    contradicted !== undefined || (silent === undefined && (stage === 'growing' || chance.next() < 0.5))
  const drawn = draw(stage, chance)
  const automation = chance.whole(12, 64)
  const months = figures(drawn, { sinceOn, newest: today, told, chance, own })
  return { sinceOn, untilOn: null, isMeasured, processor, automation, months }
}

interface Drawn {
  base: number
  cost: number
  growth: number
}

function draw(stage: PlannedBusiness['stage'], chance: Seeded): Drawn {
  const [base, cost] =
    stage === 'launched'
      ? [chance.whole(180, 4_200), chance.whole(900, 3_800)]
      : [chance.whole(9_000, 34_000), chance.whole(7_000, 21_000)]
  const growth = stage === 'launched' ? chance.next() * 0.05 : 0.03 + chance.next() * 0.05
  return { base, cost, growth }
}

/** Back from the newest month, which is not over, by the same growth all the way. */
function figures(
  { base, cost, growth }: Drawn,
  given: {
    sinceOn: string
    newest: string
    told: readonly string[]
    chance: Seeded
    own: Seeded
  },
): Earnings['months'] {
  const { sinceOn, newest, told, chance, own } = given
  const months: Earnings['months'] = new Map()
  let period = periodOf('month', newest)
  for (let at = -1; at < BOOK_MONTHS_MAX && period.endsOn >= sinceOn; at++) {
    const isTold = told.includes(period.name) && period.startsOn >= sinceOn
    const from = isTold ? chance : own
    const wobble = 0.9 + from.next() * 0.2
    months.set(period.name, {
      revenue: Math.round((base * wobble) / (1 + growth) ** at),
      cost: Math.round(cost * (0.95 + from.next() * 0.1)),
    })
    period = previousPeriod(period)
  }
  return months
}
