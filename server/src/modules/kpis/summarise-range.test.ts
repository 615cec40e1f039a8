import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { addPerson } from '#server/test-people.ts'
import { refusal } from '#server/test-refusal.ts'
import { testKpis } from './test-kpis.ts'

const { call, claim, database, holding, kpi, list, machineKey, measure, other, studioId } = await testKpis()
const RANGE = { from: '2025-01', to: '2025-03' }

async function business(name: string, given: object, moves: object[] = []): Promise<string> {
  const input = { name, entityId: holding, effectiveOn: '2025-01-01', ...given }
  const businessId = String((await call('businesses.create-business', input, machineKey))['id'])
  for (const move of moves) await call('businesses.update-business', { businessId, ...move }, machineKey)
  return businessId
}

const Points = z.array(z.object({ figure: z.string().nullable(), businesses: z.number() }).loose())
const Range = z.object({
  isSum: z.boolean(),
  periods: z.array(z.string()),
  all: Points,
  groups: z.array(z.object({ id: z.string().nullable(), name: z.string().nullable(), points: Points })),
  other: z.object({ groups: z.number(), points: Points }).nullable(),
})
async function range(input: object, token = machineKey) {
  return Range.parse(await call('kpis.summarise-range', { ...RANGE, ...input }, token))
}
async function figures(input: object, token = machineKey) {
  const { groups } = await range(input, token)
  return Object.fromEntries(groups.map(({ id, points }) => [id, points.map(({ figure }) => figure)]))
}

const revenue = await kpi()
// Moved on 15 February from the holding to the other entity, and from idea to validation.
const mover = await business('Mover', { stage: 'idea' }, [
  { stage: 'validation', entityId: other, effectiveOn: '2025-02-15' },
])
const stayer = await business('Stayer', { stage: 'idea' })
await claim(
  { businessId: mover, kpiId: revenue, period: '2025-01', value: '10.5' },
  { businessId: mover, kpiId: revenue, period: '2025-02', value: '20' },
  { businessId: stayer, kpiId: revenue, period: '2025-01', value: '-4' },
)
await measure({ businessId: mover, kpiId: revenue, period: '2025-01', value: '11' })

test('a range is added up period by period, says where values come from, and leaves gaps unknown', async () => {
  const point = { figure: null, businesses: 0, posted: 0, measured: 0, claimed: 0 }
  const { isSum, periods, all, groups, other: rest } = await range({ kpiId: revenue })
  deepEqual(
    { isSum, periods, all, groups, rest },
    {
      isSum: true,
      periods: ['2025-01', '2025-02', '2025-03'],
      all: [
        { ...point, figure: '7', businesses: 2, measured: 1, claimed: 1 },
        { ...point, figure: '20', businesses: 1, claimed: 1 },
        point,
      ],
      groups: [],
      rest: null,
    },
  )
})

test('a business that moved counts where it was at the end of each period, or where it is at present', async () => {
  deepEqual(await figures({ kpiId: revenue, by: 'entity' }), {
    [holding]: ['7', null, null],
    [other]: [null, '20', null],
  })
  deepEqual(await figures({ kpiId: revenue, by: 'entity', classification: 'present' }), {
    [holding]: ['-4', null, null],
    [other]: ['11', '20', null],
  })
  deepEqual(await figures({ kpiId: revenue, by: 'stage', entityId: other }), {
    validation: [null, '20', null],
  })
  deepEqual(await figures({ kpiId: revenue, by: 'category' }), { null: ['7', '20', null] })
})

test('each point opens as many values as it counts', async () => {
  const of = { kpiId: revenue, isInForce: true }
  for (const classification of ['then', 'present']) {
    const { groups, periods } = await range({ kpiId: revenue, by: 'entity', classification })
    for (const { id: entityId, points } of groups) {
      for (const [at, { businesses }] of points.entries()) {
        const input = { ...of, entityId, classification, from: periods[at], to: periods[at] }
        equal((await list(input))['total'], businesses)
      }
    }
  }
  const now = { ...of, from: '2025-01', to: '2025-01' }
  equal((await list({ ...now, stage: 'idea', classification: 'then' }))['total'], 2)
  equal((await list({ ...now, stage: 'idea' }))['total'], 1)
})

test('percentages are averaged, the greatest six are named, and the others stand together', async () => {
  const margin = await kpi({ unit: 'percent', currency: null, addsUp: 'average' })
  const values = []
  for (let at = 0; at < 8; at++) {
    const { id: categoryId } = await call(
      'businesses.create-category',
      { name: `Category ${at}` },
      machineKey,
    )
    for (let more = 0; more <= at; more++) {
      const businessId = await business(`B ${at} ${more}`, { categoryId })
      values.push({ businessId, kpiId: margin, period: '2025-03', value: String(at * 10 + more) })
    }
  }
  await claim(...values)
  const { isSum, groups, other: rest } = await range({ kpiId: margin, by: 'category' })
  equal(isSum, false)
  deepEqual(
    groups.map(({ name, points }) => [name, points[2]?.figure]),
    [7, 6, 5, 4, 3, 2].map((at) => [`Category ${at}`, String(at * 10 + at / 2)]),
  )
  deepEqual([rest?.groups, rest?.points[2]?.figure, rest?.points[2]?.businesses], [2, '7', 3])
})

test('whoever covers one entity sees its businesses only, and of where they were nothing that is closed', async () => {
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: other }] })
  deepEqual(await figures({ kpiId: revenue, by: 'entity' }, token), {
    null: ['11', null, null],
    [other]: [null, '20', null],
  })
  deepEqual(await figures({ kpiId: revenue, entityId: holding, by: 'stage' }, token), {})
})

test('too long a range, a wrong period and one that ends before it begins are refused', async () => {
  equal(await code({ from: '2015-01' }), 'kpis.range-too-long')
  equal(await code({ from: '2025-Q1' }), 'kpis.no-such-period')
  equal(await code({ from: '2025-04' }), 'kpis.from-after-to')
})

async function code(input: object): Promise<string> {
  return (await refusal(range({ kpiId: revenue, ...input }))).code
}
