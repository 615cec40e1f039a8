import { today } from '#kernel/periods.ts'
import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { OWNER, testWay } from '#server/test-system.ts'

const { machineKey, call } = await testWay()
await call('identity.found-studio', OWNER)
const holding = { name: 'Holding LLC', kind: 'LLC', jurisdiction: 'US-DE' }
const entityId = String((await call('entities.create-entity', holding, machineKey))['id'])

function daysAgo(days: number): string {
  return new Date(Date.parse(today()) - days * 86_400_000).toISOString().slice(0, 10)
}

async function business(name: string, stage: string, days: number): Promise<string> {
  const input = { name, entityId, stage, effectiveOn: daysAgo(days) }
  return String((await call('businesses.create-business', input, machineKey))['id'])
}

async function names(input: object): Promise<string[]> {
  const { items } = await call('businesses.list-businesses', input, machineKey)
  return z
    .array(z.object({ name: z.string() }))
    .parse(items)
    .map(({ name }) => name)
}

await business('At the limit', 'idea', 60)
await business('Zombie', 'idea', 61)
await business('Grown', 'growing', 3000)
await business('Left', 'closed', 3000)

test('what stands longer than its clock allows is found, with the rule beside it', async () => {
  deepEqual(await names({ isStalled: true }), ['Zombie'])
  deepEqual(await names({ isStalled: false }), ['At the limit', 'Grown', 'Left'])
  const { items } = await call('exceptions.list-exceptions', { rule: 'businesses.stalled' }, machineKey)
  const told = z.array(z.object({ says: z.string() })).parse(items)
  deepEqual(
    told.map(({ says }) => says),
    ['"Zombie" has been at "idea" for 61 days, and 60 are allowed. Decide on its next stage, or close it.'],
  )
})

test('a studio sets its own clocks, and takes them off', async () => {
  await call('businesses.set-stage-clock', { stage: 'idea', daysMax: 59 }, machineKey)
  await call('businesses.set-stage-clock', { stage: 'growing', daysMax: 2999 }, machineKey)
  deepEqual(await names({ isStalled: true }), ['At the limit', 'Grown', 'Zombie'])
  deepEqual(await names({ isStalled: true, asOf: daysAgo(1) }), ['Zombie'])
  await call('businesses.set-stage-clock', { stage: 'idea', daysMax: null }, machineKey)
  deepEqual(await names({ isStalled: true }), ['Grown'])
  const { clocks } = await call('businesses.list-stage-clocks', {}, machineKey)
  deepEqual(z.array(z.object({ stage: z.string() }).loose()).parse(clocks)[0], {
    stage: 'idea',
    daysMax: null,
    isOwn: true,
    rule: 'A business may stay at "idea" for any time.',
  })
})
