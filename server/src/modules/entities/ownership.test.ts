import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { idFrom, newId } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { database, machineKey, call, catalogue } = await testWay()
await call('identity.found-studio', OWNER)
const records = await database.look()
const studioId = idFrom('studio', Object((await call('identity.get-me', {}, machineKey))['studio']).id)
const ask = (operation: string, input: object, token = machineKey) =>
  call(`entities.${operation}`, input, token)

async function entity(name: string): Promise<string> {
  const given = { name: `${name} ${newId('entity').slice(-6)}`, kind: 'LLC', jurisdiction: 'US-DE' }
  return String((await ask('create-entity', given))['id'])
}
async function holder(name: string): Promise<string> {
  const given = { name: `${name} ${newId('holder').slice(-6)}`, kind: 'person' }
  return String((await ask('create-holder', given))['id'])
}

interface Given {
  voting?: string
  economic?: string
  from?: string
  until?: string | null
}
const stake = (entityId: string, ownerId: string, given: Given = {}) => {
  const { voting = '100', economic = voting, from = '2024-01-01', until = null } = given
  const owner = ownerId.startsWith('ent_') ? { entityId: ownerId } : { holderId: ownerId }
  const percents = { votingPercent: voting, economicPercent: economic }
  return ask('record-stake', { entityId, owner, ...percents, from, until })
}
const countStakes = async () => (await records.query('select count(*)::int as n from stake')).rows[0].n
const nodeIn = (structure: Record<string, unknown>, wanted: string) =>
  Object(structure['nodes']).find(({ id }: { id: string }) => id === wanted)

test('a loop of five entities is refused with its path and day, and nothing is changed', async () => {
  const ids = await Promise.all(['A', 'B', 'C', 'D', 'E'].map(entity))
  const at = (place: number) => present(ids[place % 5], 'one of five')
  for (const [place, from] of ['2020-01-01', '2021-01-01', '2022-06-01', '2021-01-01'].entries())
    await stake(at(place + 1), at(place), { from })
  const before = await countStakes()
  const refused = await stake(at(0), at(4), { from: '2019-01-01' }).catch((error: unknown) => error)
  equal(Object(refused).code, 'entities.ownership-circle')
  ok(
    /E \w+ owns A \w+ owns B \w+ owns C \w+ owns D \w+ owns E \w+, from 2022-06-01\./.test(
      Object(refused).message,
    ),
    Object(refused).message,
  )
  equal(await countStakes(), before)
  // Before the youngest stake begins there is no circle.
  await stake(at(0), at(4), { from: '2019-01-01', until: '2022-05-31' })
})

test('120 % is refused with the day and what is free; so are overlapping days, and a stake of nothing', async () => {
  const [owned, one, other] = [await entity('Owned'), await holder('One'), await holder('Other')]
  await stake(owned, one, { voting: '60', economic: '20', from: '2024-01-01' })
  await rejects(stake(owned, other, { voting: '60', from: '2023-01-01' }), {
    code: 'entities.more-than-whole',
    message: /120 % of the voting share .* on 2024-01-01\. At most 40 % is free/,
  })
  await rejects(stake(owned, other, { voting: '0', economic: '80.000001' }), {
    message: /100\.000001 % of the economic share/,
  })
  await stake(owned, other, { voting: '60', from: '2023-01-01', until: '2023-12-31' })
  await stake(owned, other, { voting: '40', economic: '80' })
  await rejects(stake(owned, one, { voting: '1', from: '2024-06-01', until: '2024-07-01' }), {
    code: 'entities.stakes-overlap',
  })
  await rejects(stake(owned, one, { voting: '1', from: '2023-06-01', until: '2023-05-01' }), {
    code: 'entities.ends-before-it-begins',
  })
  await rejects(stake(await entity('None'), one, { voting: '0' }), { code: 'entities.owns-nothing' })
  await rejects(stake(owned, newId('holder'), { voting: '1' }), { code: 'entities.owner-not-found' })
  await rejects(stake(newId('entity'), one), { code: 'entities.entity-not-found' })
})

test('two who would close a circle together, or own 120 % together: one of them is refused', async () => {
  for (let round = 0; round < 5; round++) {
    const [a, b] = [await entity('A'), await entity('B')]
    const circle = await Promise.allSettled([stake(a, b), stake(b, a)])
    deepEqual(circle.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const [c, one, other] = [await entity('C'), await holder('One'), await holder('Other')]
    const sum = await Promise.allSettled([stake(c, one, { voting: '60' }), stake(c, other, { voting: '60' })])
    deepEqual(sum.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  }
})

test('the table refuses the same by itself', async () => {
  const [a, b, c] = [await entity('A'), await entity('B'), await holder('C')]
  await stake(b, a, { voting: '60' })
  const insert = (entityId: string, owner: object, millionths: number) =>
    database.app.write({ studioId, coverage: '*' }, (tx) =>
      tx.prepared(
        `insert into stake (id, studio_id, entity_id, owner_entity_id, owner_holder_id, voting_millionths,
           economic_millionths, from_on) values ($1, $2, $3, $4, $5, $6, 0, '2024-01-01')`,
        [
          newId('stake'),
          studioId,
          entityId,
          Object(owner).entity ?? null,
          Object(owner).holder ?? null,
          millionths,
        ],
      ),
    )
  await rejects(insert(a, { entity: b }, 1), /in a circle/)
  await rejects(insert(b, { holder: c }, 50_000_000), /more than the whole/)
  await rejects(insert(b, { entity: a }, 1), /overlap/)
  await rejects(insert(a, { entity: a }, 1), /in a circle/)
  await rejects(
    database.app.write({ studioId, coverage: '*' }, (tx) => tx.prepared('delete from stake', [])),
    /permission denied/,
  )
})

test('ending, withdrawing and their undos; what was withdrawn stays to be read', async () => {
  const [owned, owner] = [await entity('Owned'), await holder('Owner')]
  const { id: stakeId } = await stake(owned, owner)
  const whole = { votingPercent: '100', economicPercent: '100', from: '2024-01-01' }
  const undo = async (name: string, input: object) => {
    const output = await ask(name, input)
    const operation = catalogue.get(`entities.${name}`)
    const inverse = present(operation.undo(operation.prepare(input), output), 'an undo')
    return call(inverse.operation, inverse.input, machineKey)
  }
  const ended = await undo('end-stake', { stakeId, until: '2025-01-01' })
  equal(Object(ended['stake']).until, null)
  await ask('withdraw-stake', { stakeId, reason: 'Wrong entity.' })
  equal((await ask('list-stakes', { entityId: owned }))['total'], 0)
  await undo('record-stake', { ...whole, entityId: owned, owner: { holderId: owner } })
  await stake(owned, owner)
  const { items: standing } = await ask('list-stakes', { entityId: owned, on: '2024-06-01' })
  equal(Object(standing).length, 1)
  const { items: withdrawn, total } = await ask('list-stakes', { ownerHolderId: owner, withdrawn: true })
  deepEqual(
    Object(withdrawn).map(({ withdrawnReason }: Record<string, unknown>) => withdrawnReason),
    ['Undone.', 'Wrong entity.'],
  )
  equal(total, 2)
  await rejects(ask('end-stake', { stakeId, until: null }), { code: 'entities.already-withdrawn' })
})

test('shares are looked through, control follows groups of votes, and a judgement overrides', async () => {
  const [ada, fund] = [await holder('Ada'), await holder('Fund')]
  const [top, left, right, below] = [
    await entity('Top'),
    await entity('Left'),
    await entity('Right'),
    await entity('Below'),
  ]
  await stake(top, ada, { voting: '100', economic: '33.333333' })
  await stake(left, top, { voting: '51', economic: '50' })
  await stake(right, top, { voting: '60', economic: '10' })
  await stake(below, left, { voting: '30', economic: '40' })
  await stake(below, right, { voting: '21', economic: '20' })
  await stake(below, fund, { voting: '21', economic: '12' })
  const on = '2024-06-01'
  const structure = await ask('get-structure', { on, rootId: ada })
  const node = nodeIn(structure, below)
  // 33.333333 % of (50 % of 40 % + 10 % of 20 %)
  deepEqual(node.lookThrough, [{ ownerId: ada, economicPercent: '7.333333' }])
  deepEqual(node.unrecorded, { votingPercent: '28', economicPercent: '28' })
  deepEqual([node.control.controllerId, node.control.by, node.control.votingPercent], [ada, 'votes', '51'])
  equal(nodeIn(structure, fund), undefined)

  const judged = { entityId: below, from: '2024-07-01', reason: 'A golden share.' }
  const { id: judgementId } = await ask('record-judgement', {
    ...judged,
    owner: { holderId: fund },
    controls: true,
  })
  await rejects(ask('record-judgement', { ...judged, owner: { holderId: ada }, controls: false }), {
    code: 'entities.judgements-overlap',
  })
  const later = nodeIn(await ask('get-structure', { on: '2024-07-01' }), below)
  deepEqual([later.control.controllerId, later.control.by], [fund, 'judgement'])
  equal(nodeIn(await ask('get-structure', { on }), below).control.controllerId, ada)
  await ask('withdraw-judgement', { judgementId, reason: 'None was issued.' })
  await ask('record-judgement', { ...judged, owner: { entityId: left }, controls: false })
  equal(nodeIn(await ask('get-structure', { on: '2024-08-01' }), below).control, null)
  await rejects(
    ask('record-judgement', {
      entityId: top,
      owner: { entityId: below },
      controls: true,
      from: on,
      reason: 'x',
    }),
    { code: 'entities.ownership-circle' },
  )

  const { items } = await ask('list-incomplete-ownership', { on, limit: 200 })
  const found = Object(items).find(({ id }: { id: string }) => id === below)
  deepEqual([found.votingPercent, found.economicPercent], ['28', '28'])
})

test('a grant on one entity opens nothing of who owns it, nor does another studio', async () => {
  const [owned, owner] = [await entity('Owned'), await holder('Owner')]
  await stake(owned, owner)
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'operator', covers: owned }] })
  const code = 'catalogue.permission-missing'
  for (const [name, input] of [
    ['list-stakes', { entityId: owned }],
    ['list-holders', {}],
    ['get-structure', { on: '2024-01-01', rootId: owned }],
    ['list-incomplete-ownership', { on: '2024-01-01' }],
  ] as const)
    await rejects(ask(name, input, token), { code }, name)
  equal((await ask('get-entity', { entityId: owned }, token))['id'], owned)
  await rejects(ask('update-entity', { entityId: owned, kind: 'Inc.' }, token), { code })
})
