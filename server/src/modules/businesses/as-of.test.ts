import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { database, machineKey, call } = await testWay()
await call('identity.found-studio', OWNER)
const studioId = idFrom('studio', Object((await call('identity.get-me', {}, machineKey))['studio']).id)
const [holding, other] = [await entity('Holding LLC'), await entity('Other LLC')]

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

const Items = z.array(
  z.object({ name: z.string(), stage: z.string(), stageSince: z.string(), daysInStage: z.number() }),
)

async function list(input: object, token = machineKey): Promise<string[]> {
  const { items, total } = await call('businesses.list-businesses', input, token)
  const rows = Items.parse(items)
  equal(total, rows.length)
  return rows.map(
    ({ name, stage, stageSince, daysInStage }) => `${name} ${stage} ${stageSince} ${daysInStage}`,
  )
}

async function groups(input: object, token = machineKey) {
  const output = await call('businesses.summarise-businesses', input, token)
  const counted = z.array(z.object({ id: z.string().nullable(), count: z.number() })).parse(output['groups'])
  return Object.fromEntries(counted.map(({ id, count }) => [id, count]))
}

const atlas = await business('Atlas', { stage: 'idea', effectiveOn: '2025-01-01' }, [
  { stage: 'validation', effectiveOn: '2025-03-01' },
  { stage: 'solution', effectiveOn: '2025-06-01', entityId: other },
])
await business('Boreas', { stage: 'launched', effectiveOn: '2025-04-01' }, [
  { stage: 'growing', effectiveOn: '2025-09-01' },
  { stage: 'growing', effectiveOn: '2025-05-01' },
])
await business('Ceres', { stage: 'idea' })

test('a list of a day shows where each stood, since when, and none that began later', async () => {
  deepEqual(await list({ asOf: '2024-12-31' }), [])
  deepEqual(await list({ asOf: '2025-01-01' }), ['Atlas idea 2025-01-01 0'])
  deepEqual(await list({ asOf: '2025-04-11' }), [
    'Atlas validation 2025-03-01 41',
    'Boreas launched 2025-04-01 10',
  ])
  deepEqual(await list({ asOf: '2025-12-31', stage: 'growing' }), ['Boreas growing 2025-05-01 244'])
})

test('by the present classification, those of the day are told by where they are now', async () => {
  deepEqual(await groups({ asOf: '2025-04-11' }), { validation: 1, launched: 1 })
  deepEqual(await groups({ asOf: '2025-04-11', classification: 'present' }), { solution: 1, growing: 1 })
  deepEqual(await groups({ asOf: '2025-04-11', by: 'entity' }), { [holding]: 2 })
  deepEqual(await groups({ asOf: '2025-04-11', by: 'entity', classification: 'present' }), {
    [holding]: 1,
    [other]: 1,
  })
  deepEqual(await groups({ asOf: '2025-04-11', stage: 'solution', classification: 'present' }), {
    solution: 1,
  })
  deepEqual(await groups({ asOf: '2025-04-11', stage: 'solution' }), {})
})

test('what is archived today was at work before', async () => {
  const businessId = await business('Dido', { stage: 'idea', effectiveOn: '2025-02-01' })
  await call('businesses.archive-business', { businessId }, machineKey)
  deepEqual(await list({ asOf: '2025-02-02', search: 'Dido' }), ['Dido idea 2025-02-01 1'])
  deepEqual(await list({ asOf: '2025-02-02', search: 'Dido', isArchived: true }), [])
  deepEqual(await list({ search: 'Dido' }), [])
})

test('a day to come is refused, and a move that was taken back is no part of any day', async () => {
  await rejects(list({ asOf: '2199-01-01' }), { code: 'businesses.as-of-to-come' })
  const businessId = await business('Echo', { stage: 'idea', effectiveOn: '2025-01-01' }, [
    { stage: 'closed', effectiveOn: '2025-02-01' },
    { takesBack: 2 },
  ])
  deepEqual(await list({ asOf: '2025-03-01', ids: [businessId] }), ['Echo idea 2025-01-01 59'])
})

test('grants decide by where a business is now, and tell nothing of an entity that they do not cover', async () => {
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: other }] })
  deepEqual(await list({ ids: [atlas], asOf: '2025-12-31' }, token), ['Atlas solution 2025-06-01 213'])
  // It was in the holding then, which is closed to them: total and groups leave it out as the rows do.
  deepEqual(await list({ asOf: '2025-04-11' }, token), [])
  deepEqual(await groups({ asOf: '2025-04-11', by: 'entity' }, token), {})
  deepEqual(await groups({ asOf: '2025-04-11', by: 'entity', classification: 'present' }, token), {
    [other]: 1,
  })
})
