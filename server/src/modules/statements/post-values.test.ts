import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, previousPeriod, periodOf, today } from '#kernel/periods.ts'
import { isRecord } from '#kernel/records.ts'
import { testRuns } from '#server/runs/test-runs.ts'
import { booksIn } from '../ledger/test-ledger.ts'
import { postValues } from './post-values.ts'

const LAST = previousPeriod(periodOf('month', today()))
const BEFORE = previousPeriod(LAST)

test('what books say of a month that ended becomes the value in force, and a late entry changes its own month', async () => {
  const way = await testRuns()
  const { act, ours, business } = await booksIn(way)
  const shop = await business(ours.entityId, 'Sock shop')
  const kpi = async (name: string, postedFrom: string) =>
    String((await act('kpis.create-kpi', { name, unit: 'money', currency: 'USD', postedFrom }))['id'])
  const [revenue, cost] = [await kpi('Revenue', 'revenue'), await kpi('Cost', 'cost')]
  await act('kpis.record-values', {
    values: [{ businessId: shop, kpiId: revenue, period: LAST.name, value: '1100', source: 'A slide' }],
  })
  const sell = (effectiveOn: string, amount: number) =>
    ours.post(ours.lines(['1010', amount], ['4010', -amount, { businessId: shop }]), { effectiveOn })
  await sell(BEFORE.startsOn, 700)
  await sell(LAST.endsOn, 900)
  await sell(addDays(LAST.endsOn, 1), 5)
  await ours.post(ours.lines(['5010', '250.50', { businessId: shop }], ['1010', '-250.50']), {
    effectiveOn: LAST.startsOn,
  })
  // A quiet business: a sale half a year ago, and nothing since. Its books say so, and nobody is asked.
  const quiet = await business(ours.entityId, 'Quiet shop')
  await ours.post(ours.lines(['1010', 5], ['4010', -5, { businessId: quiet }]), {
    effectiveOn: addDays(LAST.startsOn, -180),
  })
  const worker = way.startWorking([postValues])
  // The standing run of the studio is at work too: whoever comes first posts, and the other finds nothing to do.
  const pass = async () => void (await way.until(await way.enqueue(postValues, {}), 'done'))
  const posted = async () => {
    const { total } = await act('kpis.list-values', { provenance: 'posted', limit: 1 })
    return total
  }
  const inForce = async (kpiId: string) => {
    const { items } = await act('kpis.list-values', {
      kpiId,
      businessId: shop,
      isInForce: true,
      sort: 'period',
    })
    const rows = Array.isArray(items) ? items.filter(isRecord) : []
    return Object.fromEntries(
      rows.map(({ period, value, provenance }) => [String(period), `${String(value)} ${String(provenance)}`]),
    )
  }
  await pass()
  assert.equal(await posted(), 6)
  assert.deepEqual(await inForce(revenue), { [BEFORE.name]: '700 posted', [LAST.name]: '900 posted' })
  assert.deepEqual(await inForce(cost), { [BEFORE.name]: '0 posted', [LAST.name]: '250.5 posted' })
  const { items } = await act('kpis.list-contradictions', {})
  assert.equal(Array.isArray(items) && items.length, 1, 'the slide says otherwise')
  assert.deepEqual((await act('kpis.list-stale', {}))['items'], [])
  await pass()
  assert.equal(await posted(), 6)
  await sell(BEFORE.endsOn, 50)
  await pass()
  assert.equal(await posted(), 7)
  assert.equal((await inForce(revenue))[BEFORE.name], '750 posted')
  // Another figure of the same books: all of it is looked at again.
  await act('kpis.update-kpi', { kpiId: revenue, postedFrom: 'net-result' })
  await pass()
  assert.equal(await posted(), 8)
  assert.equal((await inForce(revenue))[LAST.name], '649.5 posted')
  await worker.close()
})

test('only money comes out of books', async () => {
  const way = await testRuns()
  await assert.rejects(
    way.call('kpis.create-kpi', { name: 'Heads', unit: 'count', postedFrom: 'revenue' }, way.machineKey),
    /Books hold money/,
  )
})
