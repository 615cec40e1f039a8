import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { run } from '../../../cli/run.ts'
import { askGraphql, mcpClient } from '../test-doors.ts'
import { caller, testSystem } from '../test-system.ts'
import { createWay } from '../system.ts'

/** What waits for a person, as each door tells it: not as an error that invites trying again, and never as done. */
const { url, machineKey, database, settings } = await testSystem({ isFounded: true })
const call = caller(createWay(database.app, settings).invoke)
const made = await call(
  'identity.create-api-key',
  { name: 'Drafts', grants: [{ role: 'admin', covers: null }], isDraftsOnly: true },
  machineKey,
)
const token = String(made['token'])
const CREATE = 'businesses.create-category'
const HELD = 'catalogue.held-for-approval'

async function status(approvalId: unknown): Promise<unknown> {
  return (await call('approvals.get-approval', { approvalId }, machineKey))['status']
}

async function createCategory(key: string) {
  const response = await fetch(new URL('/api/v1/businesses/create-category', url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify({ name: 'By REST' }),
  })
  return {
    code: response.status,
    type: response.headers.get('content-type'),
    body: Object(await response.json()),
  }
}

test('REST answers 202 with a problem that names the approval, and the same again for the same key', async () => {
  const key = randomUUID()
  const [first, again] = [await createCategory(key), await createCategory(key)]
  equal(first.code, 202)
  match(first.type ?? '', /^application\/problem\+json/)
  deepEqual([first.body.code, first.body.status], [HELD, 202])
  deepEqual(again.body.approvalId, first.body.approvalId)
  equal(await status(first.body.approvalId), 'pending')
})

test('GraphQL gives no data, and an error with the code and the approval', async () => {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation { businessesCreateCategory(name: "By GraphQL") { id } }' }),
  })
  const { errors } = Object(await response.json())
  const [{ extensions }] = errors
  equal(extensions.code, HELD)
  equal(await status(extensions.approvalId), 'pending')
  const told = await askGraphql({ url, token }, 'mutation { businessesCreateCategory(name: "Again") { id } }')
  deepEqual(told.codes, [HELD])
})

test('MCP gives a result that says it waits, by its own tool and by call_write; a client checks it against the schema', async () => {
  const agent = await mcpClient({ url, token, query: '?tools=all' })
  await agent.tools()
  const own = await agent.call('businesses_create_category', { name: 'By tool' })
  const meta = await agent.call('call_write', { operation: CREATE, input: { name: 'By call_write' } })
  for (const { isError, output, content } of [own, meta]) {
    equal(isError, undefined)
    const held = Object(output['heldForApproval'])
    equal(held.code, HELD)
    match(content[0]?.text ?? '', /Do not send it again/)
    equal(await status(held.approvalId), 'pending')
  }
})

test('MCP shows a key none of the tools that are for people', async () => {
  const agent = await mcpClient({ url, token, query: '?tools=all' })
  const names = new Set((await agent.tools()).map(({ name }) => name))
  ok(names.has('approvals_get_approval') && names.has('approvals_withdraw_approval'))
  ok(!names.has('approvals_accept_approval') && !names.has('approvals_create_rule'))
})

test('the command line says so in words, and by an exit code of its own', async () => {
  const [out, err]: [string[], string[]] = [[], []]
  const env = { IZA_URL: url, IZA_API_KEY: token }
  const terminal = { env, out: (line: string) => out.push(line), err: (line: string) => err.push(line) }
  const exit = await run(['businesses', 'create-category', '--name', 'By CLI'], terminal)
  equal(exit, 3)
  deepEqual(out, [])
  match(err.join(), /waits for a person's approval as apv_/)
})
