import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { addPerson } from '#server/test-people.ts'
import { testApprovals } from '../approvals/test-approvals.ts'
import { booksIn } from './test-ledger.ts'

const way = await testApprovals()
const { asks, call, first, second } = way
const { ours } = await booksIn(way)
const found = async (token: string) => {
  const { items } = await call('exceptions.list-exceptions', { rule: 'ledger.entries-waiting' }, token)
  return Object(items)
}

test('an entry above the limit is told at once, to whom it may be told, until somebody decides', async () => {
  await call('ledger.set-manual-limit', { bookId: ours.bookId, limit: '1000' }, first.token)
  const entry = ours.entry(ours.lines(['1010', 2500], ['3010', -2500]), { memo: 'A large truck' })
  const approvalId = await asks('ledger.post-entry', entry, first.token)
  const [one, ...more] = await found(second.token)
  deepEqual([one.subjectId, one.entity.id, more], [approvalId, ours.entityId, []])
  match(
    one.says,
    /^Post entry: "A large truck": 2,500\.00 USD on 2026-03-31, in the book of .*\. .* asked for it\. An entry by hand over 2,500\.00 USD is above the limit/,
  )
  const kept = await call('ledger.save-draft', { ...entry, memo: 'A second truck' }, first.token)
  const draft = { draftId: kept['id'], revision: kept['revision'] }
  const draftApproval = await asks('ledger.post-draft', draft, first.token)
  const spread = {
    from: '2026-01-01',
    months: 1,
    dayOfMonth: 31,
    amount: '5000.00',
    debitAccountId: ours.account('1010'),
    creditAccountId: ours.account('3010'),
    memo: 'A third truck',
  }
  const schedule = { bookId: ours.bookId, name: 'Truck in parts', spread }
  const scheduleApproval = await asks('closing.create-schedule', schedule, first.token)
  const waiting = (await found(second.token)).map(({ subjectId }: { subjectId: string }) => subjectId)
  deepEqual(waiting.toSorted(), [approvalId, draftApproval, scheduleApproval].toSorted())
  const other = await way.call(
    'entities.create-entity',
    { name: 'Else LLC', kind: 'LLC', jurisdiction: 'US' },
    first.token,
  )
  const { token } = await addPerson(way.database.app, {
    studioId: way.studioId,
    grants: [{ role: 'analyst', covers: String(other['id']) }],
  })
  deepEqual(await found(token), [])
  for (const each of [approvalId, draftApproval, scheduleApproval])
    await call('approvals.refuse-approval', { approvalId: each, reason: 'Not this one' }, second.token)
  equal((await found(second.token)).length, 0)
})
