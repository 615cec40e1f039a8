import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { ARCHIVE, problemOf, testApprovals } from './test-approvals.ts'

/** Ways round an approval, each tried. Nothing works runs until the test starts it, so that rows can be changed first. */
const way = await testApprovals()
const { asks, business, call, database, entityId, first, invoke, isArchived, key, machineKey } = way
const { owner, person, records, second, startWork, studioId, untilApproval } = way

async function accept(approvalId: Id<'approval'>, token: string) {
  return problemOf(call('approvals.accept-approval', { approvalId }, token))
}

/** Works until the run of the approval has ended; then what became of the approval. */
async function carriedOut(approvalId: Id<'approval'>) {
  const { rows } = await records.query('select run_id from approval where id = $1', [approvalId])
  const worker = startWork()
  await way.until(rows[0].run_id, 'failed')
  await worker.close()
  const { rows: ended } = await records.query(
    `select status, problem->>'code' as code from approval where id = $1`,
    [approvalId],
  )
  return ended[0]
}

async function accepted(): Promise<{ approvalId: Id<'approval'>; businessId: Id<'business'> }> {
  const drafts = await key(machineKey, true)
  const businessId = await business()
  const approvalId = await asks(ARCHIVE, { businessId }, drafts.token)
  equal(await accept(approvalId, second.token), undefined)
  return { approvalId, businessId }
}

test('nobody accepts what their own hand asked for: themselves, by another session, or by a key of a key of theirs', async () => {
  const rule = await call('approvals.create-rule', { operation: ARCHIVE }, first.token)
  const own = await asks(ARCHIVE, { businessId: await business() }, first.token)
  equal((await accept(own, first.token))?.code, 'approvals.self-approval')
  await call('approvals.delete-rule', { ruleId: rule['id'] }, first.token)

  const maker = await key(first.token, false, 'admin')
  const made = await key(maker.token, true)
  const byKey = await asks(ARCHIVE, { businessId: await business() }, made.token)
  const told = await call('approvals.get-approval', { approvalId: byKey }, first.token)
  deepEqual([Object(told['personBehind']).id, told['canDecide']], [first.personId, false])
  equal((await accept(byKey, first.token))?.code, 'approvals.self-approval')
  const { total } = await call('approvals.list-approvals', { view: 'to-decide' }, first.token)
  equal(total, 0)
})

test('no key decides, and neither does this machine, whatever they hold', async () => {
  const drafts = await key(machineKey, true)
  const approvalId = await asks(ARCHIVE, { businessId: await business() }, drafts.token)
  const admin = await key(second.token, false, 'admin')
  const codes = new Set(['catalogue.people-only', 'catalogue.permission-missing'])
  for (const token of [admin.token, machineKey, drafts.token]) {
    ok(codes.has((await accept(approvalId, token))?.code ?? ''))
    const rule = await problemOf(call('approvals.create-rule', { risk: 'money' }, token))
    ok(codes.has(rule?.code ?? ''))
  }
  await call('approvals.refuse-approval', { approvalId, reason: 'No.' }, second.token)
})

test('two who accept at once start one run', async () => {
  const drafts = await key(machineKey, true)
  const businessId = await business()
  const approvalId = await asks(ARCHIVE, { businessId }, drafts.token)
  const third = await owner()
  const told = await Promise.all([first, second, third].map(({ token }) => accept(approvalId, token)))
  deepEqual(told.map((one) => one?.code ?? 'done').toSorted(), [
    'approvals.not-pending',
    'approvals.not-pending',
    'done',
  ])
  const { rows } = await records.query(
    `select count(*)::int as count from run where input->>'approvalId' = $1`,
    [approvalId],
  )
  equal(rows[0].count, 1)
  const worker = startWork()
  await untilApproval(approvalId, 'done')
  await worker.close()
})

test('whoever does not cover what it touches neither sees it nor decides on it', async () => {
  const drafts = await key(machineKey, true)
  const elsewhere = await call(
    'entities.create-entity',
    { name: 'Elsewhere', kind: 'LLC', jurisdiction: 'US-DE' },
    machineKey,
  )
  const narrow = await person({ role: 'admin', covers: String(elsewhere['id']) })
  const reader = await person(
    { role: 'admin', covers: String(elsewhere['id']) },
    { role: 'finance', covers: null },
  )
  const covering = await person({ role: 'admin', covers: entityId })
  const approvalId = await asks(ARCHIVE, { businessId: await business() }, drafts.token)
  equal((await accept(approvalId, narrow.token))?.code, 'catalogue.not-found')
  equal((await call('approvals.list-approvals', {}, narrow.token))['total'], 0)
  equal((await accept(approvalId, reader.token))?.code, 'approvals.lacks-operation')
  const seen = await call('approvals.get-approval', { approvalId }, reader.token)
  deepEqual([seen['canDecide'], typeof seen['cannotDecideBecause']], [false, 'string'])
  equal(await accept(approvalId, covering.token), undefined)
})

test('who may not do the operation does not see what others ask of it', async () => {
  const drafts = await key(machineKey, true, 'admin')
  const invited = {
    email: 'secret@example.com',
    displayName: 'S',
    grants: [{ role: 'analyst', covers: null }],
  }
  const approvalId = await asks('identity.invite-person', invited, drafts.token)
  const analyst = await person({ role: 'analyst', covers: null })
  equal(
    (await problemOf(call('approvals.get-approval', { approvalId }, analyst.token)))?.code,
    'catalogue.not-found',
  )
  ok(
    !JSON.stringify(await call('approvals.list-approvals', {}, analyst.token)).includes('secret@example.com'),
  )
})

test('it runs with the rights that the requester has then: a key revoked meanwhile does nothing', async () => {
  const drafts = await key(machineKey, true)
  const businessId = await business()
  const approvalId = await asks(ARCHIVE, { businessId }, drafts.token)
  await accept(approvalId, second.token)
  await call('identity.revoke-api-key', { apiKeyId: drafts.id }, machineKey)
  deepEqual(await carriedOut(approvalId), { status: 'failed', code: 'catalogue.credential-ended' })
  ok(!(await isArchived(businessId)))
})

test('a row that was changed after it was accepted lets nothing through', async () => {
  const other = await accepted()
  const changes: [string, unknown[]][] = [
    ["update approval set input_hash = repeat('0', 64) where id = $1", []],
    ['update approval set operation = $2 where id = $1', ['businesses.restore-business']],
    ["update approval set requester_id = $2, requester_kind = 'machine' where id = $1", ['machine']],
    [
      'update approval set sealed_input = (select sealed_input from approval where id = $2) where id = $1',
      [other.approvalId],
    ],
    ['update approval set expires_at = now() where id = $1', []],
    ['update approval set run_id = $2 where id = $1', ['run_01m85sb7dzab5x8gapnap5t3gm']],
  ]
  for (const [statement, values] of changes) {
    const { approvalId, businessId } = await accepted()
    const { rows } = await records.query('select run_id from approval where id = $1', [approvalId])
    // As the database's own superuser, past the trigger: the serving role may not even try (below).
    await records.query('set session_replication_role = replica')
    await records.query(statement, [approvalId, ...values])
    await records.query('set session_replication_role = origin')
    const worker = startWork()
    const run = await way.until(rows[0].run_id, 'failed')
    await worker.close()
    equal(run.problem.code, 'catalogue.approval-mismatch', statement)
    ok(!(await isArchived(businessId)), statement)
  }
})

test('the serving role can change nothing of what was asked, skip no state, and delete nothing', async () => {
  const { approvalId } = await accepted()
  const tries: [string, RegExp][] = [
    [`update approval set input_hash = repeat('0', 64) where id = $1`, /permission denied/],
    [`update approval set requester_id = 'machine' where id = $1`, /permission denied/],
    [`update approval set status = 'pending' where id = $1`, /cannot go from accepted to pending/],
    ['delete from approval where id = $1', /permission denied/],
  ]
  for (const [statement, expected] of tries) {
    await rejects(
      database.app.write({ studioId, coverage: '*' }, (tx) => tx.prepared(statement, [approvalId])),
      expected,
    )
  }
})

test('an accepted approval is good for its own run only, once, and for its own input only', async () => {
  const { approvalId, businessId } = await accepted()
  const { rows } = await records.query(
    'select run_id, requester_kind as kind, requester_id as id from approval where id = $1',
    [approvalId],
  )
  const [{ run_id: runId, ...requester }] = rows
  const send = (given: { runId?: string; businessId?: string; token?: string }) =>
    problemOf(
      invoke({
        operation: ARCHIVE,
        input: { businessId: given.businessId ?? businessId },
        credential: given.token
          ? { token: given.token, isLocal: true }
          : {
              token: undefined,
              isLocal: true,
              run: {
                id: given.runId ?? runId,
                studioId,
                program: 'approvals.carry-out',
                requester: { ...requester, name: 'Key' },
              },
            },
        door: 'test',
        requestId: randomUUID(),
        approvalId,
      }),
    )
  const mismatch = 'catalogue.approval-mismatch'
  equal((await send({ businessId: await business() }))?.code, mismatch)
  equal((await send({ runId: 'run_01m85sb7dzab5x8gapnap5t3gm' }))?.code, mismatch)
  equal((await send({ token: second.token }))?.code, mismatch)
  ok(!(await isArchived(businessId)))
  equal(await send({}), undefined)
  ok(await isArchived(businessId))
  equal((await send({}))?.code, mismatch)
})

test('what waited too long is decided no more', async () => {
  const drafts = await key(machineKey, true)
  const approvalId = await asks(ARCHIVE, { businessId: await business() }, drafts.token, 'too-late')
  await records.query('alter table approval disable trigger approval_moves')
  await records.query(`update approval set expires_at = now() where id = $1`, [approvalId])
  await records.query('alter table approval enable trigger approval_moves')
  equal((await accept(approvalId, second.token))?.code, 'approvals.not-pending')
  equal((await call('approvals.get-approval', { approvalId }, second.token))['status'], 'expired')
})

test('a rule acts on the next request, and its end too', async () => {
  const free = await key(machineKey, false)
  const create = () => problemOf(call('businesses.create-business', { name: 'Now', entityId }, free.token))
  equal(await create(), undefined)
  const { id: ruleId } = await call('approvals.create-rule', { risk: 'none' }, first.token)
  equal((await create())?.kind, 'held')
  equal((await problemOf(call('businesses.create-category', { name: 'Held' }, machineKey)))?.kind, 'held')
  await call('approvals.delete-rule', { ruleId }, first.token)
  equal(await create(), undefined)
})
