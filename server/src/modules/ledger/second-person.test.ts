import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { problemOf, testApprovals } from '#server/modules/approvals/test-approvals.ts'
import { booksIn } from './test-ledger.ts'

const way = await testApprovals()
const { asks, call, first, second, records, startWork, untilApproval } = way
const { open, entity } = await booksIn(way)

async function limited(name: string) {
  const book = await open(await entity(`${name} LLC`))
  const entry = (amount: string) =>
    book.entry(book.lines(['1010', amount], ['3010', `-${amount}`]), { memo: name })
  return {
    ...book,
    entry,
    whole: book.entry,
    limit: () => call('ledger.set-manual-limit', { bookId: book.bookId, limit: '100' }, first.token),
    entries: async () => {
      const { rows } = await records.query('select count(*)::int as n from entry where book_id = $1', [
        book.bookId,
      ])
      return rows[0].n
    },
  }
}
const accept = async (approvalId: Awaited<ReturnType<typeof asks>>) =>
  equal(await problemOf(call('approvals.accept-approval', { approvalId }, second.token)), undefined)

test('a draft above the limit waits as an entry does, and what was accepted is that revision of it', async () => {
  const { entry, limit, entries } = await limited('Draft')
  await limit()
  const draft = await call('ledger.save-draft', entry('200'), first.token)
  const given = { draftId: draft['id'], revision: 1 }
  const overtaken = await asks('ledger.post-draft', given, first.token)
  const { bookId: _book, ...more } = entry('90000')
  await call('ledger.update-draft', { ...given, ...more }, first.token)
  await accept(overtaken)
  const worker = startWork()
  const { problem } = await untilApproval(overtaken, 'failed')
  equal(problem.code, 'ledger.draft-changed')
  equal(await entries(), 0)
  const again = await asks('ledger.post-draft', { ...given, revision: 2 }, first.token)
  await accept(again)
  await untilApproval(again, 'done')
  await worker.close()
  equal(await entries(), 1)
  equal((await call('ledger.get-draft', { draftId: draft['id'] }, first.token))['state'], 'posted')
})

test('a pending entry above the limit waits when it is posted, and goes on holding until then', async () => {
  const { entries, limit, ...book } = await limited('Pending')
  const pending = await call(
    'ledger.reserve-entry',
    book.whole(book.lines(['1010', '-200'], ['3010', '200'])),
    first.token,
  )
  await limit()
  const approvalId = await asks('ledger.post-pending', { pendingId: pending['id'] }, first.token)
  const read = await call('ledger.get-pending', { pendingId: pending['id'] }, first.token)
  deepEqual(
    [read['state'], Object(read['holds']).map(({ amount }: { amount: string }) => amount), await entries()],
    ['open', ['200.00', '200.00'], 0],
  )
  await accept(approvalId)
  const worker = startWork()
  await untilApproval(approvalId, 'done')
  await worker.close()
  equal(await entries(), 1)
})

test('a reversal above the limit waits', async () => {
  const { entry, limit, entries } = await limited('Reversal')
  const large = await call('ledger.post-entry', entry('200'), first.token)
  const small = await call('ledger.post-entry', entry('100'), first.token)
  await limit()
  await call('ledger.reverse-entry', { entryId: small['id'] }, first.token)
  const approvalId = await asks('ledger.reverse-entry', { entryId: large['id'], memo: 'Wrong' }, first.token)
  equal(await entries(), 3)
  const seen = await call('approvals.get-approval', { approvalId }, second.token)
  match(String(seen['demand']), /over 200\.00 USD is above the limit of this book/)
  await accept(approvalId)
  const worker = startWork()
  await untilApproval(approvalId, 'done')
  await worker.close()
  equal(await entries(), 4)
})
