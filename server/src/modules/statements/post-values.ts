import { z } from 'zod'
import type { Id } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import { addDays, periodOf } from '#kernel/periods.ts'
import { convertMinor } from '#kernel/rates.ts'
import type { Transaction } from '#server/database/database.ts'
import {
  lockPostedKpi,
  postedKpis,
  recordPosted,
  setPostedUntil,
  type PostedKpi,
  type PostedValue,
} from '../kpis/index.ts'
import { readRates, type RateTable } from '../ledger/index.ts'
import { program, type Work } from '#server/runs/program.ts'
import { addSum, NO_MARGINS, type Margins } from './margins.ts'
import {
  changedPeriods,
  clockOf,
  sumsOfPeriods,
  type BusinessPeriod,
  type PeriodSum,
} from './posted-queries.ts'

const REPEATS_EVERY_S = 60
const PERIODS_AT_ONCE = 2000

/**
 * Every minute: what books say of each business in the periods that ended becomes values of the KPIs that are posted from them. Late
 * entries change the value of their own period; what did not change is not written again.
 */
export const postValues = program({
  name: 'statements.post-values',
  title: () => ({ en: 'Post values of KPIs from the books', de: 'KPI-Werte aus den Büchern buchen' }),
  input: z.strictObject({}),
  repeatsEveryS: REPEATS_EVERY_S,
  async run(_input, work) {
    let values = 0
    for (const kpi of await work.look(postedKpis))
      values += await work.transact(`values of ${kpi.id}`, z.int(), (tx) => postChanges(tx, kpi.id, work))
    return { values }
  },
})

/** What changed, and until when it was looked at, in one transaction: a pass that breaks off is done anew. */
async function postChanges(
  tx: Transaction,
  kpiId: Id<'kpi'>,
  run: Pick<Work, 'runId' | 'studioId'>,
): Promise<number> {
  const kpi = await lockPostedKpi(tx, kpiId)
  if (!kpi) return 0
  const { now, today } = await clockOf(tx)
  const changed = await changedPeriods(tx, { cadence: kpi.cadence, since: kpi.postedUntil, today })
  let values = 0
  for (let from = 0; from < changed.length; from += PERIODS_AT_ONCE)
    values += await recordPosted(tx, {
      kpi,
      values: await valuesOf(tx, kpi, changed.slice(from, from + PERIODS_AT_ONCE)),
      run,
    })
  await setPostedUntil(tx, kpi.id, now)
  return values
}

/** In the KPI's currency at the average rate of the period; where there is no rate, nothing is said. */
async function valuesOf(
  tx: Transaction,
  kpi: PostedKpi,
  periods: readonly BusinessPeriod[],
): Promise<PostedValue[]> {
  const sums = await sumsOfPeriods(tx, kpi.cadence, periods)
  const days = periods.map(({ startsOn }) => startsOn).toSorted()
  const rates = await readRates(tx, {
    currencies: [...new Set([kpi.currency, ...sums.map(({ currency }) => currency)])],
    from: days[0] ?? '',
    to: addDays(periodOf(kpi.cadence, days.at(-1) ?? '').endsOn, 1),
    recordedAt: null,
  })
  const byPeriod = Map.groupBy(sums, ({ businessId, startsOn }) => `${businessId} ${startsOn}`)
  return [...byPeriod.values()].flatMap((own): PostedValue[] => {
    const told = own.flatMap((sum) => inCurrency(sum, kpi, rates) ?? [])
    const [first] = own
    if (!first || told.length < own.length) return []
    const figure = FIGURES[kpi.postedFrom](told.reduce(addSum, NO_MARGINS))
    return [
      { businessId: first.businessId, startsOn: first.startsOn, value: decimalOf(figure, kpi.currency) },
    ]
  })
}

function inCurrency(sum: PeriodSum, kpi: PostedKpi, rates: RateTable): PeriodSum | undefined {
  if (sum.currency === kpi.currency) return sum
  const { startsOn, endsOn } = periodOf(kpi.cadence, sum.startsOn)
  const rate = rates.average(sum.currency, kpi.currency, { from: startsOn, to: endsOn })
  return rate && { ...sum, minor: convertMinor(sum.minor, rate) }
}

const FIGURES: Record<PostedKpi['postedFrom'], (margins: Margins) => bigint> = {
  revenue: ({ revenue }) => revenue,
  'gross-profit': ({ grossProfit }) => grossProfit,
  contribution: ({ contribution }) => contribution,
  'net-result': ({ netResult }) => netResult,
  cost: ({ revenue, netResult }) => revenue - netResult,
}
