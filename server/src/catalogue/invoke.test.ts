import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { Problem } from '#kernel/problem.ts'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { call, invoke, database, machineKey } = await testWay()
const { studio } = await call('identity.found-studio', OWNER)
const studioId = idFrom('studio', Object(studio).id)
const look = await database.look()
const entity = await call(
  'entities.create-entity',
  { name: 'A LLC', kind: 'LLC', jurisdiction: 'US-DE' },
  machineKey,
)
const entityId = entity['id']

function create(name: string, idempotencyKey?: string, token = machineKey) {
  return invoke({
    operation: 'businesses.create-business',
    input: { name, entityId },
    credential: { token, isLocal: true },
    door: 'test',
    requestId: randomUUID(),
    idempotencyKey,
  })
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
}

async function count(table: string): Promise<number> {
  const { rows } = await look.query(`select count(*)::int as count from ${table}`)
  return rows[0].count
}

test('a hundred callers at once share few transactions, and each leaves its own line and event', async () => {
  const [lines, events] = [await count('audit_line'), await count('event')]
  await Promise.all(Array.from({ length: 100 }, (_nothing, at) => create(`Together ${at}`)))
  const { rows } = await look.query(
    `select count(distinct xmin::text)::int as transactions from business where name like 'Together %'`,
  )
  ok(rows[0].transactions <= 10, `${rows[0].transactions} transactions`)
  deepEqual([await count('audit_line'), await count('event')], [lines + 100, events + 100])
})

test('one refused call leaves the others of its group as they are', async () => {
  const businesses = await count('business')
  const unknown = 'ent_01m85sb7dzab5x8gapnap5t3gm'
  const codes = await Promise.all(
    [entityId, unknown, entityId, unknown, entityId].map((entityOf) =>
      codeOf(call('businesses.create-business', { name: 'Mixed', entityId: entityOf }, machineKey)),
    ),
  )
  const refused = 'businesses.unknown-entity'
  deepEqual(codes, ['done', refused, 'done', refused, 'done'])
  equal(await count('business'), businesses + 3)
})

test('one idempotency key sent twenty times at once does one thing', async () => {
  const businesses = await count('business')
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => create('Once', key)))
  equal(await count('business'), businesses + 1)
  equal(answers.filter(({ isReplay }) => !isReplay).length, 1)
  for (const { output } of answers) deepEqual(output, answers[0]?.output)
})

test('an idempotency key with another input or another operation is a conflict, and nothing happens', async () => {
  const key = randomUUID()
  await create('First', key)
  const businesses = await count('business')
  equal(await codeOf(create('Second', key)), 'catalogue.idempotency-conflict')
  equal(await count('business'), businesses)
})

test('a key belongs to who sent it: another person with the same key does their own thing', async () => {
  const key = randomUUID()
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'operator', covers: null }] })
  const first = await create('Mine', key)
  const second = await create('Mine', key, token)
  ok(!second.isReplay && second.output['id'] !== first.output['id'])
})

test('a sign-out acts on the very next request', async () => {
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'operator', covers: null }] })
  equal(await codeOf(call('businesses.list-businesses', {}, token)), 'done')
  await call('identity.sign-out', {}, token)
  equal(await codeOf(call('businesses.list-businesses', {}, token)), 'catalogue.credential-ended')
})

test('a grant on one entity shows that entity’s businesses only, also in totals, and none can be made elsewhere', async () => {
  const other = await call(
    'entities.create-entity',
    { name: 'B LLC', kind: 'LLC', jurisdiction: 'US-DE' },
    machineKey,
  )
  const theirs = await call(
    'businesses.create-business',
    { name: 'Theirs', entityId: other['id'] },
    machineKey,
  )
  const grants = [{ role: 'operator' as const, covers: String(other['id']) }]
  const { token } = await addPerson(database.app, { studioId, grants })
  const list = await call('businesses.list-businesses', {}, token)
  deepEqual([list['total'], list['items']], [1, [{ ...theirs, health: null }]])
  equal(await codeOf(create('Elsewhere', undefined, token)), 'businesses.unknown-entity')
  const done = await call('businesses.create-business', { name: 'Allowed', entityId: other['id'] }, token)
  equal(Object(done['entity']).name, 'B LLC')
  const move = { businessId: theirs['id'], entityId }
  equal(await codeOf(call('businesses.update-business', move, token)), 'businesses.unknown-entity')
})

test('a refusal for want of permission names it, says who can grant it, and is in the record', async () => {
  const { token, personId } = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'analyst', covers: null }],
  })
  const told = await create('No', undefined, token).then(String, (error: unknown) =>
    error instanceof Error ? error.message : '',
  )
  ok(told.includes('businesses.write') && told.includes('Ada Lovelace can grant it'), told)
  const { rows } = await look.query(
    'select outcome, problem_code, input from audit_line where actor_id = $1',
    [personId],
  )
  deepEqual(rows, [{ outcome: 'refused', problem_code: 'catalogue.permission-missing', input: {} }])
})

test('text that PostgreSQL cannot store is named by its path, wherever it stands', async () => {
  for (const [input, path] of [
    [{ name: 'nul \0 byte', entityId }, '/name'],
    [{ name: 'x', entityId, tags: ['ok', '\ud800'] }, '/tags/1'],
  ] as const) {
    const error = await call('businesses.create-business', input, machineKey).catch(
      (thrown: unknown) => thrown,
    )
    deepEqual(error instanceof Problem && error.fields.map((field) => field.path), [path])
  }
})

test('the key of this machine opens nothing from elsewhere', async () => {
  const elsewhere = { token: machineKey, isLocal: false }
  const sent = {
    operation: 'identity.get-me',
    input: {},
    credential: elsewhere,
    door: 'test',
    requestId: randomUUID(),
  } as const
  equal(await codeOf(invoke(sent)), 'catalogue.credential-ended')
})
