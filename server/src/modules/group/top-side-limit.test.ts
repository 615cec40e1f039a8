import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { problemOf, testApprovals } from '#server/modules/approvals/test-approvals.ts'
import { booksIn } from '../ledger/test-ledger.ts'

const way = await testApprovals()
const { asks, call, first, second, startWork, untilApproval } = way
const { open, entity } = await booksIn(way)

test('what is in no book waits for a second person above the limit of the root, for it is in the result of the group', async () => {
  const { bookId, entityId } = await open(await entity('Root LLC'))
  const topSide = (amount: string) => ({
    rootEntityId: entityId,
    effectiveOn: '2026-03-31',
    memo: 'Fair value',
    lines: [
      { caption: 'goodwill', debit: amount },
      { caption: 'other-income', credit: amount },
    ],
  })
  const entered = async () => {
    const { items } = await call('group.list-top-side', { rootEntityId: entityId }, first.token)
    return Array.isArray(items) ? items.length : undefined
  }
  await call('group.post-top-side', topSide('90000'), first.token)
  equal(await entered(), 1)
  await call('ledger.set-manual-limit', { bookId, limit: '100' }, first.token)
  await call('group.post-top-side', topSide('100'), first.token)
  const approvalId = await asks('group.post-top-side', topSide('100.01'), first.token)
  equal(await entered(), 2)
  const { says } = await call('approvals.get-approval', { approvalId }, second.token)
  deepEqual(says, '"Fair value": 100.01 USD on 2026-03-31, in no book but the consolidations of Root LLC.')
  equal(await problemOf(call('approvals.accept-approval', { approvalId }, second.token)), undefined)
  const worker = startWork()
  await untilApproval(approvalId, 'done')
  await worker.close()
  equal(await entered(), 3)
})
