import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { idFrom, newId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { database, machineKey, call, catalogue } = await testWay()
await call('identity.found-studio', OWNER)
const records = await database.look()
const studioId = idFrom('studio', Object((await call('identity.get-me', {}, machineKey))['studio']).id)
const holding = await entity('Holding LLC')
const other = await entity('Other LLC')

async function entity(name: string): Promise<unknown> {
  return (await call('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US-DE' }, machineKey))[
    'id'
  ]
}

async function business(given: object = {}): Promise<unknown> {
  const input = { name: 'Lovelace', entityId: holding, ...given }
  return (await call('businesses.create-business', input, machineKey))['id']
}

const update = (changes: object[], token = machineKey) =>
  call('businesses.update-businesses', { changes }, token)
const read = (businessId: unknown) => call('businesses.get-business', { businessId }, machineKey)

async function refusal(changes: object[], token = machineKey): Promise<Problem> {
  const refused = await update(changes, token).then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error : undefined),
  )
  return present(refused, 'a refusal')
}

test('forty change in one line with an event each, and the undo makes them what they were', async () => {
  const ids = await Promise.all(
    Array.from({ length: 40 }, (_nothing, at) =>
      business({ name: `Forty ${at}`, stage: 'growing', tags: at % 2 ? ['b2b'] : [] }),
    ),
  )
  const shown = await Promise.all(ids.map(read))
  const changes = ids.map((businessId) => ({
    businessId,
    stage: 'spun-out',
    addTags: ['b2b', 'sold'],
    isArchived: true,
  }))
  const output = await update(changes)

  const { rows: lines } = await records.query(
    `select id, jsonb_array_length(changes) as changes from audit_line where operation = 'businesses.update-businesses'`,
  )
  deepEqual(
    lines.map((line) => line.changes),
    [40],
  )
  const { rows: events } = await records.query(
    'select type, count(distinct business_id)::int from event where audit_line_id = $1 group by type',
    [lines[0].id],
  )
  deepEqual(events, [{ type: 'businesses.business-archived', count: 40 }])
  const first = await read(ids[0])
  deepEqual([first['stage'], first['tags'], first['revision']], ['spun-out', ['b2b', 'sold'], 2])

  const operation = catalogue.get('businesses.update-businesses')
  const undo = present(operation.undo(operation.prepare({ changes }), output), 'an undo')
  await call(undo.operation, undo.input, machineKey)
  deepEqual((await Promise.all(ids.map(read))).map(withoutMarks), shown.map(withoutMarks))
})

function withoutMarks({ revision: _revision, updatedAt: _updatedAt, ...rest }: Record<string, unknown>) {
  return rest
}

test('what cannot be made is told at its row and field, and nothing is changed', async () => {
  const [idea, exited, full] = await Promise.all([
    business(),
    business({ stage: 'exited' }),
    business({ tags: Array.from({ length: 50 }, (_nothing, at) => `tag ${at}`) }),
  ])
  const refused = await refusal([
    { businessId: idea, stage: 'validation' },
    { businessId: exited, stage: 'idea' },
    { businessId: full, addTags: ['one more'] },
    { businessId: await business(), revision: 7, name: 'Late' },
    { businessId: await business(), entityId: newId('entity') },
  ])
  equal(refused.code, 'businesses.changes-refused')
  deepEqual(
    refused.fields.map(({ path }) => path),
    ['/changes/1/stage', '/changes/2/addTags', '/changes/3/revision', '/changes/4/entityId'],
  )
  equal((await read(idea))['stage'], 'idea')
})

test('one business is changed once', async () => {
  const businessId = await business()
  const refused = await refusal([
    { businessId, name: 'One' },
    { businessId, name: 'Other' },
  ])
  deepEqual([refused.code, refused.fields[0]?.path], ['catalogue.invalid-input', '/changes/1/businessId'])
})

test('a move is taken back by its revision also after another change, and not by a step back', async () => {
  const businessId = await business({ stage: 'launched' })
  await update([{ businessId, stage: 'exited' }])
  await update([{ businessId, name: 'Sold' }])
  deepEqual(
    (await refusal([{ businessId, stage: 'launched' }])).fields.map(({ path }) => path),
    ['/changes/0/stage'],
  )
  await update([{ businessId, takesBack: 2 }])
  const { stage, name, revision } = await read(businessId)
  deepEqual({ stage, name, revision }, { stage: 'launched', name: 'Sold', revision: 4 })
})

test('grants on one entity change its businesses, and take none of them out of it', async () => {
  const { token } = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'operator', covers: String(holding) }],
  })
  const [ours, theirs] = [await business(), await business({ entityId: other })]
  await update([{ businessId: ours, name: 'Ours' }], token)
  equal((await refusal([{ businessId: ours, entityId: other }], token)).code, 'businesses.changes-refused')
  equal(
    (
      await refusal(
        [
          { businessId: ours, name: 'No' },
          { businessId: theirs, name: 'No' },
        ],
        token,
      )
    ).code,
    'catalogue.not-found',
  )
  equal((await read(ours))['name'], 'Ours')
})

test('archiving what is archived leaves no event', async () => {
  const businessId = await business()
  await update([{ businessId, isArchived: true }])
  const { items } = await update([{ businessId, isArchived: true, addTags: [] }])
  deepEqual(items, [{ businessId, revision: 2, previous: {} }])
  await rejects(update([]), { code: 'catalogue.invalid-input' })
})
