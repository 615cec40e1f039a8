import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { lastEndedBefore, previousPeriod, today } from '#kernel/periods.ts'
import { duePeriod } from './kpi-period.ts'
import { refusal } from '#server/test-refusal.ts'
import { shown, testKpis } from './test-kpis.ts'

const { business, call, claim, holding, kpi, list, machineKey, measure, records, summary } = await testKpis()

test('a series shows its gaps, and adds up what is known', async () => {
  const [businessId, kpiId] = [await business(), await kpi()]
  await claim({ businessId, kpiId, period: '2026-01', value: '10' })
  await claim({ businessId, kpiId, period: '2026-03', value: '2.5' })
  const series = await call(
    'kpis.get-series',
    { businessId, kpiId, from: '2026-01', to: '2026-03' },
    machineKey,
  )
  const points: unknown = series['points']
  deepEqual(Array.isArray(points) && points.map((point) => [Object(point).period, Object(point).value]), [
    ['2026-01', '10'],
    ['2026-02', null],
    ['2026-03', '2.5'],
  ])
  deepEqual(series['overall'], { figure: '12.5', known: 2, periods: 3 })
  const ask = (range: object) => refusal(call('kpis.get-series', { businessId, kpiId, ...range }, machineKey))
  equal((await ask({ from: '2026-03', to: '2026-01' })).code, 'kpis.from-after-to')
  equal((await ask({ from: '1970-01', to: '2199-12' })).code, 'kpis.too-many-periods')
  equal((await ask({ from: '2026-W01' })).code, 'kpis.no-such-period')
})

test('a claim contradicts beyond the tolerance, and no longer once it is corrected', async () => {
  const [businessId, kpiId] = [await business(), await kpi({ tolerancePercent: 10 })]
  const found = async () => (await call('kpis.list-contradictions', { kpiId }, machineKey))['items']
  await measure({ businessId, kpiId, value: '100' })
  await claim({ businessId, kpiId, value: '110' })
  deepEqual(await found(), [])
  await claim({ businessId, kpiId, value: '110.01' })
  const items = await found()
  const [one] = Array.isArray(items) ? items : []
  deepEqual(
    [
      Object(one).claimed.value,
      Object(one).firm.value,
      Object(one).difference,
      Object(one).differencePercent,
    ],
    ['110.01', '100', '10.01', 10],
  )
  await claim({ businessId, kpiId, value: '100' })
  deepEqual(await found(), [])
})

test('what went silent is stale by so many days; what never spoke is not', async () => {
  const [silent, fresh] = [await business(holding, 'Silent'), await business()]
  await business()
  const kpiId = await kpi({ graceDays: 0 })
  const due = duePeriod({ cadence: 'month', graceDays: 0 })
  const before = previousPeriod(due)
  await claim(
    { businessId: silent, kpiId, period: before.name, value: '1' },
    { businessId: fresh, kpiId, period: due.name, value: '1' },
  )
  const page = await call('kpis.list-stale', { kpiId }, machineKey)
  const daysLate = Math.round((Date.parse(today()) - Date.parse(due.endsOn)) / 86_400_000)
  deepEqual(page['items'], [
    {
      business: { id: silent, name: 'Silent' },
      kpi: Object(shown(page)[0]).kpi,
      lastPeriod: before.name,
      duePeriod: due.name,
      daysLate,
    },
  ])
  equal((await summary({ kpiId }))['stale'], 1)
})

test('five hundred values are told at once, and an event each', async () => {
  const kpiId = await kpi({ cadence: 'week' })
  const businessId = await business()
  let week = lastEndedBefore('week', today())
  const values = Array.from({ length: 500 }, (_nothing, at) => {
    const { name } = week
    week = previousPeriod(week)
    return { businessId, kpiId, period: name, value: `${at}` }
  })
  await claim(...values)
  equal((await list({ kpiId, limit: 200 }))['total'], 500)
  const { rows } = await records.query(
    `select count(*)::int as count from event where business_id = $1 and type = 'kpis.value-recorded'`,
    [businessId],
  )
  equal(rows[0].count, 500)
})

test('the rules tell of both in words, and a rule alone is narrowed to its business', async () => {
  const businessId = await business(holding, 'Told "twice"')
  const kpiId = await kpi({ name: 'Net income', graceDays: 0, tolerancePercent: 5 })
  const before = previousPeriod(duePeriod({ cadence: 'month', graceDays: 0 }))
  await measure({ businessId, kpiId, period: before.name, value: '1000' })
  await claim({ businessId, kpiId, period: before.name, value: '12000.5' })
  const found = await call('exceptions.list-exceptions', { businessId }, machineKey)
  const says = shown(found).map((one) => [Object(one).rule, Object(one).says])
  const due = duePeriod({ cadence: 'month', graceDays: 0 })
  deepEqual(says, [
    [
      'kpis.contradictions',
      `Net income of "Told "twice"" in ${before.name}: 12,000.5 EUR was claimed, and 1,000 EUR measured. Ask whoever claimed it, or withdraw the claim.`,
    ],
    [
      'kpis.stale',
      `Net income of "Told "twice"" was last told for ${before.name}, and ${due.name} is due. Record its value, or ask the owner for it.`,
    ],
  ])
})
