import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { idFrom, newId } from '#kernel/ids.ts'
import { createAuthenticator, tokenHash } from '#server/modules/identity/index.ts'
import { problemOf, testApprovals } from '#server/modules/approvals/test-approvals.ts'
import { TEST_MEANS } from '#server/test-system.ts'
import { createCatalogue } from './catalogue.ts'
import { createInvokeApproved } from './invoke-approved.ts'
import { createInvoke } from './invoke.ts'
import { operation } from './operation.ts'
import { secret } from './secret-fields.ts'

const way = await testApprovals()
const { database, key, machineKey, records, second, studioId } = way
const drafts = await key(machineKey, true)

/** Reaches outside, as nothing of ours does yet. */
const sent: string[] = []
const sendLetter = operation({
  name: 'examples.send-letter',
  summary: 'Sends a letter.',
  effect: 'external',
  scope: { of: 'studio' },
  permission: 'businesses.write',
  risk: 'external',
  input: z.strictObject({ to: z.string().max(80), seal: secret(z.string().max(80)) }),
  output: z.strictObject({ to: z.string() }),
  examples: async () => [],
  async handle({ to, seal }) {
    sent.push(`${to} ${seal}`)
    return { to }
  },
})
const catalogue = createCatalogue([sendLetter])
const authenticator = createAuthenticator(database.app, {
  machineKeyHash: tokenHash(machineKey),
  tokens: TEST_MEANS.tokens,
})
const { vault } = TEST_MEANS
const invoke = createInvoke({ catalogue, database: database.app, authenticator, vault })
const invokeApproved = createInvokeApproved({ database: database.app, vault, invoke })

test('what reaches outside is not tried: its input waits, without its secrets, and is sent once when accepted', async () => {
  const request = {
    operation: sendLetter.name,
    input: { to: 'Grace', seal: 'hush' },
    credential: { token: drafts.token, isLocal: true },
    door: 'test',
    requestId: randomUUID(),
    idempotencyKey: 'letter',
  } as const
  const told = [await problemOf(invoke(request)), await problemOf(invoke(request))]
  const approvalId = idFrom('approval', present(told[0]?.approvalId, 'what it waits for'))
  deepEqual([told[1]?.approvalId, sent], [approvalId, []])
  const { rows } = await records.query('select * from approval where id = $1', [approvalId])
  deepEqual([rows[0].shown_input, rows[0].preview], [{ to: 'Grace', seal: '[redacted]' }, null])
  ok(!JSON.stringify(rows[0]).includes('hush'))

  const runId = newId('run')
  await records.query(
    `update approval set status = 'accepted', decided_by = $2, decided_at = now(), run_id = $3 where id = $1`,
    [approvalId, second.personId, runId],
  )
  const requester = { kind: 'api-key', id: drafts.id, name: 'Key' } as const
  const given = {
    approvalId,
    run: { id: runId, studioId, program: 'approvals.carry-out', requester },
    idempotencyKey: `${runId}/once`,
  }
  await invokeApproved(given)
  await invokeApproved(given)
  deepEqual(sent, ['Grace hush'])
  const answer = await invoke(request)
  deepEqual([answer.isReplay, answer.output], [true, { to: 'Grace' }])
  const kept = await records.query(
    `select count(*)::int as count from audit_line where input::text like '%hush%'`,
  )
  equal(kept.rows[0].count, 0)
})
