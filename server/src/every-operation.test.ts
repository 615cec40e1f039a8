import { deepEqual, equal, notDeepEqual, ok, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { idFrom } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { isRecord } from '#kernel/records.ts'
import { run } from '../../cli/run.ts'
import type { Invoke } from './catalogue/invoke.ts'
import type { Operation } from './catalogue/operation.ts'
import { restPath } from './doors/rest/rest-door.ts'
import { graphqlSchema } from './doors/graphql/graphql-schema.ts'
import { toolName } from './doors/mcp/operation-tools.ts'
import { askGraphql, graphqlCall, mcpClient } from './test-doors.ts'
import { testActors, testRequest } from './test-actors.ts'
import { addPerson, addStudio, signUp } from './test-people.ts'
import { auditLines, everyRow, idsOf } from './test-records.ts'
import { caller, testSystem, testWay } from './test-system.ts'
import { declaredCatalogue } from './all-modules.ts'
import { createWay } from './system.ts'

/** What every operation owes, tested for each one that the catalogue holds: a new operation is covered by existing. */
const catalogue = declaredCatalogue()
const { operations } = catalogue
const schema = graphqlSchema(catalogue)

/** These work once per installation, or in a demonstration alone: they are tried on one of their own. */
const NEW_INSTALLATION = new Set(['identity.found-studio', 'demo.found-studio', 'identity.enter-demo'])
/** What it measures moves with every invocation: doors agree on its shape, and not on its figures. */
const OF_THIS_MOMENT = new Set(['monitoring.get-health'])
/** A challenge is another one each time, and shows nothing of what there is. */
const ANOTHER_EACH_TIME = new Set(['identity.begin-passkey-sign-in'])

// At the top, not in a hook: `after` within a hook belongs to the first suite that ends.
const system = await testSystem({ isFounded: true })
const ownerKey = system.machineKey
const way = createWay(system.database.app, system.settings)
/** A passkey of an example is to be good both here and over REST, so its page stands where the doors are. */
const site = { host: 'localhost', origins: [system.url] }
const invoke: Invoke = (request) => way.invoke({ ...request, credential: { ...request.credential, site } })
const me = await caller(invoke)('identity.get-me', {}, ownerKey)
const studioId = idFrom('studio', Object(me['studio']).id)
const otherStudioId = await addStudio(system.database.app)
const otherOwner = await addPerson(system.database.app, {
  studioId: otherStudioId,
  grants: [{ role: 'owner', covers: null }],
})
const records = await system.database.look()
const machine = await mcpClient({ url: system.url, token: ownerKey })
const { actorFor, examplesOf, letCodesWorkAgain, somebody } = await testActors({
  invoke,
  machineKey: ownerKey,
  records,
  studioId,
  origin: system.url,
})

const everyPermission = [...new Set(operations.map(({ permission }) => permission))]

for (const operation of operations) {
  const { name, effect, scope } = operation
  describe(name, () => {
    if (scope === 'public') {
      test('answers a visitor, and leaves a line in the record where it writes', () =>
        answersVisitor(operation))
    } else {
      test('is refused without permission', () => refusedWithoutPermission(operation))
      test("is refused for another studio's ids, and shows none of them", () => keepsStudiosApart(operation))
      test('answers alike by REST, CLI, GraphQL and MCP', () => doorsAgree(operation))
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
  const isElsewhere = NEW_INSTALLATION.has(operation.name)
  const there = isElsewhere ? await testWay() : { invoke, database: system.database }
  if (operation.name === 'identity.enter-demo') await caller(there.invoke)('demo.found-studio', {})
  const record = isElsewhere ? await there.database.look() : records
  const [input] = await examplesOf(operation, { token: ownerKey, self: somebody })
  const credential = await visitorOf(operation)
  const linesBefore = await auditLines(record)
  const { output } = await there.invoke({ ...testRequest(operation, input, undefined), credential })
  deepEqual(operation.output.parse(output), output)
  // A sign-in that waits for its second step has not happened yet, so nothing stands in a record.
  const hasHappened = operation.effect !== 'read' && output['next'] !== 'second-factor'
  equal(await auditLines(record), linesBefore + (hasHappened ? 1 : 0))
}

/** What a visitor's browser sends along: nothing, but to renew a session its refresh token. */
async function visitorOf({ name }: Operation) {
  const isRenewal = name === 'identity.renew-session'
  const refreshToken = isRenewal ? (await signUp(invoke, ownerKey, 'analyst')).refreshToken : undefined
  return { token: undefined, isLocal: true, refreshToken }
}

async function refusedWithoutPermission(operation: Operation): Promise<void> {
  const [input] = await examplesOf(operation, await actorFor(operation))
  await refused(operation, input, undefined, 'catalogue.sign-in-needed')
  await refused(operation, input, 'iza_key_unknown', 'catalogue.credential-ended')
  const others = everyPermission.filter((permission) => permission !== operation.permission)
  const grants = [{ role: { permissions: others }, covers: null }]
  const { token } = await addPerson(system.database.app, { studioId, grants })
  await refused(operation, input, token, 'catalogue.permission-missing')
}

async function keepsStudiosApart(operation: Operation): Promise<void> {
  for (const input of await examplesOf(operation, await actorFor(operation))) {
    const ours = await idsOf(records, studioId)
    const namesOurs = [...ours].some((id) => JSON.stringify(input).includes(id))
    const answer = await invoke(testRequest(operation, input, otherOwner.token)).then(
      ({ output }) => JSON.stringify(output),
      (error: unknown) => {
        ok(error instanceof Problem && !['broken', 'unavailable'].includes(error.kind), String(error))
        return undefined
      },
    )
    // A filter by a foreign id is a list with no rows in it; anything else that names one is refused.
    const isList = operation.scope === 'covered' || 'items' in operation.output.shape
    const isFilter = operation.effect === 'read' && isList
    if (namesOurs && !isFilter) equal(answer, undefined)
    deepEqual(
      [...ours].filter((id) => answer?.includes(id)),
      [],
    )
  }
}

async function obeysSchema(operation: Operation): Promise<void> {
  const actor = await actorFor(operation)
  for (const input of await examplesOf(operation, actor)) {
    const { status, body } = await overRest(operation, { input, token: actor.token })
    equal(status, 200, JSON.stringify(body))
    deepEqual(operation.output.parse(body), body)
    await letCodesWorkAgain()
  }
}

async function doorsAgree(operation: Operation): Promise<void> {
  const actor = await actorFor(operation)
  const { token } = actor
  const [input] = await examplesOf(operation, actor)
  const key = randomUUID()
  const isReplay = operation.effect !== 'read'
  const { output } = await invoke({ ...testRequest(operation, input, token), idempotencyKey: key })

  const told = (answer: unknown): unknown =>
    OF_THIS_MOMENT.has(operation.name) ? Object.keys(operation.output.parse(answer)).toSorted() : answer
  const { body, headers } = await overRest(operation, { input, token, idempotencyKey: key })
  deepEqual(told(body), told(output))
  equal(headers.get('idempotency-replayed'), isReplay ? 'true' : null)

  const [lines, env]: [string[], NodeJS.ProcessEnv] = [[], { IZA_URL: system.url, IZA_API_KEY: token }]
  const typed = ['call', operation.name, '--input', JSON.stringify(input), '--json', '--idempotency-key', key]
  const exit = await run(typed, { env, out: (line) => lines.push(line), err: (line) => lines.push(line) })
  equal(exit, 0, lines.join('\n'))
  deepEqual(told(JSON.parse(present(lines[0], 'an answer'))), told(output))

  const sent = isReplay ? { ...Object(input), idempotencyKey: key } : Object(input)
  const asked = graphqlCall(schema, operation, sent)
  const answer = await askGraphql({ url: system.url, token }, asked.query, asked.variables)
  deepEqual(answer.codes, [], asked.query)
  // GraphQL has no absent fields: what an answer leaves out is null there.
  deepEqual(withoutNulls(told(asked.read(answer.data))), withoutNulls(told(output)))
  deepEqual(answer.extensions?.replayed, isReplay ? [asked.field] : undefined)

  const agent = token === ownerKey ? machine : await mcpClient({ url: system.url, token })
  const called = await agent.call(toolName(operation), sent)
  equal(called.code, undefined)
  // A page may be cut to what an agent can hold: then it is the beginning of the page.
  const rows: unknown = called.output['items']
  const isCut = called.meta['iza/cut'] === true && Array.isArray(rows)
  deepEqual(
    isCut ? rows : told(called.output),
    isCut ? Object(output).items.slice(0, rows.length) : told(output),
  )
  equal(called.meta['iza/replayed'], isReplay || undefined)
}

function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, inner: unknown) => inner ?? undefined)
}

async function leavesOneLine(operation: Operation): Promise<void> {
  const actor = await actorFor(operation)
  const [input] = await examplesOf(operation, actor)
  const idempotencyKey = randomUUID()
  const linesBefore = await auditLines(records)
  const first = await invoke({ ...testRequest(operation, input, actor.token), idempotencyKey })
  const again = await invoke({ ...testRequest(operation, input, actor.token), idempotencyKey })
  equal(await auditLines(records), linesBefore + 1)
  deepEqual(again, { ...first, isReplay: true, issued: undefined })
}

async function triesWithoutTrace(operation: Operation): Promise<void> {
  const actor = await actorFor(operation)
  const [input] = await examplesOf(operation, actor)
  const rows = await everyRow(records)
  const { output } = await invoke({ ...testRequest(operation, input, actor.token), isDryRun: true })
  deepEqual(operation.output.parse(output), output)
  deepEqual(await everyRow(records), rows)
}

async function undoRestores(operation: Operation): Promise<void> {
  const actor = await actorFor(operation)
  const [input] = await examplesOf(operation, actor)
  // What is one's own is shown to nobody else.
  const reader = actor.self === somebody ? somebody.token : actor.token
  const shown = await whatReadsShow(operation.module, reader)
  const { output } = await invoke(testRequest(operation, input, actor.token))
  notDeepEqual(
    await whatReadsShow(operation.module, reader),
    shown,
    'the example changes nothing that a read shows',
  )
  const inverse = present(operation.undo(operation.prepare(input), output), 'an inverse')
  await caller(invoke)(inverse.operation, inverse.input, actor.token)
  deepEqual(await whatReadsShow(operation.module, reader), shown)
}

async function refused(operation: Operation, input: unknown, token: string | undefined, code: string) {
  await rejects(invoke(testRequest(operation, input, token)), (error) => {
    equal(error instanceof Problem ? error.code : String(error), code)
    return true
  })
}

async function overRest(
  operation: Operation,
  given: { input: unknown; token: string; idempotencyKey?: string },
) {
  const fresh = { isFounded: false, isDemo: operation.name === 'identity.enter-demo' }
  const server = NEW_INSTALLATION.has(operation.name) ? await testSystem(fresh) : system
  const [target, isRead] = [new URL(restPath(operation), server.url), operation.effect === 'read']
  const { refreshToken } = await visitorOf(operation)
  const headers = {
    authorization: `Bearer ${given.token}`,
    'content-type': 'application/json',
    'idempotency-key': given.idempotencyKey ?? randomUUID(),
    ...(refreshToken && { cookie: `iza_refresh=${refreshToken}`, origin: server.url }),
  }
  if (isRead) {
    for (const [field, value] of Object.entries(Object(given.input)))
      for (const one of Array.isArray(value) ? value : [value])
        target.searchParams.append(field, isRecord(one) ? JSON.stringify(one) : String(one))
  }
  const body = isRead ? null : JSON.stringify(given.input)
  const response = await fetch(target, { method: isRead ? 'GET' : 'POST', headers, body })
  const answer: unknown = await response.json()
  return { status: response.status, headers: response.headers, body: answer }
}

/** What counts or dates a change, and not what was changed. */
const MARKS_OF_CHANGE = new Set(['revision', 'updatedAt', 'createdAt', 'lastUsedAt', 'idleUntil', 'editedAt'])

/** Every read of the module that needs no id, as this owner sees it; of lists every page, for the suite fills them. */
async function whatReadsShow(module: string, token: string): Promise<unknown> {
  const reads = operations.filter(
    (read) =>
      read.module === module &&
      read.effect === 'read' &&
      read.input.safeParse({}).success &&
      !ANOTHER_EACH_TIME.has(read.name),
  )
  const outputs = await Promise.all(reads.map((read) => allPages(read, token)))
  return JSON.parse(JSON.stringify(outputs, (key, value) => (MARKS_OF_CHANGE.has(key) ? undefined : value)))
}

async function allPages(
  { name, input }: Pick<Operation, 'name' | 'input'>,
  token: string,
  cursor?: unknown,
): Promise<unknown[]> {
  const page = { ...('limit' in input.shape && { limit: 200 }), ...(cursor !== undefined && { cursor }) }
  const { nextCursor, ...shown } = await caller(invoke)(name, page, token)
  return [
    shown,
    ...(typeof nextCursor === 'string' ? await allPages({ name, input }, token, nextCursor) : []),
  ]
}
