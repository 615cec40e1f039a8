import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ARCHIVE, problemOf, testApprovals } from './test-approvals.ts'

const way = await testApprovals()
const {
  asks,
  business,
  call,
  entityId,
  first,
  invoke,
  isArchived,
  key,
  machineKey,
  person,
  records,
  second,
} = way
const { startWork, untilApproval } = way

function auditLine(
  outcome: string,
  actor_kind: string,
  actor_id: string,
  on_behalf_of: string | null,
  operation: string,
) {
  return { outcome, actor_kind, actor_id, on_behalf_of, operation }
}

async function rule(given: object) {
  const made = await call('approvals.create-rule', given, first.token)
  return { end: () => call('approvals.delete-rule', { ruleId: made['id'] }, first.token) }
}

test('a write that a rule catches waits, is shown with what it would change, and happens when somebody accepts it', async () => {
  const archiving = await rule({ operation: ARCHIVE })
  const businessId = await business()
  const approvalId = await asks(ARCHIVE, { businessId }, first.token)
  ok(!(await isArchived(businessId)))

  const seen = await call('approvals.get-approval', { approvalId }, second.token)
  deepEqual([seen['status'], seen['because'], seen['canDecide']], ['pending', 'rule', true])
  const { changes, total } = Object(seen['preview'])
  deepEqual([total, changes[0].subjectId, changes[0].before], [1, businessId, { archivedAt: null }])
  match(changes[0].after.archivedAt, /^\d{4}-/)

  const accepted = await call('approvals.accept-approval', { approvalId }, second.token)
  deepEqual([accepted['status'], Object(accepted['decidedBy']).id], ['accepted', second.personId])
  startWork()
  await untilApproval(approvalId, 'done')
  ok(await isArchived(businessId))
  await archiving.end()
})

test('the record tells the whole story: held, accepted by whom, done by a run on whose behalf, each naming the approval', async () => {
  const archiving = await rule({ operation: ARCHIVE })
  const businessId = await business()
  const approvalId = await asks(ARCHIVE, { businessId }, first.token)
  await call('approvals.accept-approval', { approvalId }, second.token)
  const { run_id: runId } = await untilApproval(approvalId, 'done')
  const { rows } = await records.query(
    `select outcome, actor_kind, actor_id, on_behalf_of, operation from audit_line
     where approval_id = $1 or input->>'approvalId' = $1 order by id`,
    [approvalId],
  )
  deepEqual(rows, [
    auditLine('held', 'person', first.personId, null, ARCHIVE),
    auditLine('done', 'person', second.personId, null, 'approvals.accept-approval'),
    auditLine('done', 'run', runId, first.personId, ARCHIVE),
  ])
  const { rows: events } = await records.query(`select type from event where subject_id = $1 order by id`, [
    approvalId,
  ])
  deepEqual(
    events.map(({ type }) => type),
    ['approvals.approval-requested', 'approvals.approval-accepted', 'approvals.approval-done'],
  )
  await archiving.end()
})

test('a rule that names a role holds those who have no other, and holds them back from accepting', async () => {
  const archiving = await rule({ operation: ARCHIVE, role: 'operator' })
  const [asker, other] = [
    await person({ role: 'operator', covers: null }),
    await person({ role: 'operator', covers: null }, { role: 'finance', covers: null }),
  ]
  const both = await person({ role: 'operator', covers: null }, { role: 'admin', covers: null })
  const businessId = await business()
  const approvalId = await asks(ARCHIVE, { businessId }, asker.token)
  const refused = await problemOf(call('approvals.accept-approval', { approvalId }, other.token))
  equal(refused?.code, 'approvals.same-role')
  const { items } = await call('approvals.list-approvals', { view: 'to-decide' }, other.token)
  deepEqual(items, [])
  equal(await problemOf(call(ARCHIVE, { businessId: await business() }, both.token)), undefined)
  await call('approvals.accept-approval', { approvalId }, both.token)
  await untilApproval(approvalId, 'done')
  await archiving.end()
})

test('a key that only drafts reads, and each of its writes waits, by risk and rule or not', async () => {
  const drafts = await key(machineKey, true)
  await call('businesses.list-businesses', {}, drafts.token)
  const approvalId = await asks('businesses.create-business', { name: 'Drafted', entityId }, drafts.token)
  const seen = await call('approvals.get-approval', { approvalId }, drafts.token)
  deepEqual([seen['because'], seen['canDecide'], seen['personBehind']], ['drafts-only', false, null])
  const { items } = await call('approvals.list-approvals', { view: 'to-decide' }, first.token)
  deepEqual(Object(items)[0].id, approvalId)
  await call('approvals.accept-approval', { approvalId }, first.token)
  await untilApproval(approvalId, 'done')
  const { rows } = await records.query(`select count(*)::int as count from business where name = 'Drafted'`)
  equal(rows[0].count, 1)
})

test('what would be refused is refused at once, and nothing waits', async () => {
  const drafts = await key(machineKey, true)
  const unknown = { name: 'No', entityId: 'ent_01m85sb7dzab5x8gapnap5t3gm' }
  const told = await problemOf(call('businesses.create-business', unknown, drafts.token))
  equal(told?.code, 'businesses.unknown-entity')
  const { total } = await call('approvals.list-approvals', { view: 'asked' }, drafts.token)
  equal(total, 0)
})

test('the same idempotency key finds the same approval, then its answer; another input is a conflict', async () => {
  const drafts = await key(machineKey, true)
  const idempotencyKey = randomUUID()
  const name = `Once ${idempotencyKey}`
  const input = { name, entityId }
  const send = (given: object) =>
    invoke({
      operation: 'businesses.create-business',
      input: given,
      credential: { token: drafts.token, isLocal: true },
      door: 'test',
      requestId: randomUUID(),
      idempotencyKey,
    })
  const sent = await Promise.all(Array.from({ length: 8 }, () => problemOf(send(input))))
  const approvals = new Set(sent.map((told) => told?.approvalId))
  equal(approvals.size, 1)
  equal((await problemOf(send({ ...input, name: 'Other' })))?.code, 'catalogue.idempotency-conflict')

  const approvalId = await asks('businesses.create-business', input, drafts.token, idempotencyKey)
  await call('approvals.accept-approval', { approvalId }, first.token)
  await untilApproval(approvalId, 'done')
  const answer = await send(input)
  deepEqual([answer.isReplay, answer.output['name']], [true, name])
  const { rows } = await records.query('select id from business where name = $1', [name])
  deepEqual(rows, [{ id: answer.output['id'] }])
})

test('what is told once stays sealed until the requester asks again with the approval as its key', async () => {
  const creating = await rule({ operation: 'identity.create-api-key' })
  const input = { name: 'Made later', grants: [{ role: 'analyst', covers: null }] }
  const approvalId = await asks('identity.create-api-key', input, first.token)
  await call('approvals.accept-approval', { approvalId }, second.token)
  await untilApproval(approvalId, 'done')
  await creating.end()
  const { output, isReplay } = await invoke({
    operation: 'identity.create-api-key',
    input,
    credential: { token: first.token, isLocal: true },
    door: 'test',
    requestId: randomUUID(),
    idempotencyKey: approvalId,
  })
  const token = String(output['token'])
  ok(isReplay && token.startsWith('iza_key_'))
  const { rows } = await records.query(`select created_by from api_key where name = 'Made later'`)
  deepEqual(rows, [{ created_by: first.personId }])
  const kept = await records.query(
    `select (select count(*)::int from run_step where result::text like $1) + (select count(*)::int
       from idempotency_record where result::text like $1) + (select count(*)::int from run where result::text like $1) as count`,
    [`%${token}%`],
  )
  equal(kept.rows[0].count, 0)
})

test('refused and withdrawn end it: the reason is told, and nothing can be made of it any more', async () => {
  const drafts = await key(first.token, true)
  const businessId = await business()
  const refused = await asks(ARCHIVE, { businessId }, drafts.token, 'refused-key')
  await call('approvals.refuse-approval', { approvalId: refused, reason: 'It still sells.' }, second.token)
  const told = await problemOf(
    invoke({
      operation: ARCHIVE,
      input: { businessId },
      credential: { token: drafts.token, isLocal: true },
      door: 'test',
      requestId: randomUUID(),
      idempotencyKey: 'refused-key',
    }),
  )
  equal(told?.code, 'catalogue.approval-ended')
  match(told?.message ?? '', /It still sells/)
  equal(
    (await problemOf(call('approvals.accept-approval', { approvalId: refused }, second.token)))?.code,
    'approvals.not-pending',
  )

  const withdrawn = await asks(ARCHIVE, { businessId }, drafts.token)
  equal(
    (await problemOf(call('approvals.withdraw-approval', { approvalId: withdrawn }, second.token)))?.code,
    'approvals.not-yours',
  )
  await call('approvals.withdraw-approval', { approvalId: withdrawn }, first.token)
  equal(
    (await problemOf(call('approvals.accept-approval', { approvalId: withdrawn }, second.token)))?.code,
    'approvals.not-pending',
  )
  ok(!(await isArchived(businessId)))
})

test('of a group that shares a commit only those wait who must', async () => {
  const [drafts, free] = [await key(machineKey, true), await key(machineKey, false)]
  const told = await Promise.all(
    [free, drafts, free, drafts, free].map(({ token }) =>
      problemOf(call('businesses.create-business', { name: 'Grouped', entityId }, token)),
    ),
  )
  deepEqual(
    told.map((one) => one?.kind),
    [undefined, 'held', undefined, 'held', undefined],
  )
})

test('trying it first is not asking for it: a dry run answers, and nothing waits', async () => {
  const drafts = await key(machineKey, true)
  const { output } = await invoke({
    operation: 'businesses.create-business',
    input: { name: 'Tried', entityId },
    credential: { token: drafts.token, isLocal: true },
    door: 'test',
    requestId: randomUUID(),
    isDryRun: true,
  })
  equal(output['name'], 'Tried')
  equal((await call('approvals.list-approvals', { view: 'asked' }, drafts.token))['total'], 0)
})
