import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#kernel/ids.ts'
import { nextPeriod, periodOf, today } from '#kernel/periods.ts'
import { addPerson } from '#server/test-people.ts'
import { refusal } from '#server/test-refusal.ts'
import { LAST, shown, testKpis, told } from './test-kpis.ts'

const way = await testKpis()
const { business, call, claim, database, holding, kpi, list, machineKey, measure } = way
const { other, records, studioId, summary } = way

test('what is in force is the strongest, then the latest; what is withdrawn counts no more and is kept', async () => {
  const [businessId, kpiId] = [await business(), await kpi()]
  const inForce = async () =>
    shown(await list({ kpiId, isInForce: true })).map((one) => [Object(one).value, Object(one).provenance])
  await claim({ businessId, kpiId, value: '100' })
  await claim({ businessId, kpiId, value: '120.50' })
  deepEqual(await inForce(), [['120.5', 'claimed']])
  const measured = await measure({ businessId, kpiId, value: '90' })
  await claim({ businessId, kpiId, value: '130' })
  deepEqual(await inForce(), [['90', 'measured']])
  await call('kpis.withdraw-measured-values', measured, machineKey)
  deepEqual(await inForce(), [['130', 'claimed']])
  equal((await list({ kpiId }))['total'], 3)
  equal((await list({ kpiId, isInForce: false }))['total'], 2)
  const [kept] = shown(await list({ kpiId, isWithdrawn: true }))
  deepEqual([Object(kept).value, Object(kept).isInForce], ['90', false])
  equal(
    (await refusal(call('kpis.withdraw-measured-values', measured, machineKey))).code,
    'kpis.value-not-found',
  )
})

test('a value in another unit, currency, precision or period is a clear problem, and nothing is recorded', async () => {
  const [businessId, kpiId, people] = [
    await business(),
    await kpi(),
    await kpi({ unit: 'count', currency: null }),
  ]
  const next = nextPeriod(periodOf('month', today())).name
  const values = [
    { businessId, kpiId, period: LAST, value: '1', unit: 'count' },
    { businessId, kpiId, period: LAST, value: '1', currency: 'USD' },
    { businessId, kpiId, period: LAST, value: '1.005' },
    { businessId, kpiId, period: '2026-Q3', value: '1' },
    { businessId, kpiId, period: '2026-13', value: '1' },
    { businessId, kpiId, period: next, value: '1' },
    { businessId, kpiId: people, period: LAST, value: '1.5' },
    { businessId, kpiId: newId('kpi'), period: LAST, value: '1' },
    { businessId, kpiId, period: LAST, value: '1' },
    { businessId, kpiId, period: LAST, value: '2' },
  ]
  const refused = await refusal(call('kpis.record-values', { values }, machineKey))
  equal(refused.code, 'kpis.values-refused')
  deepEqual(
    refused.fields.map(({ path }) => path),
    [
      '0/unit',
      '1/currency',
      '2/value',
      '3/period',
      '4/period',
      '5/period',
      '6/value',
      '7/kpiId',
      '9/period',
    ].map((path) => `/values/${path}`),
  )
  equal((await list({ businessId }))['total'], 0)
  for (const value of ['1e5', 'NaN', '1,5', '01', '1234567890123456789', '1.1234567', ''])
    equal((await refusal(claim({ businessId, kpiId, value }))).code, 'catalogue.invalid-input', value)
})

test('decimals come back as they were told, to the last digit', async () => {
  const [businessId, kpiId] = [await business(), await kpi({ unit: 'ratio', currency: null })]
  await fc.assert(
    fc.asyncProperty(fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }), async (millionths) => {
      const digits = String(millionths < 0n ? -millionths : millionths).padStart(7, '0')
      const value = `${millionths < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`
      await claim({ businessId, kpiId, value })
      const [one] = shown(await list({ businessId, kpiId, isInForce: true }))
      const exact = value.replace(/\.?0+$/, '')
      equal(Object(one).value, exact === '-0' ? '0' : exact)
    }),
    { numRuns: 12 },
  )
})

test('unit, currency and cadence stay once there are values; the database holds it too', async () => {
  const [businessId, kpiId] = [await business(), await kpi()]
  await call('kpis.update-kpi', { kpiId, currency: 'USD' }, machineKey)
  await claim({ businessId, kpiId, value: '1' })
  for (const change of [{ currency: 'EUR' }, { unit: 'count', currency: null }, { cadence: 'week' }])
    equal((await refusal(call('kpis.update-kpi', { kpiId, ...change }, machineKey))).code, 'kpis.has-values')
  await rejects(records.query(`update kpi set currency = 'EUR' where id = $1`, [kpiId]), /foreign key/)
  await rejects(records.query('update kpi_value set value = 2 where kpi_id = $1', [kpiId]), /never changed/)
  await rejects(
    records.query(`update kpi_value set starts_on = starts_on + 1 where kpi_id = $1`, [kpiId]),
    /never changed|check constraint/,
  )
  await call('kpis.update-kpi', { kpiId, name: 'Net revenue', graceDays: 3 }, machineKey)
})

test('definitions: a currency where it belongs, one name, one headline, owners of this studio', async () => {
  const create = (given: object) => refusal(call('kpis.create-kpi', given, machineKey))
  const code = async (given: object) => (await create(given)).code
  equal(await code({ name: 'A', unit: 'money' }), 'kpis.currency-needed')
  equal(await code({ name: 'A', unit: 'money', currency: 'XQQ' }), 'kpis.currency-unknown')
  equal(await code({ name: 'A', unit: 'days', currency: 'EUR' }), 'kpis.currency-uncalled-for')
  equal(await code({ name: 'A', unit: 'days', ownerId: newId('person') }), 'kpis.unknown-owner')
  await kpi({ name: 'Once' })
  equal(await code({ name: 'oNCE', unit: 'days' }), 'kpis.name-taken')
  const headline = await kpi({ name: 'First', isHeadline: true })
  equal(await code({ name: 'Second', unit: 'days', isHeadline: true }), 'kpis.headline-taken')
  await call('kpis.archive-kpi', { kpiId: headline }, machineKey)
  await kpi({ name: 'Second', isHeadline: true })
  equal(
    (await refusal(call('kpis.restore-kpi', { kpiId: headline }, machineKey))).code,
    'kpis.headline-taken',
  )
  const businessId = await business()
  const refused = await refusal(claim({ businessId, kpiId: headline, value: '1' }))
  deepEqual(refused.fields[0]?.path, '/values/0/kpiId')
})

test('a summary tells the parts, who told nothing, and shows whoever covers one entity no more than that', async () => {
  const kpiId = await kpi()
  const [a, b, c] = [await business(), await business(holding, 'Bee'), await business(other, 'Sea')]
  await claim({ businessId: a, kpiId, value: '11' }, { businessId: c, kpiId, value: '29' })
  await measure({ businessId: b, kpiId, value: '60' })
  const all = await summary({ kpiId, by: 'entity' })
  const { rows } = await records.query(
    'select count(*)::int as count from business where archived_at is null',
  )
  deepEqual(
    {
      figure: all['figure'],
      parts: all['parts'],
      groups: all['groups'],
      known: all['known'],
      unknown: all['unknown'],
    },
    {
      figure: '100',
      parts: [
        { provenance: 'posted', figure: null, businesses: 0, sharePercent: 0 },
        { provenance: 'measured', figure: '60', businesses: 1, sharePercent: 60 },
        { provenance: 'claimed', figure: '40', businesses: 2, sharePercent: 40 },
      ],
      groups: [
        { id: holding, name: 'Holding LLC', figure: '71', businesses: 2 },
        { id: other, name: 'Other LLC', figure: '29', businesses: 1 },
      ],
      known: 3,
      unknown: rows[0].count - 3,
    },
  )
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'operator', covers: other }] })
  const part = await summary({ kpiId }, token)
  deepEqual([part['figure'], part['known']], ['29', 1])
  equal((await list({ kpiId }, token))['total'], 1)
  const values = [told({ businessId: a, kpiId, value: '1' })]
  equal((await refusal(call('kpis.record-values', { values }, token))).code, 'catalogue.not-found')
  const ids = shown(await list({ businessId: a })).map((one) => Object(one).id)
  equal((await refusal(call('kpis.withdraw-values', { valueIds: ids }, token))).code, 'kpis.value-not-found')
  const mine = [told({ businessId: c, kpiId, value: '1', source: 'mine' })]
  equal(
    (await refusal(call('kpis.record-measured-values', { values: mine }, token))).code,
    'catalogue.permission-missing',
  )
  await call('kpis.record-values', { values: mine }, token)
})

test('nothing known is no zero, and percentages are averaged', async () => {
  const kpiId = await kpi({ unit: 'percent', currency: null })
  const empty = await summary({ kpiId, by: 'stage' })
  deepEqual([empty['figure'], empty['known'], empty['groups']], [null, 0, []])
  const [a, b] = [await business(), await business()]
  await claim({ businessId: a, kpiId, value: '10' }, { businessId: b, kpiId, value: '15' })
  const both = await summary({ kpiId })
  deepEqual([both['figure'], both['isSum']], ['12.5', false])
})

test('what a business is worth: its latest value of any period, one KPI at most, and of money', async () => {
  const [one, two] = [await business(holding, 'Worth one'), await business(holding, 'Worth two')]
  const kpiId = await kpi({ name: 'Valuation', cadence: 'quarter', isValuation: true })
  const taken = kpi({ name: 'Second valuation', isValuation: true })
  equal((await refusal(taken)).code, 'kpis.valuation-taken')
  const counted = kpi({ name: 'No money', unit: 'count', currency: null, isValuation: true })
  equal((await refusal(counted)).code, 'kpis.valuation-of-money')
  await claim(
    { businessId: one, kpiId, period: '2025-Q1', value: '100' },
    { businessId: one, kpiId, period: '2026-Q2', value: '250.5' },
    { businessId: two, kpiId, period: '2025-Q4', value: '40' },
  )
  await measure({ businessId: two, kpiId, period: '2026-Q1', value: '30' })
  const { figure, parts, known, oldestOn } = await call('kpis.summarise-latest', { kpiId }, machineKey)
  deepEqual(
    { figure, parts, known, oldestOn },
    {
      figure: '280.5',
      parts: [
        { provenance: 'claimed', figure: '250.5', businesses: 1 },
        { provenance: 'measured', figure: '30', businesses: 1 },
      ],
      known: 2,
      oldestOn: '2026-01-01',
    },
  )
})
