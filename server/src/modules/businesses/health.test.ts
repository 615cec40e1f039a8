import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { addDays, lastEndedBefore, previousPeriod, today } from '#kernel/periods.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { database, call, machineKey } = await testWay()
const { studio } = await call('identity.found-studio', OWNER)
const studioId = idFrom('studio', z.object({ id: z.string() }).parse(studio).id)
const holding = { name: 'Holding LLC', kind: 'LLC', jurisdiction: 'US-DE' }
const entityId = String((await call('entities.create-entity', holding, machineKey))['id'])
const other = { name: 'Other LLC', kind: 'LLC', jurisdiction: 'US-DE' }
const otherEntityId = String((await call('entities.create-entity', other, machineKey))['id'])
const { items: people } = await call('businesses.list-owners', {}, machineKey)
const ownerId = z.array(z.object({ id: z.string() })).parse(people)[0]?.id

const business = async (name: string, given: object = {}) =>
  String((await call('businesses.create-business', { name, entityId, ownerId, ...given }, machineKey))['id'])
const assess = () => call('businesses.assess-health', {}, machineKey)
const Listed = z.object({
  items: z.array(
    z.object({ name: z.string(), health: z.object({ score: z.int(), band: z.string() }).nullable() }),
  ),
})
async function scores(input: object = {}, token = machineKey) {
  const { items } = Listed.parse(await call('businesses.list-businesses', input, token))
  return Object.fromEntries(
    items.map(({ name, health }) => [name, health && `${health.score} ${health.band}`]),
  )
}
const Reasons = z.object({
  health: z.object({ score: z.int() }).nullable(),
  reasons: z.array(z.object({ rule: z.string(), says: z.string(), points: z.int() })),
})
const healthOf = async (businessId: string, token = machineKey) =>
  Reasons.parse(await call('businesses.get-health', { businessId }, token))

const sixtyOneAgo = addDays(today(), -61)
const zombie = await business('Zombie', { stage: 'idea', effectiveOn: sixtyOneAgo, ownerId: null })
const well = await business('Well')
await business('Twin Lantern')
const twin = await business('Twin Lanterns', { entityId: otherEntityId })

test('nothing is known before the rules looked, and then each reason takes its points once', async () => {
  deepEqual(await scores(), { Zombie: null, Well: null, 'Twin Lantern': null, 'Twin Lanterns': null })
  deepEqual(await healthOf(well), { health: null, reasons: [] })
  deepEqual(await assess(), { changed: 3 })
  deepEqual(await scores(), {
    Zombie: '60 watch',
    Well: '100 good',
    'Twin Lantern': '90 good',
    'Twin Lanterns': '90 good',
  })
  const told = await healthOf(zombie)
  equal(told.health?.score, 60)
  deepEqual(told.reasons, [
    {
      rule: 'businesses.stalled',
      points: 30,
      says: '"Zombie" has been at "idea" for 61 days, and 60 are allowed. Decide on its next stage, or close it.',
    },
    {
      rule: 'businesses.ownerless',
      points: 10,
      says: 'Nobody answers for "Zombie". Name an owner.',
    },
  ])
  deepEqual(await assess(), { changed: 0 })
})

test('the list is narrowed and grouped by it, and what came since is told apart', async () => {
  await business('Newcomer')
  deepEqual(await scores({ health: 'watch' }), { Zombie: '60 watch' })
  deepEqual(await scores({ health: 'poor' }), {})
  const { groups } = await call('businesses.summarise-businesses', { by: 'health' }, machineKey)
  deepEqual(groups, [
    { id: 'good', name: 'good', count: 3 },
    { id: 'watch', name: 'watch', count: 1 },
    { id: null, name: null, count: 1 },
  ])
  await rejects(call('businesses.list-businesses', { health: 'good', asOf: today() }, machineKey), {
    code: 'businesses.health-is-of-now',
  })
  await rejects(call('businesses.summarise-businesses', { by: 'health', asOf: today() }, machineKey), {
    code: 'businesses.health-is-of-now',
  })
})

test('what is mended gives its points back at the next look, and archiving ends health', async () => {
  await call('businesses.update-business', { businessId: zombie, stage: 'validation', ownerId }, machineKey)
  await call('businesses.archive-business', { businessId: twin }, machineKey)
  deepEqual(await assess(), { changed: 3 })
  deepEqual(await scores(), {
    Zombie: '100 good',
    Well: '100 good',
    'Twin Lantern': '100 good',
    Newcomer: '100 good',
  })
  deepEqual(await healthOf(twin), { health: null, reasons: [] })
  await call('businesses.restore-business', { businessId: twin }, machineKey)
  await assess()
})

test('a headline that falls twice is a reason, and so is one that was never told', async () => {
  const kpi = {
    name: 'Revenue',
    unit: 'money',
    currency: 'EUR',
    better: 'up',
    cadence: 'month',
    addsUp: 'sum',
    isHeadline: true,
    graceDays: 0,
  }
  const kpiId = String((await call('kpis.create-kpi', kpi, machineKey))['id'])
  const last = lastEndedBefore('month', today())
  const before = previousPeriod(last)
  const first = previousPeriod(before)
  const tell = (businessId: string, told: readonly string[]) =>
    call(
      'kpis.record-values',
      {
        values: [first, before, last].map(({ name: period }, at) => ({
          businessId,
          kpiId,
          period,
          value: told[at] ?? '0',
        })),
      },
      machineKey,
    )
  await tell(well, ['1000', '900', '800'])
  await tell(zombie, ['1000', '900', '801'])
  const silent = await business('Quiet', { stage: 'launched' })
  await assess()
  deepEqual(
    (await healthOf(well)).reasons.map(({ rule, points, says }) => [rule, points, says]),
    [
      [
        'kpis.falling',
        25,
        `Revenue of "Well" fell from 1,000 EUR in ${first.name} to 800 EUR in ${last.name}, and in each period between. Find out why.`,
      ],
    ],
  )
  deepEqual((await healthOf(zombie)).reasons, [])
  deepEqual(
    (await healthOf(silent)).reasons.map(({ rule }) => rule),
    ['kpis.untold'],
  )
})

test('whoever may not see the other of a pair, or no KPIs, is told neither the reason nor its points', async () => {
  const narrow = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'analyst', covers: otherEntityId }],
  })
  deepEqual(await scores({}, narrow.token), { 'Twin Lanterns': '100 good' })
  deepEqual((await healthOf(twin, narrow.token)).reasons, [])
  equal((await scores({ search: 'Twin Lanterns' }))['Twin Lanterns'], '90 good')
  const grants = [{ role: { permissions: ['businesses.read'] }, covers: null }]
  const counting = await addPerson(database.app, { studioId, grants })
  deepEqual(await healthOf(well, counting.token), { health: { score: 100 }, reasons: [] })
  equal((await scores({ search: 'Well' }))['Well'], '75 watch')
})
