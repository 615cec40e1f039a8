import { deepEqual, equal, match } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { present } from '#kernel/assert.ts'
import { problemOf, testApprovals } from '#server/modules/approvals/test-approvals.ts'
import { addPerson, addStudio } from '#server/test-people.ts'
import { refusal } from '#server/test-refusal.ts'

const way = await testApprovals()
const { asks, call, database, first, second, owner, records, startWork, untilApproval, machineKey } = way
const third = await owner()

async function aBook(token: string, name = `Two ${randomUUID()}`) {
  const entity = await call(
    'entities.create-entity',
    { name, kind: 'LLC', jurisdiction: 'US-DE', functionalCurrency: 'USD' },
    token,
  )
  const bookId = String((await call('ledger.open-book', { entityId: entity['id'] }, token))['id'])
  const { items } = await call('ledger.list-accounts', { bookId, limit: 200 }, token)
  const account = (wanted: string) =>
    Object(items).find(({ code }: Record<string, unknown>) => code === wanted).id
  const entry = (amount: string, memo: string, more: object = {}) => ({
    effectiveOn: '2026-02-10',
    memo,
    lines: [
      { accountId: account('1010'), debit: amount },
      { accountId: account('3010'), credit: amount },
    ],
    ...more,
  })
  return { bookId, entry, post: (given: object) => call('ledger.post-entry', { bookId, ...given }, token) }
}

async function closed(token: string) {
  const book = await aBook(token, 'Two LLC')
  const input = { bookIds: [book.bookId], month: '2026-01', kind: 'hard', despite: 'A test.' }
  await call('closing.close-period', input, token)
  return book
}

const accept = (approvalId: Id<'approval'>, token: string) =>
  problemOf(call('approvals.accept-approval', { approvalId }, token))
const entries = async (memo: string) =>
  (await records.query('select count(*)::int as count from entry where memo = $1', [memo])).rows[0].count

test('a month is opened when somebody else accepts it, who reads why; of two who do at once one is the second', async () => {
  const { bookId } = await closed(first.token)
  const input = { bookId, month: '2026-01', reason: 'A late invoice' }
  const approvalId = await asks('closing.reopen-period', input, first.token)
  const seen = await call('approvals.get-approval', { approvalId }, second.token)
  deepEqual([seen['because'], seen['status'], seen['canDecide']], ['demanded', 'pending', true])
  match(
    String(seen['demand']),
    /opens 2026-01 and all months after it in the book of Two LLC: A late invoice/,
  )
  const { changes } = Object(seen['preview'])
  deepEqual([changes[0].type, changes[0].after.closedThrough], ['closing.period-reopened', '2025-12-31'])
  equal((await accept(approvalId, first.token))?.code, 'approvals.self-approval')
  const told = await Promise.all([accept(approvalId, second.token), accept(approvalId, third.token)])
  deepEqual(told.map((one) => one?.code ?? 'accepted').toSorted(), ['accepted', 'approvals.not-pending'])
  const worker = startWork()
  await untilApproval(approvalId, 'done')
  await worker.close()
  const book = await call('ledger.get-book', { bookId }, first.token)
  equal(book['closedThrough'], '2025-12-31')
  const { rows } = await records.query(
    `select data->'after'->>'secondPerson' as second from event where type = 'closing.period-reopened' and subject_id = $1`,
    [bookId],
  )
  deepEqual(rows, [{ second: 'accepted' }])
  equal((await refusal(call('closing.reopen-period', input, first.token))).code, 'closing.not-closed')
})

test('where nobody else could accept it, it is done, and the record says so', async () => {
  const studioId = await addStudio(database.app)
  const alone = await addPerson(database.app, { studioId, grants: [{ role: 'owner', covers: null }] })
  await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: null }] })
  const { bookId } = await closed(alone.token)
  const input = { bookId, month: '2026-01', reason: 'Alone' }
  deepEqual(await call('closing.reopen-period', input, alone.token), {
    bookId,
    closedThrough: '2025-12-31',
    softClosedThrough: null,
  })
  const { rows } = await records.query(
    `select data->'after'->>'secondPerson' as second from event where type = 'closing.period-reopened' and subject_id = $1`,
    [bookId],
  )
  deepEqual(rows, [{ second: 'nobody else could accept it' }])
})

test('an entry by hand above the limit waits, and is there once when it was accepted, whatever source it names', async () => {
  const { bookId, entry, post } = await aBook(first.token)
  const limit = (given: string | null) =>
    call('ledger.set-manual-limit', { bookId, limit: given }, first.token)
  equal((await limit('1000'))['manualLimit'], '1000.00')
  await post(entry('1000.00', 'At the limit'))
  const large = { bookId, ...entry('1000.01', 'Above it') }
  const approvalId = await asks('ledger.post-entry', large, first.token, 'large')
  equal(await asks('ledger.post-entry', large, first.token, 'large'), approvalId)
  equal(await entries('Above it'), 0)
  const seen = await call('approvals.get-approval', { approvalId }, second.token)
  match(String(seen['demand']), /over 1,000\.01 USD is above the limit of this book, which is 1,000\.00 USD/)
  equal(await accept(approvalId, second.token), undefined)
  const worker = startWork()
  await untilApproval(approvalId, 'done')
  await worker.close()
  equal(await entries('Above it'), 1)
  const { token } = await way.key(first.token, false, 'finance')
  for (const [sender, source] of [
    [first.token, 'stripe'],
    [machineKey, 'schedule'],
    [token, 'migration'],
  ] as const)
    await asks('ledger.post-entry', { bookId, ...entry('5000', 'Called otherwise', { source }) }, sender)
  const { posted, refused } = await call(
    'ledger.post-entries',
    { bookId, entries: [entry('5000', 'In bulk'), entry('5', 'In bulk')] },
    first.token,
  )
  deepEqual([Object(posted)[0].place, Object(refused)[0].code], [1, 'ledger.above-manual-limit'])
  match(Object(refused)[0].message, /by itself with ledger\.post-entry/)
  await limit('500')
  await asks('ledger.set-manual-limit', { bookId, limit: '501' }, first.token)
  await asks('ledger.set-manual-limit', { bookId, limit: null }, first.token)
})

test('of a group at once only the one above the limit waits', async () => {
  const { bookId, entry, post } = await aBook(first.token)
  await call('ledger.set-manual-limit', { bookId, limit: '100' }, first.token)
  const amounts = ['1', '200', '2', '300', '3']
  const told = await Promise.all(amounts.map((amount) => problemOf(post(entry(amount, 'Grouped')))))
  deepEqual(
    told.map((one) => one?.kind),
    [undefined, 'held', undefined, 'held', undefined],
  )
  equal(await entries('Grouped'), 3)
})

test('what nobody accepted in time is not done, and what is accepted meets the month as it is then', async () => {
  const { bookId, entry } = await aBook(first.token)
  await call('ledger.set-manual-limit', { bookId, limit: '100' }, first.token)
  const large = (memo: string) => asks('ledger.post-entry', { bookId, ...entry('200', memo) }, first.token)
  const late = await large('Late')
  await records.query(
    `begin; set local session_replication_role = 'replica';
     update approval set expires_at = now() - interval '1 second' where id = '${late}'; commit`,
  )
  match(present(await accept(late, second.token), 'a refusal').code, /^approvals\.(not-pending|expired)$/)
  const overtaken = await large('Overtaken')
  equal(await accept(overtaken, second.token), undefined)
  const input = { bookIds: [bookId], month: '2026-02', kind: 'hard', despite: 'A test.' }
  await call('closing.close-period', input, first.token)
  const worker = startWork()
  const { problem } = await untilApproval(overtaken, 'failed')
  await worker.close()
  equal(problem.code, 'ledger.period-closed')
  deepEqual([await entries('Late'), await entries('Overtaken')], [0, 0])
})
