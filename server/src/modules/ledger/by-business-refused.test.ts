import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { refusal } from '#server/test-refusal.ts'
import { testByBusiness } from './test-by-business.ts'

const { act, database, fresh } = await testByBusiness()

async function code(input: Promise<unknown>): Promise<string> {
  return (await refusal(input)).code
}

test('it is refused in words where it cannot begin', async () => {
  const book = await fresh('Refused LLC')
  const { socks, hats, lines, post } = book
  await post(lines(['6020', 30, hats], ['1010', -30, socks]), { effectiveOn: '2026-01-15' })
  equal(await code(book.balance({ bookId: newId('book') })), 'ledger.book-not-found')
  equal(await code(book.balance({ code: '1010' })), 'ledger.code-taken')
  await act('closing.close-period', {
    bookIds: [book.bookId],
    month: '2026-01',
    kind: 'hard',
    despite: 'A test',
  })
  const closed = await refusal(book.balance({ from: '2026-01-31' }))
  equal(closed.code, 'ledger.period-closed')
  await book.balance({ from: '2026-02-01' })
  const again = await refusal(book.balance({ from: '2026-03-01' }))
  deepEqual([again.code, /from 2026-02-01 on/.test(again.message)], ['ledger.balances-by-business', true])
  equal(Object((await act('ledger.list-accounts', { bookId: book.bookId, search: '3950' })).items).length, 1)
})

test('nobody posts between businesses by hand, and the account stays', async () => {
  const book = await fresh('Hands LLC')
  const { socks, lines, post } = book
  await book.balance()
  const { items } = await act('ledger.list-accounts', { bookId: book.bookId, search: '3950' })
  const [account] = Object(items)
  deepEqual(
    [account.role, account.caption, account.currency, account.type],
    ['between-businesses', 'between-businesses', null, 'equity'],
  )
  const refused = await refusal(
    post([
      ...lines(['1010', 5, socks]),
      Object.assign({ accountId: String(account.id), credit: '5', currency: 'USD' }, socks),
    ]),
  )
  match(refused.message, /moves by itself/)
  equal(
    (await refusal(act('ledger.update-account', { accountId: account.id, isArchived: true }))).code,
    'ledger.account-stays',
  )
  const more = { bookId: book.bookId, code: '3951', name: 'Another', type: 'equity' }
  equal(
    (await refusal(act('ledger.create-account', { ...more, caption: 'between-businesses' }))).code,
    'ledger.wrong-caption',
  )
  equal(
    (await refusal(act('ledger.create-account', { ...more, role: 'between-businesses' }))).kind,
    'invalid',
  )
})

test('the database holds it by itself', async () => {
  const book = await fresh('Table LLC')
  const { socks, hats, lines, post } = book
  const { id } = await post(lines(['6020', 30, hats], ['1010', -30, socks]), { effectiveOn: '2026-01-15' })
  const { id: other } = await post(lines(['1010', 30, socks], ['3010', -30, socks]), {
    effectiveOn: '2026-01-15',
  })
  const { accountIds } = await act('ledger.create-accounts', {
    bookId: book.bookId,
    accounts: [{ code: '3960', name: 'No such', type: 'equity' }],
  })
  const look = await database.look()
  const constraint = async (sql: string, values: unknown[]) =>
    look.query(sql, values).then(
      () => 'done',
      (error: unknown) => Object(error).constraint,
    )
  const begin = `update book set between_account_id = $2, by_business_from = '2026-01-01', by_business_since = now() where id = $1`
  equal(await constraint(begin, [book.bookId, Object(accountIds)[0]]), 'book_between_account')
  await book.balance()
  const account = Object(
    (await act('ledger.list-accounts', { bookId: book.bookId, search: '3950' })).items,
  )[0].id
  equal(await constraint(begin, [book.bookId, account]), 'book_balances_for_good')
  equal(
    await constraint(
      `update book set between_account_id = null, by_business_from = null, by_business_since = null where id = $1`,
      [book.bookId],
    ),
    'book_balances_for_good',
  )
  equal(
    await constraint(`update account set archived_at = now() where id = $1`, [account]),
    'account_between_stays',
  )
  const copy = async (entryId: unknown, to: string) => {
    const copied = newId('entry')
    await look.query('begin')
    await look.query(
      `insert into entry (id, studio_id, book_id, effective_on, memo, source, line_count, digest, actor_kind, actor_id)
       select $1, studio_id, book_id, effective_on, memo, source, line_count, digest, actor_kind, actor_id from entry where id = $2`,
      [copied, entryId],
    )
    const told = await constraint(
      `insert into entry_line (entry_id, position, studio_id, book_id, account_id, effective_on, currency, amount_minor, business_id,
         is_overhead)
       select $1, position, studio_id, book_id, ${to}, effective_on, currency, amount_minor, business_id,
         is_overhead from entry_line where entry_id = $2`,
      [copied, entryId],
    )
    await look.query('rollback')
    return told
  }
  equal(await copy(id, 'account_id'), 'entry_balances_by_business')
  equal(await copy(other, 'account_id'), 'done')
  // Even for its business, and yet the entity would have less than nothing between its businesses.
  equal(
    await copy(other, `case when amount_minor < 0 then '${account}' else account_id end`),
    'entry_balances_by_business',
  )
})
