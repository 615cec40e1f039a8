import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { problemOf, testApprovals } from '#server/modules/approvals/test-approvals.ts'
import { booksIn } from '#server/modules/ledger/test-ledger.ts'

const way = await testApprovals()
const { asks, call, first, second, person, startWork, untilApproval } = way
const { open, entity } = await booksIn(way)
const POST = ['ledger.read', 'ledger.post']
const ABOVE = 'ledger.post-above-limit'

const role = async (name: string, permissions: string[], token = first.token) =>
  String((await call('identity.create-role', { name, permissions }, token))['id'])

async function limited(name: string) {
  const entityId = await entity(`${name} LLC`)
  const book = await open(entityId)
  await call('ledger.set-manual-limit', { bookId: book.bookId, limit: '100' }, first.token)
  const entry = (amount: string, source = 'stripe') =>
    book.entry(book.lines(['1010', amount], ['3010', `-${amount}`]), { memo: name, source })
  return { ...book, entityId, entry }
}

async function accepted(approvalId: Awaited<ReturnType<typeof asks>>) {
  equal(await problemOf(call('approvals.accept-approval', { approvalId }, second.token)), undefined)
  const worker = startWork()
  await untilApproval(approvalId, 'done')
  await worker.close()
}

test('a key posts above the limit once two people let its role do so, there alone, and in bulk', async () => {
  const [ours, theirs] = [await limited('Ours'), await limited('Theirs')]
  const stripe = await role('Stripe', POST)
  const grants = [
    { role: stripe, covers: ours.entityId },
    { role: await role('Posts', POST), covers: null },
  ]
  const made = await call('identity.create-api-key', { name: 'Stripe', grants }, first.token)
  const token = String(made['token'])
  await asks('ledger.post-entry', ours.entry('200'), token)
  const allow = { roleId: stripe, permissions: [...POST, ABOVE] }
  const approvalId = await asks('identity.update-role', allow, first.token)
  const seen = await call('approvals.get-approval', { approvalId }, second.token)
  match(String(seen['demand']), /lets software post above the limits of books/)
  await accepted(approvalId)
  await call('ledger.post-entry', ours.entry('200'), token)
  await asks('ledger.post-entry', theirs.entry('200'), token)
  const { bookId, ...large } = ours.entry('300')
  const bulk = await call('ledger.post-entries', { bookId, entries: [large] }, token)
  deepEqual([Object(bulk['posted']).length, bulk['refused']], [1, []])
  // The same role in another key is a new way past the limit.
  await asks('identity.create-api-key', { name: 'Second', grants: [grants[0]] }, first.token)
})

test('neither a pattern nor a person passes, and only owners give it', async () => {
  const { entry } = await limited('Patterns')
  for (const standard of ['owner', 'admin', 'finance']) {
    const { token } = await way.key(first.token, false, standard)
    await asks('ledger.post-entry', entry('200'), token)
  }
  const allowed = await role('Allowed', [...POST, ABOVE])
  const somebody = await person({ role: { permissions: [...POST, ABOVE] }, covers: null })
  await asks('ledger.post-entry', entry('200'), somebody.token)
  const admin = await person({ role: 'admin', covers: null })
  const more = { name: 'More', permissions: [ABOVE] }
  equal(
    (await problemOf(call('identity.create-role', more, admin.token)))?.code,
    'identity.cannot-grant-more',
  )
  const grants = [{ role: allowed, covers: null }]
  const key = { name: 'Theirs', grants }
  equal(
    (await problemOf(call('identity.create-api-key', key, admin.token)))?.code,
    'identity.cannot-grant-more',
  )
})

test('what a key drafts in bulk passes the limit when somebody accepted it, as they saw it', async () => {
  const { bookId, entry, balances } = await limited('Bulk')
  const { bookId: _book, ...large } = entry('5000')
  const { token } = await way.key(first.token, true, 'finance')
  const approvalId = await asks('ledger.post-entries', { bookId, entries: [large] }, token)
  const { preview } = await call('approvals.get-approval', { approvalId }, second.token)
  equal(Object(preview).changes[0].after.entries, 1)
  await accepted(approvalId)
  deepEqual(await balances(), { '1010 USD': '5000.00', '3010 USD': '-5000.00' })
})
