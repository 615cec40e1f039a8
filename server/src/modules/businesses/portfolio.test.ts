import { daysBetween, today } from '#kernel/periods.ts'
import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { database, machineKey, call } = await testWay()
await call('identity.found-studio', OWNER)
const studioId = idFrom('studio', Object((await call('identity.get-me', {}, machineKey))['studio']).id)
const [holding, other] = [await entity('Holding LLC'), await entity('Other LLC')]
const monthStart = `${today().slice(0, 7)}-01`

async function entity(name: string): Promise<string> {
  const input = { name, kind: 'LLC', jurisdiction: 'US-DE' }
  return String((await call('entities.create-entity', input, machineKey))['id'])
}

async function business(name: string, given: object, moves: object[] = []): Promise<string> {
  const input = { name, entityId: holding, ...given }
  const businessId = String((await call('businesses.create-business', input, machineKey))['id'])
  for (const move of moves) await call('businesses.update-business', { businessId, ...move }, machineKey)
  return businessId
}

const Names = z.array(z.object({ name: z.string() }))
async function names(filter: object, token = machineKey): Promise<string[]> {
  const { items, total } = await call('businesses.list-businesses', filter, token)
  const found = Names.parse(items).map(({ name }) => name)
  equal(total, found.length)
  return found
}

const Stages = z.array(z.object({ stage: z.string() }).catchall(z.number().nullable()))
async function funnel(input: object = {}, token = machineKey) {
  const { stages } = await call('businesses.summarise-funnel', input, token)
  const told = Stages.parse(stages).filter(({ stood }) => stood !== 0)
  return Object.fromEntries(told.map(({ stage, ...figures }) => [stage, figures]))
}

// 59 days an idea, then 92 at validation, then closed; and 41 days an idea that went on to be launched by today.
await business('Atlas', { stage: 'idea', effectiveOn: '2025-01-01' }, [
  { stage: 'validation', effectiveOn: '2025-03-01' },
  { stage: 'closed', effectiveOn: '2025-06-01' },
])
const boreas = await business('Boreas', { stage: 'idea', effectiveOn: '2024-04-01', entityId: other }, [
  { stage: 'validation', effectiveOn: '2024-05-12' },
  { stage: 'solution', effectiveOn: '2024-05-22' },
  { stage: 'launched', effectiveOn: today(), reason: 'It sells.' },
])
await business('Ceres', { stage: 'launched', effectiveOn: today() })
await business('Dido', { stage: 'idea', effectiveOn: today() }, [
  { stage: 'validation', effectiveOn: today() },
  { takesBack: 2 },
])
await call(
  'businesses.archive-business',
  { businessId: await business('Gone', { stage: 'growing' }) },
  machineKey,
)

test('the funnel counts who stood where, who went on, and for how long; what was taken back counts nowhere', async () => {
  const none = { here: 0, staysEnded: 0, medianDays: null, medianDaysSoFar: null }
  const daysOfAtlas = daysBetween({ from: '2025-06-01', to: today() })
  const solutionDays = daysBetween({ from: '2024-05-22', to: today() })
  deepEqual(await funnel(), {
    idea: { here: 1, stood: 3, wentOn: 2, staysEnded: 2, medianDays: 50, medianDaysSoFar: 0 },
    validation: { ...none, stood: 2, wentOn: 1, staysEnded: 2, medianDays: 51 },
    solution: { ...none, stood: 1, wentOn: 1, staysEnded: 1, medianDays: solutionDays },
    launched: { ...none, here: 2, stood: 2, wentOn: 0, medianDaysSoFar: 0 },
    closed: { ...none, here: 1, stood: 1, wentOn: 0, medianDaysSoFar: daysOfAtlas },
  })
})

test('each figure of the funnel is the total of a list', async () => {
  const told = await funnel()
  for (const [stage, { here, stood, wentOn }] of Object.entries(told)) {
    equal((await names({ stage })).length, here)
    equal((await names({ stoodAt: stage })).length, stood)
    equal((await names({ wentOnFrom: stage })).length, wentOn)
  }
  deepEqual(await names({ wentOnFrom: 'idea' }), ['Atlas', 'Boreas'])
  deepEqual(await names({ wentOnFrom: 'validation' }), ['Boreas'])
  deepEqual(await names({ stoodAt: 'validation', asOf: '2025-02-01' }), ['Boreas'])
})

test('the portfolio in figures, and what was only added at a stage did not come to it', async () => {
  deepEqual(await call('businesses.summarise-portfolio', {}, machineKey), {
    asOf: today(),
    atWork: 4,
    live: 2,
    launchedSince: monthStart,
    launched: 1,
    stalled: 0,
    health: { good: 0, watch: 0, poor: 0, unknown: 4 },
  })
  deepEqual(await names({ movedTo: 'launched', movedSince: monthStart }), ['Boreas'])
  deepEqual(await names({ standing: 'live' }), ['Boreas', 'Ceres'])
  deepEqual(await names({ standing: 'ended' }), ['Atlas'])
  deepEqual(await names({ standing: 'alive' }), ['Boreas', 'Ceres', 'Dido'])
  deepEqual(await names({ health: 'unknown' }), ['Atlas', 'Boreas', 'Ceres', 'Dido'])
})

test('what moved is told with its business, page after page, and leads to the businesses that did', async () => {
  const Feed = z.array(
    z.object({
      attribute: z.string(),
      from: z.object({ name: z.string().nullable() }).nullable(),
      to: z.object({ name: z.string().nullable() }).nullable(),
      effectiveOn: z.string(),
      reason: z.string(),
      business: z.object({ name: z.string() }),
    }),
  )
  const line = ({ business: { name }, from, to, effectiveOn }: z.output<typeof Feed>[number]) =>
    `${effectiveOn} ${name}: ${from?.name} > ${to?.name}`
  const page = await call('businesses.list-recent-moves', { since: '2025-01-01', limit: 2 }, machineKey)
  equal(page['total'], 3)
  deepEqual(Feed.parse(page['items']).map(line), [
    `${today()} Boreas: solution > launched`,
    '2025-06-01 Atlas: validation > closed',
  ])
  const rest = { since: '2025-01-01', limit: 2, cursor: page['nextCursor'] }
  const last = await call('businesses.list-recent-moves', rest, machineKey)
  deepEqual(Feed.parse(last['items']).map(line), ['2025-03-01 Atlas: idea > validation'])
  equal(last['nextCursor'], null)
  deepEqual(await names({ movedSince: '2025-01-01' }), ['Atlas', 'Boreas'])
  const owners = { since: '2020-01-01', attribute: 'owner' }
  deepEqual((await call('businesses.list-recent-moves', owners, machineKey))['total'], 0)
})

test('a vintage is the year in which a history begins', async () => {
  const year = Number(today().slice(0, 4))
  const { vintages } = await call('businesses.list-vintages', {}, machineKey)
  const none = { alive: 0, live: 0, spunOut: 0, exited: 0, closed: 0 }
  deepEqual(vintages, [
    { ...none, year, businesses: 2, alive: 2, live: 1 },
    { ...none, year: 2025, businesses: 1, closed: 1 },
    { ...none, year: 2024, businesses: 1, alive: 1, live: 1 },
  ])
  deepEqual(await names({ beganIn: 2025 }), ['Atlas'])
  deepEqual(await names({ beganIn: year, standing: 'alive' }), ['Ceres', 'Dido'])
})

test('a grant on one entity sees the figures, moves and vintages of that entity only', async () => {
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: other }] })
  deepEqual(Object.keys(await funnel({}, token)), ['idea', 'validation', 'solution', 'launched'])
  equal((await funnel({}, token))['idea']?.['stood'], 1)
  const portfolio = await call('businesses.summarise-portfolio', {}, token)
  deepEqual([portfolio['atWork'], portfolio['live']], [1, 1])
  const { total } = await call('businesses.list-recent-moves', { since: '2024-01-01' }, token)
  equal(total, 3)
  equal(Object((await call('businesses.list-vintages', {}, token))['vintages']).length, 1)
  deepEqual(await names({ stoodAt: 'idea' }, token), ['Boreas'])
  equal(
    Object((await call('businesses.list-businesses', { ids: [boreas] }, token))['items'])[0].name,
    'Boreas',
  )
})
