import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { refusal } from '#server/test-refusal.ts'
import { testLedger } from './test-ledger.ts'

const way = await testLedger()
const { act, database, ours, records, studioId, theirs } = way

const save = (more: object, token?: string) =>
  act('ledger.save-draft', { bookId: ours.bookId, ...more }, token)
const post = ({ id, revision }: Record<string, unknown>, token?: string) =>
  act('ledger.post-draft', { draftId: id, revision }, token)

async function person(role: 'analyst' | 'owner', covers: string | null): Promise<string> {
  return (await addPerson(database.app, { studioId, grants: [{ role, covers }] })).token
}

/** What the role that serves is told. */
async function app(sql: string, values: unknown[] = []): Promise<string> {
  return database.app
    .write({ studioId, coverage: '*' }, (tx) => tx.prepared(sql, values))
    .then(
      () => 'done',
      (error: unknown) => String(error),
    )
}

async function posted(memo: string): Promise<number> {
  const { rows } = await records.query('select count(*)::int as n from entry where memo = $1', [memo])
  return rows[0].n
}

test('a draft keeps whatever there is of an entry, moves nothing, and is posted when it is whole', async () => {
  const before = await ours.balances()
  const begun = await save({ memo: 'Begun', lines: [{ accountId: ours.account('1010') }, { debit: '12.5' }] })
  deepEqual(
    [begun['effectiveOn'], begun['revision'], begun['state'], begun['lineCount'], begun['sums']],
    [null, 1, 'open', 2, [{ currency: 'USD', amount: '12.5' }]],
  )
  const told = await refusal(post(begun))
  equal(told.code, 'ledger.entry-refused')
  deepEqual(
    told.fields?.map(({ path }) => path),
    ['/effectiveOn', '/lines/1/accountId'],
  )
  const { bookId: _book, ...whole } = ours.entry(ours.lines(['1010', '12.50'], ['4010', '-12.50']), {
    memo: 'Begun',
  })
  const unbalanced = { ...whole, lines: ours.lines(['1010', '12.50'], ['4010', '-12']) }
  const changed = await act('ledger.update-draft', { draftId: begun['id'], revision: 1, ...unbalanced })
  equal(changed['revision'], 2)
  match((await refusal(post(changed))).message, /add a credit of 0\.50 USD/)
  deepEqual(await ours.balances(), before)
  const ready = await act('ledger.update-draft', { draftId: begun['id'], revision: 2, ...whole })
  const entry = await post(ready)
  deepEqual((await ours.balances())['1010 USD'], '12.50')
  const read = await act('ledger.get-draft', { draftId: begun['id'] })
  deepEqual([read['state'], read['entryId']], ['posted', entry['id']])
  const verified = await act('ledger.verify-entries', { bookId: ours.bookId })
  deepEqual(verified['findings'], [])
})

test('an older revision changes, posts and voids nothing; what is settled stays so', async () => {
  const draft = await save(ours.entry(ours.lines(['1010', 3], ['4010', -3]), { memo: 'Settled' }))
  const given = { draftId: draft['id'], revision: 1 }
  await act('ledger.update-draft', { ...given, memo: 'Settled' })
  for (const operation of ['ledger.update-draft', 'ledger.post-draft', 'ledger.void-draft']) {
    const { code, message } = await refusal(act(operation, given))
    equal(code, 'ledger.draft-changed', operation)
    match(message, /you have revision 1, it is at 2/)
  }
  await act('ledger.void-draft', { ...given, revision: 2 })
  for (const operation of ['ledger.update-draft', 'ledger.post-draft', 'ledger.void-draft'])
    equal((await refusal(act(operation, { ...given, revision: 2 }))).code, 'ledger.already-voided')
  equal(await posted('Settled'), 0)
})

test('of many who post, change and void one draft at once, one is first, and it is posted once at most', async () => {
  for (let round = 0; round < 8; round++) {
    const memo = `At once ${round}`
    const content = { ...ours.entry(ours.lines(['1010', 1], ['4010', -1]), { memo }), bookId: undefined }
    const { id: draftId, revision } = await save(ours.entry(content.lines, { memo }))
    const given = { draftId, revision }
    const { bookId: _book, ...rest } = content
    const told = await Promise.allSettled([
      act('ledger.post-draft', given),
      act('ledger.post-draft', given),
      act('ledger.update-draft', { ...given, ...rest }),
      act('ledger.void-draft', given),
      act('ledger.post-draft', given),
    ])
    equal(told.filter(({ status }) => status === 'fulfilled').length, 1, memo)
    const isPosted = [0, 1, 4].some((at) => told[at]?.status === 'fulfilled')
    equal(await posted(memo), isPosted ? 1 : 0)
  }
})

test('a draft of what is posted under its external id answers that entry', async () => {
  const lines = ours.lines(['1010', 8], ['4010', -8])
  const first = await ours.post(lines, { externalId: 'in_1' })
  const [same, again, other] = [
    await save(ours.entry(lines, { externalId: 'in_1' })),
    await save(ours.entry(lines, { externalId: 'in_1' })),
    await save(ours.entry(lines, { externalId: 'in_1', memo: 'Another' })),
  ]
  for (const one of [same, again]) {
    const { id, isKnown } = await post(one)
    deepEqual([id, isKnown], [first['id'], true])
  }
  equal((await refusal(post(other))).code, 'ledger.external-id-taken')
})

test('drafts are for who posts in that book: readers, other entities and other studios see none', async () => {
  const draft = await save({ memo: 'Whose' })
  const given = { draftId: draft['id'], revision: 1 }
  const analyst = await person('analyst', null)
  for (const [operation, input] of [
    ['save-draft', { bookId: ours.bookId }],
    ['get-draft', { draftId: draft['id'] }],
    ['list-drafts', {}],
    ['update-draft', given],
    ['post-draft', given],
    ['void-draft', given],
  ] as const)
    equal((await refusal(act(`ledger.${operation}`, input, analyst))).code, 'catalogue.permission-missing')
  const elsewhere = await person('owner', theirs.entityId)
  for (const operation of ['post-draft', 'void-draft', 'update-draft'])
    equal((await refusal(act(`ledger.${operation}`, given, elsewhere))).code, 'ledger.draft-not-found')
  equal((await refusal(save({}, elsewhere))).code, 'ledger.book-not-found')
  deepEqual((await act('ledger.list-drafts', {}, elsewhere))['total'], 0)
  const within = await person('owner', ours.entityId)
  equal((await act('ledger.get-draft', { draftId: draft['id'] }, within))['memo'], 'Whose')
  equal((await refusal(act('ledger.get-draft', { draftId: newId('draft') }))).code, 'ledger.draft-not-found')
})

test('the table keeps what the handlers keep', async () => {
  const { id } = await save({ memo: 'Kept' })
  match(await app('delete from unposted_entry'), /permission denied/)
  match(await app('update unposted_entry set book_id = book_id'), /permission denied/)
  const change = `update unposted_entry set content = '{"lines": []}'`
  match(await app(`${change} where id = $1`, [id]), /from one revision to the next/)
  match(await app(`update unposted_entry set state = 'posted' where id = $1`, [id]), /check constraint/)
  await act('ledger.void-draft', { draftId: id, revision: 1 })
  match(await app(`update unposted_entry set state = 'open' where id = $1`, [id]), /is settled/)
})
