import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { problem } from '#kernel/problem.ts'
import { program } from '#server/runs/program.ts'
import { addPerson } from '#server/test-people.ts'
import { forgetNotifications } from './forget-notifications.ts'
import { testNotifications } from './test-notifications.ts'

const way = await testNotifications()
const { call, make, person, entityId, untilInbox, inbox, unread, shown, database, studioId, records } = way
const operator = () => person({ role: 'operator', covers: null })
const says = (subjectId: string, body: string, token: string) =>
  call('comments.add-comment', { subjectId, body }, token)

const broken = problem('invalid', 'test.broken', () => 'It cannot be done.')
const breaks = program({
  name: 'test.breaks',
  title: () => ({ en: 'Break on purpose', de: 'Geht mit Absicht schief' }),
  input: z.strictObject({}),
  async run() {
    throw broken()
  },
})

test('a run that failed is told to who started it, and read once it is tried again', async () => {
  const ann = await operator()
  const actor = { kind: 'person' as const, id: ann.personId, name: 'Ann' }
  const runId = await way.enqueue(breaks, {}, { actor, personId: ann.personId })
  const worker = way.startWorking([breaks])
  deepEqual(shown(await untilInbox(ann.token, 1)), [
    { kind: 'runs.failed', by: runId, about: runId, outcome: 'failed' },
  ])
  await worker.close()
  equal(await unread(ann.token), 1)
  await call('runs.retry-run', { runId }, ann.token)
  await way.untilFollowed()
  equal(await unread(ann.token), 0)
})

test('rights that cover different parts each open what they cover, and the total says no more', async () => {
  const ann = await operator()
  const ben = await addPerson(database.app, {
    studioId,
    grants: [
      { role: { permissions: ['businesses.read', 'comments.read', 'identity.use-own'] }, covers: entityId },
      { role: { permissions: ['kpis.read', 'comments.read'] }, covers: null },
    ],
  })
  const mention = `@[${ben.personId}] look`
  const bakery = await make('businesses.create-business', { name: 'Bakery', entityId })
  const kpi = await make('kpis.create-kpi', { name: 'Visits', unit: 'count' })
  await says(bakery, mention, ann.token)
  await says(kpi, mention, ann.token)
  const told = await untilInbox(ben.token, 2)
  deepEqual(
    told.map(({ subject }) => subject?.title),
    ['Visits', 'Bakery'],
  )
  const page = await call('notifications.list-notifications', { limit: 1 }, ben.token)
  equal(page['total'], 2)
  const rest = await inbox(ben.token, { limit: 1, cursor: page['nextCursor'] })
  deepEqual(
    rest.map(({ subject }) => subject?.title),
    ['Bakery'],
  )
})

test('after ninety days a notification is forgotten, and not before', async () => {
  const [ann, ben] = [await operator(), await operator()]
  const mill = await make('businesses.create-business', { name: 'Mill', entityId, ownerId: ben.personId })
  await says(mill, 'one', ann.token)
  await says(mill, 'two', ann.token)
  const [newer, older] = await untilInbox(ben.token, 2)
  const age = `update notification set created_at = now() - interval '1 day' * $2 where id = $1`
  await records.query(age, [present(older, 'the older').id, 91])
  await records.query(age, [present(newer, 'the newer').id, 89])
  way.startWorking([forgetNotifications])
  await way.until(await way.enqueue(forgetNotifications, {}), 'done')
  deepEqual(
    (await inbox(ben.token)).map(({ id }) => id),
    [newer?.id],
  )
  deepEqual(way.logged, [])
})
