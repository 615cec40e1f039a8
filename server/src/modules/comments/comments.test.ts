import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { addPerson, addStudio, type TestGrant } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { database, machineKey, call } = await testWay()
await call('identity.found-studio', OWNER)
const me = await call('identity.get-me', {}, machineKey)
const studioId = idFrom('studio', Object(me['studio']).id)
const records = await database.look()
const make = async (operation: string, input: object) =>
  String((await call(operation, input, machineKey))['id'])
const holding = { kind: 'LLC', jurisdiction: 'US-DE' }
const [ours, theirs] = [
  await make('entities.create-entity', { name: 'Ours LLC', ...holding }),
  await make('entities.create-entity', { name: 'Theirs LLC', ...holding }),
]
const business = (name: string, entityId: string) => make('businesses.create-business', { name, entityId })
const [bakery, tannery] = [await business('Bakery', ours), await business('Tannery', theirs)]
const kpi = await make('kpis.create-kpi', {
  name: 'Revenue',
  unit: 'money',
  currency: 'EUR',
  cadence: 'month',
})

const person = (role: TestGrant['role'], covers: string | null) =>
  addPerson(database.app, { studioId, grants: [{ role, covers }] })
const ofOurs = await person('operator', ours)
const ofTannery = await person('operator', tannery)
const reader = await person('analyst', null)
const ofAll = await person('operator', null)

const Comments = z.object({ items: z.array(z.looseObject({ id: z.string(), body: z.string() })) })
async function bodies(token: string, subjectId?: string): Promise<string[]> {
  const { items } = Comments.parse(await call('comments.list-comments', { subjectId }, token))
  return items.map(({ body }) => body)
}
const add = (subjectId: string, body: string, token: string) =>
  call('comments.add-comment', { subjectId, body }, token)

async function refused(work: Promise<unknown>, code: string, words = /./): Promise<void> {
  await rejects(work, (error) => {
    ok(error instanceof Problem, String(error))
    equal(error.code, code)
    ok(words.test(error.message), error.message)
    return true
  })
}
const NOT_OPEN = 'catalogue.not-found'

test('a comment is read by whoever sees its subject, and by nobody else', async () => {
  await add(bakery, 'The oven is paid.', ofOurs.token)
  await add(tannery, 'The river smells.', ofTannery.token)
  await add(ours, 'The accountant asks for the book.', ofOurs.token)
  await add(kpi, 'In thousands, please.', ofOurs.token)
  deepEqual(await bodies(ofOurs.token, bakery), ['The oven is paid.'])
  deepEqual(await bodies(reader.token, bakery), ['The oven is paid.'])
  await refused(bodies(ofTannery.token, bakery), NOT_OPEN)
  await refused(add(bakery, 'Me too', ofTannery.token), NOT_OPEN)
  // They see an entity of a business of theirs by name, and are not granted the entity.
  await refused(bodies(ofTannery.token, theirs), NOT_OPEN)
  deepEqual(await bodies(ofTannery.token), ['In thousands, please.', 'The river smells.'])
  deepEqual(await bodies(ofOurs.token), [
    'In thousands, please.',
    'The accountant asks for the book.',
    'The oven is paid.',
  ])
  await refused(add(bakery, 'I only read', reader.token), 'catalogue.permission-missing')
  const stranger = await addPerson(database.app, {
    studioId: await addStudio(database.app),
    grants: [{ role: 'owner', covers: null }],
  })
  await refused(add(bakery, 'Hello', stranger.token), NOT_OPEN)
  await refused(bodies(stranger.token, bakery), NOT_OPEN)
  deepEqual(await bodies(stranger.token), [])
})

test('only who may see the subject can be mentioned, and the event names them', async () => {
  const body = `@[${reader.personId}] and @[${ofOurs.personId}], and @[${reader.personId}] again`
  const told = await add(bakery, body, ofOurs.token)
  deepEqual(told['mentions'], [
    { id: reader.personId, name: 'Test Person' },
    { id: ofOurs.personId, name: 'Test Person' },
  ])
  const { rows } = await records.query(
    `select data, business_id, permission, subject_id from event where type = 'comments.comment-added' order by id desc limit 1`,
  )
  deepEqual(rows, [
    {
      data: { after: { commentId: told['id'], mentioned: [reader.personId, ofOurs.personId] } },
      business_id: bakery,
      permission: 'comments.read',
      subject_id: bakery,
    },
  ])
  await refused(
    add(bakery, `@[${ofTannery.personId}]`, ofOurs.token),
    'comments.cannot-be-mentioned',
    /^Test Person cannot see/,
  )
  const unknown = 'per_01aaaaaaaaaaaaaaaaaaaaaaaa'
  await refused(add(bakery, `@[${unknown}]`, ofOurs.token), 'comments.cannot-be-mentioned', /^per_01aa/)
  const many = Array.from({ length: 21 }, (_, at) => `@[per_01aaaaaaaaaaaaaaaaaaaaaa${10 + at}]`).join(' ')
  await refused(add(bakery, many, ofOurs.token), 'comments.too-many-mentions', /21/)
})

test('who can be mentioned is offered by name', async () => {
  const input = { subjectId: tannery, named: 'TEST p', limit: 20 }
  const { people } = await call('comments.list-mentionable', input, ofTannery.token)
  const ids = z.array(z.object({ id: z.string() })).parse(people)
  deepEqual(
    ids.map(({ id }) => id).toSorted(),
    [ofTannery.personId, reader.personId, ofAll.personId].toSorted(),
  )
  const none = await call('comments.list-mentionable', { subjectId: tannery, named: '%' }, ofTannery.token)
  deepEqual(none, { people: [] })
})

test('words are changed by who wrote them alone, and a change that was not seen is not written over', async () => {
  const { id: commentId } = await add(bakery, 'First', ofOurs.token)
  const edit = (body: string, token: string, revision?: number) =>
    call('comments.edit-comment', { commentId, body, ...(revision && { revision }) }, token)
  await refused(edit('Mine now', ofAll.token), 'comments.not-yours')
  await refused(edit('Mine now', ofTannery.token), NOT_OPEN)
  const edited = await edit('Second', ofOurs.token, 1)
  equal(edited['earlierBody'], 'First')
  equal(Object(edited['comment']).revision, 2)
  ok(Object(edited['comment']).editedAt)
  await refused(edit('Third', ofOurs.token, 1), 'comments.edited-since', /revision 2/)
  const { rows } = await records.query(
    `select input ->> 'body' as body from audit_line where input::text like '%' || $1 || '%' or
       changes::text like '%' || $1 || '%' and outcome = 'done' order by at`,
    [commentId],
  )
  ok(['First', 'Second'].every((body) => rows.some((row) => row.body === body)))
})

test('one’s own are removed and brought back; others’ by moderators, and those stay away', async () => {
  const { id: commentId } = await add(bakery, 'Out of place', ofOurs.token)
  const remove = (token: string) => call('comments.remove-comment', { commentId }, token)
  const restore = (token: string) => call('comments.restore-comment', { commentId }, token)
  await refused(remove(ofAll.token), 'comments.not-yours-to-remove', /comments\.moderate/)
  await remove(ofOurs.token)
  ok(!(await bodies(ofOurs.token, bakery)).includes('Out of place'))
  await refused(remove(ofOurs.token), NOT_OPEN)
  await restore(ofOurs.token)
  await remove(machineKey)
  await refused(restore(ofOurs.token), 'comments.not-yours-to-remove')
  const timeline = await call('subjects.list-timeline', { subjectId: bakery }, reader.token)
  ok(!JSON.stringify(timeline).includes('Out of place'), 'the timeline keeps what was removed')
  await restore(machineKey)
  ok((await bodies(ofOurs.token, bakery)).includes('Out of place'))
})

test('words are kept as they are, and their length has a bound', async () => {
  const script = '<script>alert(1)</script> & "quotes" @[nobody] ]]>'
  equal((await add(bakery, script, ofOurs.token))['body'], script)
  await refused(add(bakery, 'x'.repeat(4001), ofOurs.token), 'catalogue.invalid-input')
  await refused(add(bakery, '   ', ofOurs.token), 'catalogue.invalid-input', /write something/)
  await refused(
    add(reader.personId, 'About you', ofOurs.token),
    'catalogue.invalid-input',
    /expected the id of one of/,
  )
})
