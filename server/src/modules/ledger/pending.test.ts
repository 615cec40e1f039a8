import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { present } from '#kernel/assert.ts'
import { addPerson } from '#server/test-people.ts'
import { refusal } from '#server/test-refusal.ts'
import { testLedger } from './test-ledger.ts'

const way = await testLedger()
const { act, database, records, studioId, theirs } = way

/** A book with 100 on its bank account, which cannot be overdrawn. */
async function aBook(name: string) {
  const book = await way.open(await way.entity(`${name} LLC`))
  await act('ledger.update-account', { accountId: book.account('1010'), floor: '0' })
  await book.post(book.lines(['1010', 100], ['3010', -100]))
  const out = (amount: number | string, memo = 'Out') =>
    book.entry(book.lines(['1010', `-${amount}`], ['6020', String(amount)]), { memo })
  return {
    ...book,
    out,
    spend: (amount: number) => act('ledger.post-entry', out(amount)),
    reserve: (amount: number | string, more: object = {}) =>
      act('ledger.reserve-entry', { ...out(amount), ...more }),
  }
}
const settle = (how: 'post' | 'void', { id }: Record<string, unknown>) =>
  act(`ledger.${how}-pending`, { pendingId: id })

/** As if its time had come. */
async function runOut(pendingId: unknown): Promise<void> {
  await records.query(
    `begin; set local session_replication_role = 'replica';
     update unposted_entry set created_at = created_at - interval '1 day', expires_at = now() - interval '1 millisecond' where id = '${String(pendingId)}';
     update account_hold set expires_at = (select expires_at from unposted_entry where id = '${String(pendingId)}') where pending_id = '${String(pendingId)}'; commit`,
  )
}

test('what is pending is in no balance, and what it would take is taken until it is posted or voided', async () => {
  const book = await aBook('Holds')
  const before = await book.balances()
  const pending = await book.reserve(60)
  deepEqual(await book.balances(), before)
  deepEqual(
    Object(pending['holds']).map(({ account, amount, currency }: Record<string, object>) => [
      Object(account).code,
      amount,
      currency,
    ]),
    [['1010', '60.00', 'USD']],
  )
  const refused = await refusal(book.spend(50))
  equal(refused.code, 'ledger.below-floor')
  match(
    refused.message,
    /would hold 50\.00 USD, of which 60\.00 USD is held by pending entries, and at least 0\.00 USD/,
  )
  equal((await refusal(book.reserve(41))).code, 'ledger.below-floor')
  const raised = act('ledger.update-account', { accountId: book.account('1010'), floor: '41' })
  equal((await refusal(raised)).code, 'ledger.below-floor')
  await book.spend(40)
  const { id } = await settle('post', pending)
  equal((await book.balances())['1010 USD'], undefined)
  const read = await act('ledger.get-pending', { pendingId: pending['id'] })
  deepEqual([read['state'], read['entryId'], read['holds']], ['posted', id, []])
  deepEqual((await act('ledger.verify-entries', { bookId: book.bookId }))['findings'], [])
  await book.post(book.lines(['1010', 10], ['3010', -10]))
  const given = await book.reserve(10)
  equal((await refusal(book.spend(1))).code, 'ledger.below-floor')
  equal((await settle('void', given))['state'], 'voided')
  await book.spend(10)
})

test('what a pending entry would bring cannot be spent', async () => {
  const book = await aBook('Brings')
  await act('ledger.reserve-entry', book.entry(book.lines(['1010', 1000], ['3010', -1000])))
  equal((await refusal(book.spend(101))).code, 'ledger.below-floor')
  await book.spend(100)
})

test('what has run out holds nothing and is not posted, with nobody coming by; by the clock, too', async () => {
  const book = await aBook('Late')
  const late = await book.reserve(100)
  await runOut(late['id'])
  deepEqual((await act('ledger.get-pending', { pendingId: late['id'] }))['state'], 'expired')
  for (const how of ['post', 'void'] as const)
    equal((await refusal(settle(how, late))).code, 'ledger.pending-expired')
  await book.spend(60)
  const short = await book.reserve(40, { seconds: 1 })
  equal((await refusal(book.spend(40))).code, 'ledger.below-floor')
  await new Promise((resolve) => setTimeout(resolve, 1100))
  equal((await refusal(settle('post', short))).code, 'ledger.pending-expired')
  await book.spend(40)
  equal((await act('ledger.list-pending', { bookId: book.bookId, state: 'expired' }))['total'], 2)
  for (const seconds of [0, -1, 90 * 86_400 + 1])
    equal((await refusal(book.reserve(1, { seconds }))).kind, 'invalid')
})

test('reserving asks all that posting asks, and posting asks it again', async () => {
  const book = await aBook('Asks')
  const wrong = book.entry(book.lines(['1010', -5], ['6020', 4]))
  equal((await refusal(act('ledger.reserve-entry', wrong))).code, 'ledger.entry-refused')
  const { id } = await act('ledger.create-account', {
    bookId: book.bookId,
    code: '6099',
    name: 'Brief',
    type: 'expense',
  })
  const accountId = String(id)
  const lines = [...book.lines(['1010', -5]), { accountId, debit: '5', isOverhead: true }]
  const pending = await act('ledger.reserve-entry', book.entry(lines))
  await act('ledger.update-account', { accountId, isArchived: true })
  equal((await refusal(settle('post', pending))).code, 'ledger.entry-refused')
  equal((await act('ledger.get-pending', { pendingId: pending['id'] }))['state'], 'open')
  equal((await refusal(book.spend(96))).code, 'ledger.below-floor', 'a refused post still holds')
  await act('ledger.update-account', { accountId, isArchived: false })
  const closing = { bookIds: [book.bookId], month: '2026-03', kind: 'hard', despite: 'A test.' }
  await act('closing.close-period', closing)
  equal((await refusal(settle('post', pending))).code, 'ledger.period-closed')
  equal((await refusal(book.reserve(1))).code, 'ledger.period-closed')
})

test('an external id names one thing in a book: the same again answers it, posted or pending', async () => {
  const book = await aBook('Named')
  const given = { externalId: 'pi_1' }
  const first = await book.reserve(10, given)
  equal((await book.reserve('10.00', { ...given, seconds: 60 }))['id'], first['id'])
  const differs = await refusal(book.reserve(11, given))
  equal(differs.code, 'ledger.external-id-reserved')
  match(differs.message, /over 10\.00 USD, and stays with that; what was sent, over 11\.00 USD, differs/)
  const direct = { ...book.out(10), ...given }
  equal((await refusal(act('ledger.post-entry', direct))).code, 'ledger.external-id-pending')
  const { id } = await settle('post', first)
  equal((await book.reserve(10, given))['entryId'], id)
  deepEqual(Object(await act('ledger.post-entry', direct)).id, id)
  await act('ledger.post-entry', { ...book.out(3), externalId: 'pi_2' })
  equal((await refusal(book.reserve(3, { externalId: 'pi_2' }))).code, 'ledger.external-id-taken')
  // What came to nothing leaves the id to an entry, and is not reserved anew by a request that comes late.
  const gone = await book.reserve(5, { externalId: 'pi_3' })
  await settle('void', gone)
  const late = await book.reserve(5, { externalId: 'pi_3' })
  deepEqual([late['id'], late['state']], [gone['id'], 'voided'])
  equal((await act('ledger.post-entry', { ...book.out(5), externalId: 'pi_3' }))['isKnown'], false)
})

test('reserved and posted under one external id at once, it is one of the two', async () => {
  const book = await aBook('Both')
  for (let round = 0; round < 12; round++) {
    const entry = { ...book.out(1), externalId: `both-${round}` }
    const told = await Promise.allSettled([
      act('ledger.reserve-entry', entry),
      act('ledger.post-entry', entry),
      act('ledger.reserve-entry', entry),
      act('ledger.post-entry', entry),
    ])
    const done = told.map(({ status }) => status === 'fulfilled')
    deepEqual(
      [done[0] === done[2], done[1] === done[3], done[0] !== done[1]],
      [true, true, true],
      String(done),
    )
  }
})

test('posted, voided and run out at once, one thing becomes of it, and the money is there once', async () => {
  for (let round = 0; round < 10; round++) {
    const book = await aBook(`Race ${round}`)
    const pending = await book.reserve(100)
    const [first, second, voided, , ...spent] = await Promise.allSettled([
      settle('post', pending),
      settle('post', pending),
      settle('void', pending),
      round % 2 === 0 ? runOut(pending['id']) : undefined,
      book.spend(100),
      book.spend(100),
      book.reserve(100),
    ])
    const posts = [first, second].filter((one) => one?.status === 'fulfilled').length
    const isVoided = voided?.status === 'fulfilled'
    const spends = spent.filter(({ status }) => status === 'fulfilled').length
    ok(posts + (isVoided ? 1 : 0) <= 1, 'settled once at most')
    ok(posts + spends <= 1, `${posts} posted, ${spends} spent or reserved`)
    const { rows } = await records.query(
      `select (select coalesce(sum(debit_minor - credit_minor), 0) from account_day where account_id = $1)::int
         - (select coalesce(sum(minor), 0) from account_hold where account_id = $1 and expires_at > now())::int as free`,
      [book.account('1010')],
    )
    ok(rows[0].free >= 0, String(rows[0].free))
  }
})

test('many at once reserve no more than there is', async () => {
  const book = await aBook('Many')
  const told = await Promise.allSettled(Array.from({ length: 15 }, () => book.reserve(30)))
  equal(told.filter(({ status }) => status === 'fulfilled').length, 3)
})

test('readers see what is pending and settle nothing; other entities see none of it', async () => {
  const book = await aBook('Seen')
  const pending = await book.reserve(10)
  const person = async (role: 'analyst' | 'owner', covers: string) =>
    (await addPerson(database.app, { studioId, grants: [{ role, covers }] })).token
  const [reader, elsewhere] = [await person('analyst', book.entityId), await person('owner', theirs.entityId)]
  const given = { pendingId: pending['id'] }
  equal((await act('ledger.get-pending', given, reader))['state'], 'open')
  for (const [operation, input] of [
    ['reserve-entry', book.out(1)],
    ['post-pending', given],
    ['void-pending', given],
  ] as const) {
    equal((await refusal(act(`ledger.${operation}`, input, reader))).code, 'catalogue.permission-missing')
    match(
      (await refusal(act(`ledger.${operation}`, input, elsewhere))).code,
      /^ledger\.(pending|book)-not-found$/,
    )
  }
  equal((await act('ledger.list-pending', {}, elsewhere))['total'], 0)
  const seen = await database.app.read({ studioId, coverage: `{${theirs.entityId}}` }, (tx) =>
    tx.prepared('select from account_hold union all select from unposted_entry', []),
  )
  deepEqual(seen, [])
})

test('the table holds the floor and the hold by itself', async () => {
  const book = await aBook('Table')
  const pending = await book.reserve(80)
  const app = (sql: string, values: unknown[] = []) =>
    database.app
      .write({ studioId, coverage: '*' }, (tx) => tx.prepared(sql, values))
      .then(
        () => 'done',
        (error: unknown) => String(error),
      )
  const cash = book.account('1010')
  match(
    await app(`update account set floor_minor = 2001 where id = $1`, [cash]),
    /would fall below its floor/,
    'a floor above what is free',
  )
  const [hold] = await records
    .query(`select * from account_hold where pending_id = $1`, [pending['id']])
    .then(({ rows }) => rows)
  const more = await book.reserve(20)
  const other = await act('ledger.reserve-entry', book.entry(book.lines(['1020', -5], ['3010', 5])))
  match(
    await app(
      `insert into account_hold (pending_id, account_id, studio_id, book_id, minor, expires_at)
       select id, $2::text, studio_id, book_id, 1, expires_at from unposted_entry where id = $1`,
      [other['id'], cash],
    ),
    /would fall below its floor/,
    'a hold of what is not free',
  )
  match(
    await app(
      `insert into account_hold (pending_id, account_id, studio_id, book_id, minor, expires_at) values ($1, $2, $3, $4, 1, $5)`,
      [pending['id'], book.account('1020'), studioId, book.bookId, new Date(Date.now() + 1e9)],
    ),
    /foreign key/,
    'a hold ends with its entry',
  )
  equal(present(hold, 'its hold').minor, '8000')
  match(await app(`update account_hold set minor = 1`), /permission denied/)
  match(
    await app(
      `update unposted_entry set content = jsonb_set(content, '{memo}', '"x"'), revision = 2 where id = $1`,
      [pending['id']],
    ),
    /pending as it is/,
  )
  await runOut(pending['id'])
  match(
    await app(`update unposted_entry set state = 'posted', entry_id = $2 where id = $1`, [
      pending['id'],
      newId('entry'),
    ]),
    /ran out/,
  )
  match(
    await app(`update unposted_entry set state = 'posted', entry_id = $2 where id = $1`, [
      more['id'],
      newId('entry'),
    ]),
    /foreign key/,
    'posted as what is not there',
  )
})
