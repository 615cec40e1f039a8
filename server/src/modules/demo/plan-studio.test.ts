import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parsePeriod } from '#kernel/periods.ts'
import { CONTRADICTED, FAULTS, SILENT, ZOMBIES } from './faults.ts'
import { CLOCKS, STAGE_COUNTS } from './plan-lives.ts'
import { DEMO_SEED, planStudio } from './plan-studio.ts'
import { lastMonths } from './plan-values.ts'

const TODAY = '2026-11-25'
const plan = planStudio({ seed: DEMO_SEED, today: TODAY })

test('442 businesses, by category as the studio counts them', () => {
  deepEqual(countsOf(plan.businesses.map(({ category }) => category)), {
    Financial: 50,
    'E-commerce': 110,
    Technology: 60,
    Education: 40,
    Community: 50,
    Emerging: 50,
    Foundation: 20,
    Innovation: 20,
    Knowledge: 22,
    Relationship: 20,
  })
  deepEqual(countsOf(plan.businesses.map(({ stage }) => stage)), STAGE_COUNTS)
  equal(new Set(plan.businesses.map(({ name }) => name)).size, 442)
})

test('each has a story of two sentences, and no two have the same', () => {
  equal(new Set(plan.businesses.map(({ description }) => description)).size, 442)
  const wrong = plan.businesses.filter(
    ({ description }) => !/^[A-Z].{30,}\. [A-Z].{20,}\.$/.test(description),
  )
  deepEqual(wrong, [])
})

test('over 300 entities, each held by somebody on record and none twice', () => {
  const names = plan.entities.map(({ name }) => name)
  ok(names.length >= 300, `${names.length}`)
  equal(new Set(names.map((name) => name.toLowerCase())).size, names.length)
  const known = new Set([...names, ...plan.holders.map(({ name }) => name)])
  deepEqual(
    plan.stakes.filter(({ entity, owner }) => !known.has(entity) || !known.has(owner)),
    [],
  )
  deepEqual(
    plan.businesses.filter(({ entity }) => !known.has(entity)),
    [],
  )
  const held = new Set(plan.stakes.map(({ entity }) => entity))
  deepEqual(
    names.filter((name) => !held.has(name)),
    [],
  )
})

test('it has what a group has: two currencies beside the dollar, a majority, spin-outs, a purchase, a March year', () => {
  const currencies = countsOf(plan.entities.map(({ functionalCurrency }) => functionalCurrency))
  ok((currencies['EUR'] ?? 0) >= 5 && (currencies['GBP'] ?? 0) >= 3)
  deepEqual(countsOf(plan.entities.map(({ fiscalYearEnd }) => fiscalYearEnd))['03-31'], 1)
  const kept = plan.stakes.filter(
    ({ owner, until, evidence }) =>
      owner.startsWith('AI Boss') && until === null && evidence === 'Spin-out agreement',
  )
  deepEqual(kept.map(({ percent }) => percent).toSorted(), ['20', '34', '40'])
  ok(plan.stakes.some(({ owner, percent }) => owner.startsWith('AI Boss') && percent === '80'))
  const bought = plan.stakes.filter(({ evidence }) =>
    evidence.startsWith('Share purchase agreement, notarised'),
  )
  deepEqual(
    bought.map(({ from, percent }) => ({ from, percent })),
    [{ from: '2026-07-01', percent: '100' }],
  )
})

test('of any seed and day: the same again, in order of days, and never of a day to come', () => {
  const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), day, (seed, date) => {
      const today = date.toISOString().slice(0, 10)
      const one = planStudio({ seed, today })
      deepEqual(planStudio({ seed, today }), one)
      for (const { life } of one.businesses) {
        const days = life.steps.map(({ on }) => on)
        deepEqual(days, days.toSorted())
        ok((days.at(-1) ?? '') <= today)
      }
      ok(one.values.every(({ period }) => (parsePeriod(period)?.endsOn ?? '9') < today))
      ok(one.stakes.every(({ from, until }) => from <= today && (until === null || until >= from)))
      const told = one.values.map((value) =>
        [value.business, value.kpi, value.period, value.provenance].join('|'),
      )
      equal(new Set(told).size, told.length)
    }),
    { numRuns: 25 },
  )
})

test('nobody but the zombies is near the clock of their stage', () => {
  const clocks: Record<string, number | null> = CLOCKS
  const late = plan.businesses.filter(({ stage, life }) => {
    const days = (Date.parse(TODAY) - Date.parse(life.steps.at(-1)?.on ?? '')) / 86_400_000
    return days > (clocks[stage] ?? Number.POSITIVE_INFINITY) - 90
  })
  deepEqual(late.map(({ name }) => name).toSorted(), ZOMBIES.map(({ name }) => name).toSorted())
})

test('what goes silent did tell before, and a contradiction has both its sides', () => {
  const [month = ''] = lastMonths(TODAY)
  const revenue = plan.values.filter(({ kpi }) => kpi === 'Revenue')
  const customers = plan.values.filter(({ kpi }) => kpi === 'Active customers')
  for (const { name } of SILENT) {
    const told = customers.filter(({ business }) => business === name)
    ok(told.length > 0 && told.every(({ period }) => period < month), name)
  }
  for (const { name } of CONTRADICTED) {
    const sides = revenue.filter(({ business, period }) => business === name && period === month)
    deepEqual(sides.map(({ provenance }) => provenance).toSorted(), ['claimed', 'measured'])
  }
})

test('revenue is far below the target, as it is in such a studio', () => {
  const [month] = lastMonths(TODAY)
  const sum = (kpi: string) =>
    plan.values
      .filter(
        (value) => value.kpi === kpi && value.period === month && value.source !== 'Slide for the board',
      )
      .reduce((total, { value }) => total + Number(value), 0)
  ok(sum('Revenue') > 100_000 && sum('Revenue') < sum('Revenue target') / 10)
})

test('the list of faults names what is in the plan, and each once', () => {
  const known = new Set([...plan.businesses, ...plan.entities].map(({ name }) => name))
  deepEqual(
    FAULTS.flatMap(({ about }) => about).filter((name) => !known.has(name)),
    [],
  )
  equal(new Set(FAULTS.map((fault) => JSON.stringify(fault))).size, FAULTS.length)
})

function countsOf(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
