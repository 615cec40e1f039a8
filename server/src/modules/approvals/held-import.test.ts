import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { businessesPrograms } from '../businesses/index.ts'
import { carryOut } from './carry-out.ts'
import { testApprovals } from './test-approvals.ts'

const way = await testApprovals()
const { asks, call, entityId, first, key, machineKey, records, second, startWorking, until, untilApproval } =
  way
const IMPORT = 'businesses.import-businesses'
startWorking([carryOut, ...businessesPrograms])

async function lastRun() {
  const { rows } = await records.query(`select id from run where program = $1 order by id desc limit 1`, [
    IMPORT,
  ])
  return until(idFrom('run', rows[0].id), 'done')
}

test('an import that was accepted is not held a second time when its run creates the businesses', async () => {
  const drafts = await key(machineKey, true)
  const input = { csv: 'Name\nAda\nBob\n', entityId }
  const approvalId = await asks(IMPORT, input, drafts.token)
  deepEqual((await records.query(`select 1 from waiting_import`)).rows, [])
  await call('approvals.accept-approval', { approvalId }, first.token)
  await untilApproval(approvalId, 'done')
  const { result, requester_id: requesterId } = await lastRun()
  deepEqual([result.created, requesterId], [2, drafts.id])
})

test('a rule about creating one holds creating many and an import too: it is the same by another way', async () => {
  const made = await call('approvals.create-rule', { operation: 'businesses.create-business' }, first.token)
  await asks('businesses.create-businesses', { businesses: [{ name: 'Ada', entityId }] }, first.token)
  const approvalId = await asks(IMPORT, { csv: 'Name\nCleo\n', entityId }, first.token)
  await call('approvals.accept-approval', { approvalId }, second.token)
  await untilApproval(approvalId, 'done')
  equal((await lastRun()).result.created, 1)
  await call('approvals.delete-rule', { ruleId: made['id'] }, first.token)
})
