import { deepEqual, equal, notDeepEqual, ok, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import type pg from 'pg'
import { present } from '#kernel/assert.ts'
import { idFrom, newId, type Id } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { run } from '../../cli/run.ts'
import type { ExampleFactory, Operation } from './catalogue/operation.ts'
import { restPath } from './doors/rest/rest-door.ts'
import { addPerson, addStudio } from './test-people.ts'
import { OWNER, caller, testSystem, testWay } from './test-system.ts'
import { allOperations, createWay } from './system.ts'
import { tokenHash } from './modules/identity/index.ts'

/** What every operation owes, tested for each one that the catalogue holds: a new operation is covered by existing. */
const operations = allOperations({ setupCode: '' }).operations

/** It works once per installation, so it is tried on one that nobody has founded. */
const BEFORE_FOUNDING = new Set(['identity.found-studio'])

// At the top, not in a hook: `after` within a hook belongs to the first suite that ends.
const system = await testSystem({ isFounded: true })
const ownerKey = system.machineKey
const { invoke } = createWay(system.database.app, { machineKeyHash: tokenHash(ownerKey), setupCode: '' })
const me = await caller(invoke)('identity.get-me', {}, ownerKey)
const studioId = idFrom('studio', Object(me['studio']).id)
const otherStudioId = await addStudio(system.database.app)
const otherOwner = await addPerson(system.database.app, {
  studioId: otherStudioId,
  grants: [{ role: 'owner', covers: null }],
})
const records = await system.database.look()

for (const operation of operations) {
  const { name, effect, scope } = operation
  describe(name, () => {
    if (scope === 'public') {
      test('answers a visitor, and leaves a line in the record where it writes', () =>
        answersVisitor(operation))
    } else {
      test('is refused without permission', () => refusedWithoutPermission(operation))
      test("is refused for another studio's ids, and shows none of them", () => keepsStudiosApart(operation))
      test('answers alike by REST and by CLI', () => doorsAgree(operation))
    }
    test('answers by its schema, with the same keys on the wire', () => obeysSchema(operation))
    if (scope !== 'public' && effect !== 'read') {
      test('leaves one audit line, and replays without a second', () => leavesOneLine(operation))
      test('changes nothing when it is tried first', () => triesWithoutTrace(operation))
    }
    if (operation.isUndoable) test('undo restores what reads show', () => undoRestores(operation))
  })
}

async function answersVisitor(operation: Operation): Promise<void> {
  const [input] = await examplesOf(operation)
  const isFirst = BEFORE_FOUNDING.has(operation.name)
  const way = isFirst ? await testWay() : { invoke, database: system.database }
  const record = isFirst ? await way.database.look() : records
  const linesBefore = await auditLines(record)
  const { output } = await way.invoke(request(operation, input, undefined))
  deepEqual(operation.output.parse(output), output)
  equal(await auditLines(record), linesBefore + (operation.effect === 'read' ? 0 : 1))
}

async function refusedWithoutPermission(operation: Operation): Promise<void> {
  const [input] = await examplesOf(operation)
  await refused(operation, input, undefined, 'catalogue.sign-in-needed')
  await refused(operation, input, 'iza_session_unknown', 'catalogue.credential-ended')
  const lesser = await lesserPerson(operation)
  if (lesser) await refused(operation, input, lesser, 'catalogue.permission-missing')
}

async function keepsStudiosApart(operation: Operation): Promise<void> {
  for (const input of await examplesOf(operation)) {
    const ours = await idsOf(studioId)
    const namesOurs = [...ours].some((id) => JSON.stringify(input).includes(id))
    const answer = await invoke(request(operation, input, otherOwner.token)).then(
      ({ output }) => JSON.stringify(output),
      (error: unknown) => {
        ok(
          error instanceof Problem && ['not-found', 'invalid', 'forbidden'].includes(error.kind),
          String(error),
        )
        return undefined
      },
    )
    // A filter by a foreign id is a list with no rows in it; anything else that names one is refused.
    const isFilter = operation.effect === 'read' && operation.scope === 'covered'
    if (namesOurs && !isFilter) equal(answer, undefined)
    deepEqual(
      [...ours].filter((id) => answer?.includes(id)),
      [],
    )
  }
}

async function obeysSchema(operation: Operation): Promise<void> {
  for (const input of await examplesOf(operation)) {
    const { status, body } = await overRest(operation, input)
    equal(status, 200, JSON.stringify(body))
    deepEqual(operation.output.parse(body), body)
  }
}

async function doorsAgree(operation: Operation): Promise<void> {
  const [input] = await examplesOf(operation)
  const key = randomUUID()
  const direct = await invoke({ ...request(operation, input, ownerKey), idempotencyKey: key })
  const { body, headers } = await overRest(operation, input, key)
  const lines: string[] = []
  const env = { IZA_URL: system.url, IZA_API_KEY: ownerKey }
  const typed = ['call', operation.name, '--input', JSON.stringify(input), '--json', '--idempotency-key', key]
  const exit = await run(typed, { env, out: (line) => lines.push(line), err: (line) => lines.push(line) })
  equal(exit, 0, lines.join('\n'))
  deepEqual(body, direct.output)
  deepEqual(JSON.parse(present(lines[0], 'an answer')), direct.output)
  equal(headers.get('idempotency-replayed'), operation.effect === 'read' ? null : 'true')
}

async function leavesOneLine(operation: Operation): Promise<void> {
  const [input] = await examplesOf(operation)
  const idempotencyKey = randomUUID()
  const linesBefore = await auditLines(records)
  const first = await invoke({ ...request(operation, input, ownerKey), idempotencyKey })
  const again = await invoke({ ...request(operation, input, ownerKey), idempotencyKey })
  equal(await auditLines(records), linesBefore + 1)
  deepEqual(again, { ...first, isReplay: true, issued: undefined })
}

async function triesWithoutTrace(operation: Operation): Promise<void> {
  const [input] = await examplesOf(operation)
  const rows = await everyRow()
  const { output } = await invoke({ ...request(operation, input, ownerKey), isDryRun: true })
  deepEqual(operation.output.parse(output), output)
  deepEqual(await everyRow(), rows)
}

async function undoRestores(operation: Operation): Promise<void> {
  const [input] = await examplesOf(operation)
  const shown = await whatReadsShow(operation.module)
  const { output } = await invoke(request(operation, input, ownerKey))
  notDeepEqual(await whatReadsShow(operation.module), shown, 'the example changes nothing that a read shows')
  const inverse = present(operation.undo(operation.prepare(input), output), 'an inverse')
  await caller(invoke)(inverse.operation, inverse.input, ownerKey)
  deepEqual(await whatReadsShow(operation.module), shown)
}

function request(operation: Pick<Operation, 'name'>, input: unknown, token: string | undefined) {
  return {
    operation: operation.name,
    input,
    credential: { token, isLocal: true },
    door: 'test',
    requestId: randomUUID(),
  } as const
}

async function examplesOf(operation: Operation): Promise<unknown[]> {
  const factory: ExampleFactory = {
    studioId,
    owner: { email: OWNER.email, password: OWNER.password },
    async invoke(wanted, input) {
      const { output } = await invoke(request(wanted, input, ownerKey))
      return wanted.types.output.parse(output)
    },
  }
  const examples = await operation.examples(factory)
  ok(examples.length > 0, `${operation.name} gives no example`)
  for (const example of examples) operation.prepare(example)
  return examples
}

async function refused(
  operation: Pick<Operation, 'name'>,
  input: unknown,
  token: string | undefined,
  code: string,
) {
  await rejects(invoke(request(operation, input, token)), (error) => {
    equal(error instanceof Problem ? error.code : String(error), code)
    return true
  })
}

/** Somebody signed in whose grants do not suffice for the operation, or undefined where any grant does. */
async function lesserPerson({ permission, scope }: Operation): Promise<string | undefined> {
  if (permission === 'identity.use-own') return undefined
  const isRead = permission.endsWith('.read')
  if (isRead && scope !== 'studio') return undefined
  const grant = isRead
    ? { role: 'owner' as const, covers: newId('business') }
    : { role: 'analyst' as const, covers: null }
  return (await addPerson(system.database.app, { studioId, grants: [grant] })).token
}

async function overRest(operation: Operation, input: unknown, idempotencyKey: string = randomUUID()) {
  const server = BEFORE_FOUNDING.has(operation.name) ? await testSystem({ isFounded: false }) : system
  const target = new URL(restPath(operation), server.url)
  const headers = {
    authorization: `Bearer ${ownerKey}`,
    'content-type': 'application/json',
    'idempotency-key': idempotencyKey,
  }
  const isRead = operation.effect === 'read'
  if (isRead)
    for (const [field, value] of Object.entries(Object(input)))
      target.searchParams.append(field, String(value))
  const response = await fetch(target, {
    method: isRead ? 'GET' : 'POST',
    headers,
    body: isRead ? null : JSON.stringify(input),
  })
  const body: unknown = await response.json()
  return { status: response.status, headers: response.headers, body }
}

async function idsOf(studio: Id<'studio'>): Promise<Set<string>> {
  const { rows } = await records.query(
    'select id from business where studio_id = $1 union select id from entity where studio_id = $1 union select id from category where studio_id = $1',
    [studio],
  )
  return new Set(rows.map(({ id }) => id))
}

async function auditLines(record: pg.Client): Promise<number> {
  const { rows } = await record.query('select count(*)::int as count from audit_line')
  return rows[0].count
}

/** How many rows stand in each table, and the newest change to any business. */
async function everyRow(): Promise<unknown> {
  const { rows } = await records.query(`select table_name,
      (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', table_name), false, true, '')))[1]::text as count
    from information_schema.tables where table_schema = 'public' order by table_name`)
  const { rows: newest } = await records.query(
    'select max(updated_at) as at, max(revision) as revision from business',
  )
  const { rows: epochs } = await records.query('select id, access_epoch from studio order by id')
  return { rows, newest, epochs }
}

/** Every read of the module that needs no id, as the owner sees it; without what counts changes. */
async function whatReadsShow(module: string): Promise<unknown> {
  const reads = operations.filter(
    (read) => read.module === module && read.effect === 'read' && read.input.safeParse({}).success,
  )
  const outputs = await Promise.all(reads.map(({ name }) => caller(invoke)(name, {}, ownerKey)))
  return JSON.parse(
    JSON.stringify(outputs, (key, value) =>
      ['revision', 'updatedAt', 'createdAt'].includes(key) ? undefined : value,
    ),
  )
}
