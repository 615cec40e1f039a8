import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { parsePeriod, periodOf, previousPeriod, today } from '#kernel/periods.ts'
import { present } from '#kernel/assert.ts'
import { addPerson } from '#server/test-people.ts'
import { LAST, testKpis } from './test-kpis.ts'

const { business, call, claim, database, kpi, machineKey, measure, other, studioId } = await testKpis()
const before = previousPeriod(present(parsePeriod(LAST), 'a month')).name
const [lovelace, babbage] = [await business(), await business(other, 'Babbage')]
const [revenue, users] = [await kpi(), await kpi({ unit: 'count', currency: null })]
await claim(
  { businessId: lovelace, kpiId: revenue, value: '120.5' },
  { businessId: babbage, kpiId: revenue, value: '-3', period: before },
)
await measure({ businessId: lovelace, kpiId: revenue, value: '90' })

async function compared(input: object, token = machineKey) {
  const { kpis } = await call('kpis.compare-series', { periods: 2, ...input }, token)
  return Object.values(Object(kpis)).map((one) => {
    const { kpi: defined, periods, lines } = Object(one)
    return { kpiId: defined.id, periods, lines }
  })
}
const unknown = { value: null, provenance: null }

test('businesses stand side by side over the same periods, with what counts and where it comes from', async () => {
  deepEqual(await compared({ businessIds: [babbage, lovelace], kpiIds: [users, revenue] }), [
    {
      kpiId: users,
      periods: [before, LAST],
      lines: [babbage, lovelace].map((businessId) => ({ businessId, points: [unknown, unknown] })),
    },
    {
      kpiId: revenue,
      periods: [before, LAST],
      lines: [
        { businessId: babbage, points: [{ value: '-3', provenance: 'claimed' }, unknown] },
        { businessId: lovelace, points: [unknown, { value: '90', provenance: 'measured' }] },
      ],
    },
  ])
})

test('what is not open or not there is left out, and the present period comes where it has a value', async () => {
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: other }] })
  const kpiIds = [revenue, newId('kpi')]
  const [seen, ...rest] = await compared(
    { businessIds: [lovelace, babbage, newId('business')], kpiIds },
    token,
  )
  equal(rest.length, 0)
  deepEqual(
    seen?.lines.map((line: object) => Object(line).businessId),
    [babbage],
  )
  const now = periodOf('month', today()).name
  await claim({ businessId: babbage, kpiId: revenue, value: '1', period: now })
  deepEqual((await compared({ businessIds: [lovelace], kpiIds }))[0]?.periods, [before, LAST])
  deepEqual((await compared({ businessIds: [babbage], kpiIds }))[0]?.periods, [before, LAST, now])
})
