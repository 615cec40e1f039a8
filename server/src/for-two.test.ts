import { deepEqual, equal } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { run } from '../../cli/run.ts'
import { declaredCatalogue } from './all-modules.ts'
import { graphqlSchema } from './doors/graphql/graphql-schema.ts'
import { toolName } from './doors/mcp/operation-tools.ts'
import { restPath } from './doors/rest/rest-door.ts'
import { createWay } from './system.ts'
import { FOR_TWO, testActors } from './test-actors.ts'
import { askGraphql, graphqlCall, mcpClient } from './test-doors.ts'
import { auditLines } from './test-records.ts'
import { caller, testSystem } from './test-system.ts'

/** What asks for a second person itself: the same question by every door. */
const { database, machineKey: token, settings, url } = await testSystem({ isFounded: true })
const { invoke } = createWay(database.app, settings)
const me = await caller(invoke)('identity.get-me', {}, token)
const studioId = idFrom('studio', Object(me['studio']).id)
const records = await database.look()
const { actorFor, examplesOf } = await testActors({ invoke, machineKey: token, records, studioId })
const catalogue = declaredCatalogue()
const schema = graphqlSchema(catalogue)
const HELD = 'catalogue.held-for-approval'
/** The exit code of the CLI for what waits. */
const EXIT_HELD = 3

for (const name of FOR_TWO) {
  test(`${name} waits for somebody else by every door, and is asked for once`, async () => {
    const operation = catalogue.get(name)
    const [input] = await examplesOf(operation, await actorFor(operation))
    const [key, linesBefore] = [randomUUID(), await auditLines(records)]
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    }
    const body = JSON.stringify(input)
    const response = await fetch(new URL(restPath(operation), url), { method: 'POST', headers, body })
    const told: unknown = await response.json()
    const { approvalId, code } = Object(told)
    deepEqual([response.status, code], [202, HELD])

    const sent = { ...Object(input), idempotencyKey: key }
    const asked = graphqlCall(schema, operation, sent)
    deepEqual((await askGraphql({ url, token }, asked.query, asked.variables)).codes, [HELD])
    const called = await (await mcpClient({ url, token })).call(toolName(operation), sent)
    equal(Object(called.output['heldForApproval']).approvalId, approvalId)
    const typed = ['call', name, '--input', body, '--json', '--idempotency-key', key]
    const silent = { env: { IZA_URL: url, IZA_API_KEY: token }, out: () => {}, err: () => {} }
    equal(await run(typed, silent), EXIT_HELD)
    equal(await auditLines(records), linesBefore + 1)
  })
}
