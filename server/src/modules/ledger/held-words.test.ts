import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { problemOf, testApprovals } from '../approvals/test-approvals.ts'
import { booksIn } from './test-ledger.ts'

const way = await testApprovals()
const { asks, call, first, second, person } = way
const { ours, theirs, business } = await booksIn(way)
await call('ledger.set-manual-limit', { bookId: ours.bookId, limit: '1000' }, first.token)
const limits = (amount: string) => ours.lines(['1010', amount], ['3010', `-${amount}`])
const large = ours.entry(limits('2500'), { memo: 'A large truck' })
const finance = (covers: string) => person({ role: 'finance', covers })
const drafts = await way.key(first.token, true, 'finance')

async function told(approvalId: string, token = second.token) {
  const { says, demand, touches } = await call('approvals.get-approval', { approvalId }, token)
  return { says, demand, touches }
}
const waiting = async (token = second.token) => {
  const { items } = await call(
    'exceptions.list-exceptions',
    { rule: 'ledger.entries-waiting', limit: 200 },
    token,
  )
  return Object(items).map((one: { subjectId: string; says: string }) => [one.subjectId, one.says])
}

test('an entry, a draft, a pending one and a reversal tell what they are called, move, when, and in whose book', async () => {
  const says = '"A large truck": 2,500.00 USD on 2026-03-31, in the book of Holding LLC.'
  const draft = await call('ledger.save-draft', large, first.token)
  const pending = await call('ledger.reserve-entry', large, first.token)
  for (const approvalId of [
    await asks('ledger.post-entry', large, first.token),
    await asks('ledger.post-draft', { draftId: draft['id'], revision: 1 }, first.token),
    await asks('ledger.post-pending', { pendingId: pending['id'] }, first.token),
  ]) {
    const seen = await told(approvalId)
    deepEqual([seen.says, seen.touches], [says, [ours.entityId]])
    match(
      String(Object(await waiting()).find(([id]: string[]) => id === approvalId)[1]),
      /: "A large truck": 2,500\.00 USD on 2026-03-31, in the book of Holding LLC\. .* asked for it\. .* above the limit of this book, which is 1,000\.00 USD\. Accept or refuse it by/,
    )
  }
  const small = await call('ledger.post-entry', ours.entry(limits('10'), { memo: 'Small' }), first.token)
  const reversal = await asks('ledger.reverse-entry', { entryId: small['id'] }, drafts.token)
  equal((await told(reversal)).says, '"Small": 10.00 USD on 2026-03-31, in the book of Holding LLC.')
})

test('a pair says whose limit it passes, and many at once what they come to', async () => {
  const given = {
    kind: 'loan',
    from: { entityId: theirs.entityId, isOverhead: true },
    to: { entityId: ours.entityId, isOverhead: true },
    amount: '5000.00',
    currency: 'USD',
    effectiveOn: '2026-03-31',
    memo: 'Working capital',
  }
  const pair = await told(await asks('group.post-intercompany', given, first.token))
  equal(pair.says, '"Working capital": 5,000.00 USD on 2026-03-31, in the books of Other LLC, Holding LLC.')
  match(String(pair.demand), /above the limit of the book of Holding LLC, which is 1,000\.00 USD/)
  const entries = ['20', '30'].map((amount, at) => {
    const { bookId: _book, ...entry } = ours.entry(limits(amount), { effectiveOn: `2026-0${at + 1}-15` })
    return entry
  })
  const bulk = await asks('ledger.post-entries', { bookId: ours.bookId, entries }, drafts.token)
  equal(
    (await told(bulk)).says,
    '2 entries over 50.00 USD, from 2026-01-15 to 2026-02-15, in the book of Holding LLC.',
  )
  const run = await asks(
    'closing.run-schedules',
    { bookIds: [ours.bookId, theirs.bookId], through: '2026-03-31' },
    drafts.token,
  )
  const limit = await asks('ledger.set-manual-limit', { bookId: ours.bookId, limit: null }, first.token)
  const listed = new Map(Object(await waiting()))
  for (const [approvalId, words] of [
    [bulk, /^Post entries: 2 entries over 50\.00 USD.* Its key only drafts\./],
    [run, /^Run schedules: What is due through 2026-03-31, in the books of Holding LLC, Other LLC\./],
    [limit, /^Set manual limit: No limit for entries by hand, in the book of Holding LLC\./],
  ] as const)
    match(String(listed.get(approvalId)), words)
})

test('it is seen and decided by whoever covers the entity of the book, and not by whoever covers a business of it', async () => {
  const shop = await business(ours.entityId, 'Corner Shop')
  const lines = ours.lines(['1010', '2500'], ['4010', '-2500', { businessId: shop }])
  const approvalId = await asks('ledger.post-entry', ours.entry(lines), first.token)
  const [here, there, inside] = [
    await finance(ours.entityId),
    await finance(theirs.entityId),
    await finance(shop),
  ]
  deepEqual((await told(approvalId, here.token)).touches, [shop, ours.entityId])
  for (const { token } of [there, inside]) {
    const accepted = call('approvals.accept-approval', { approvalId }, token)
    equal((await problemOf(accepted))?.code, 'catalogue.not-found')
    deepEqual(await waiting(token), [])
  }
  equal(await problemOf(call('approvals.accept-approval', { approvalId }, here.token)), undefined)
})
