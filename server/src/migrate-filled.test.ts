import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { idFrom } from '#kernel/ids.ts'
import { atEnd } from './database/at-end.ts'
import { migrate } from './database/migrate.ts'
import { openSignals } from './database/signals.ts'
import { earlierDatabase, type TestDatabase } from './database/test-database.ts'
import { carryOut } from './modules/approvals/carry-out.ts'
import { rowsOf } from './modules/group/test-group.ts'
import { newToken, tokenHash } from './modules/identity/index.ts'
import { CHARTS, chartCaption } from './modules/ledger/charts.ts'
import { startWorker } from './runs/worker.ts'
import { createWay } from './system.ts'
import { addPerson } from './test-people.ts'
import { waitFor } from './runs/test-runs.ts'
import { caller, SECRETS } from './test-system.ts'

const YEAR = { from: '2025-01-01', to: '2025-12-31' }
/** What waited would have run out since. */
const STILL_WAITS = `
  update approval set expires_at = now() + interval '1 day' where status = 'pending';
  update unposted_entry set created_at = now(), expires_at = now() + interval '1 day' where kind = 'pending' and state = 'open';
  update account_hold set expires_at = held.expires_at from unposted_entry as held where held.id = pending_id;`

/** What the program of that migration left, brought up to this one, which then works on it. */
async function migratedFrom(version: number, changed?: string) {
  const database = await earlierDatabase(version, changed)
  const applied = await migrated(database)
  const machineKey = newToken('machine')
  const settings = { machineKeyHash: tokenHash(machineKey), ...SECRETS }
  const { catalogue, invoke, invokeApproved } = createWay(database.app, settings)
  const call = caller(invoke)
  const act = (operation: string, input: object, token = machineKey) => call(operation, input, token)
  const records = await database.look()
  const { items } = await act('ledger.list-books', {})
  const books = rowsOf({ items }, 'items').map(({ id, entity }) => ({
    bookId: String(id),
    entityId: String(Object(entity).id),
    name: String(Object(entity).name),
  }))
  const bookOf = (name: string) => {
    const found = books.find((one) => one.name === name)
    ok(found, `a book of ${name}`)
    return found
  }
  const me = await act('identity.get-me', {})
  return {
    database,
    applied,
    catalogue,
    invoke,
    invokeApproved,
    machineKey,
    act,
    records,
    books,
    bookOf,
    studioId: idFrom('studio', Object(me['studio']).id),
    found: async (sql: string, values: unknown[] = []) => (await records.query(sql, values)).rows,
    account: async (bookId: string, code: string) =>
      String(
        (await records.query('select id from account where book_id = $1 and code = $2', [bookId, code]))
          .rows[0].id,
      ),
  }
}

type Way = Awaited<ReturnType<typeof migratedFrom>>

async function migrated(database: TestDatabase): Promise<string[]> {
  const owner = new pg.Client(database.configFor('owner'))
  await owner.connect()
  atEnd(() => owner.end())
  return migrate(owner)
}

/** Everything that was posted still verifies, and every read without an input answers. */
async function isWhole({ act, catalogue, books }: Way) {
  for (const { bookId, name } of books) {
    const { findings, nextCursor } = await act('ledger.verify-entries', { bookId })
    deepEqual([name, findings, nextCursor], [name, [], null])
    const sheet = await act('statements.get-statement', {
      kind: 'balance-sheet',
      bookId,
      periods: [{ to: '2026-12-31' }],
    })
    deepEqual(
      rowsOf(sheet, 'checks').filter(({ isMet }) => isMet === false),
      [],
      name,
    )
  }
  const reads = catalogue.operations.filter(
    ({ effect, scope, input }) => effect === 'read' && scope !== 'public' && input.safeParse({}).success,
  )
  ok(reads.length > 30)
  for (const { name } of reads)
    await act(name, {}).catch((error: unknown) => {
      // Some ask for what depends on the caller: refused in words, and no fault.
      if (!(error instanceof Error) || error.name !== 'Problem') throw error
    })
}

async function postsAndReverses({ act, account }: Way, bookId: string) {
  const [cash, capital] = [await account(bookId, '1010'), await account(bookId, '3010')]
  const posted = await act('ledger.post-entry', {
    bookId,
    effectiveOn: '2026-11-02',
    memo: 'After the migration',
    lines: [
      { accountId: cash, debit: '70' },
      { accountId: capital, credit: '70' },
    ],
  })
  const back = await act('ledger.reverse-entry', { entryId: posted['id'], effectiveOn: '2026-11-03' })
  const { reversedById } = await act('ledger.get-entry', { entryId: posted['id'] })
  equal(reversedById, back['id'])
}

test('books of before there were captions: each account has the one of its chart, and they are worked on', async () => {
  const way = await migratedFrom(34)
  equal(way.applied[0], '000035-captions.sql')
  const charted = new Map(
    Object.values(CHARTS).flatMap((accounts) =>
      accounts.map((one) => [`${one.code} ${one.name}`, chartCaption(one)]),
    ),
  )
  const accounts = await way.found(
    `select code || ' ' || name as account, caption from account order by code, name`,
  )
  const others = accounts.filter(({ account, caption }) => charted.get(account) !== caption)
  deepEqual(others, [
    { account: '1090 Petty cash', caption: 'cash' },
    { account: '6990 Sundry', caption: 'operating-expenses' },
  ])
  ok(accounts.length > 100)
  await isWhole(way)
  await postsAndReverses(way, way.bookOf('Holding LLC').bookId)
})

test('35 under its wording of before it was mended is the same migration; another wording is none', async () => {
  const database = await earlierDatabase(34)
  await migrated(database)
  const records = await database.look()
  const wording = (checksum: string) =>
    records.query('update schema_migration set checksum = $1 where version = 35', [checksum])
  await wording('885b45813f362f7aef06a4b5cf3774ce170236615abe8a8906b1237d1bd8e2ca')
  deepEqual(await migrated(database), [])
  await wording('f'.repeat(64))
  await migrated(database).then(
    () => ok(false, 'it was taken'),
    (error: unknown) => match(String(error), /000035-captions\.sql was applied in another wording/),
  )
})

const FORTY_THREE = await migratedFrom(43, STILL_WAITS)

test('of stakes that ended before their ends were kept, each end that stood is known, from the instant on at which it was replaced', async () => {
  const { found } = FORTY_THREE
  equal(FORTY_THREE.applied[0], '000044-choices-of-imports.sql')
  const kept = await found(
    `select entity.name, coalesce(owner.name, holder.name) as owner, before.until_on::text as before, stake.until_on::text as now,
       exists (select from event where event.subject_id = stake.id and event.type = 'entities.stake-ended'
         and date_trunc('milliseconds', event.at) = before.replaced_at) as is_of_event
     from stake_end_before as before join stake on stake.id = before.stake_id join entity on entity.id = stake.entity_id
     left join entity as owner on owner.id = stake.owner_entity_id left join holder on holder.id = stake.owner_holder_id
     order by entity.name, owner, before.replaced_at`,
  )
  const grace = { owner: 'Grace Hopper', is_of_event: true }
  deepEqual(kept, [
    { ...grace, name: 'Other LLC', before: null, now: '2026-03-31' },
    { ...grace, name: 'Other LLC', before: '2025-12-31', now: '2026-03-31' },
    { ...grace, name: 'Other LLC', before: null, now: '2026-03-31' },
    { name: 'Other LLC', owner: 'Holding LLC', before: null, now: '2026-06-30', is_of_event: true },
    { ...grace, name: 'Rhine GmbH', before: null, now: '2024-06-30' },
  ])
  equal((await found(`select from event where type = 'entities.stake-ended'`)).length, kept.length)
})

test('a consolidation of before is read as it was made, says so, and made again knows what was known then', async () => {
  const { act, found, bookOf } = FORTY_THREE
  const { items } = await act('group.list-consolidations', {})
  const [after, before] = rowsOf({ items }, 'items')
  const { entityId } = bookOf('Holding LLC')
  for (const made of [before, after]) {
    equal(made?.['reckoning'], 1)
    const whole = await act('group.get-consolidation', { id: made?.['id'] })
    match(String(rowsOf(whole, 'notes')[0]?.['says']), /^It was made by an earlier way of reckoning/)
    const again = await act('group.consolidate-entity', { entityId, ...YEAR, recordedAt: made?.['knownAt'] })
    deepEqual(
      [again['result'], again['resultOfOthers'], again['difference']],
      [made?.['result'], made?.['resultOfOthers'], '0.00'],
    )
    const stakes = await found('select ownership from consolidation where id = $1', [again['id']])
    const then = await found('select ownership from consolidation where id = $1', [made?.['id']])
    deepEqual(stakes, then)
  }
  // The whole of the year after: with the stake that was let go in its middle.
  await act('ledger.record-rates', {
    rates: [{ base: 'EUR', quote: 'USD', on: '2026-07-31', rate: '1.21', source: 'Test' }],
  })
  const next = await act('group.consolidate-entity', { entityId, from: '2026-01-01', to: '2026-07-31' })
  equal(next['difference'], '0.00')
})

test('the program works on the books: it posts, reverses, posts what was not posted, and balances by business', async () => {
  const way = FORTY_THREE
  const { act, found, bookOf } = way
  await isWhole(way)
  const { bookId } = bookOf('Holding LLC')
  await postsAndReverses(way, bookId)
  const drafts = rowsOf(await act('ledger.list-drafts', { bookId }), 'items')
  const draft = drafts.find(({ memo }) => memo === 'A draft')
  await act('ledger.post-draft', { draftId: draft?.['id'], revision: draft?.['revision'] })
  const pending = rowsOf(await act('ledger.list-pending', { bookId: bookOf('Other LLC').bookId }), 'items')
  await act('ledger.post-pending', { pendingId: pending.find(({ memo }) => memo === 'Reserved')?.['id'] })
  deepEqual(await found('select from account_hold'), [])
  const book = await act('ledger.balance-by-business', { bookId, from: '2026-11-05' })
  equal(book['byBusinessFrom'], '2026-11-05')
  await postsAndReverses(way, bookOf('Rhine GmbH').bookId)
  await isWhole(way)
})

test('books that came in before are held against ours as they were, and the same company comes in no second time unnoticed', async () => {
  const { act, found } = FORTY_THREE
  const [{ id }] = await found('select id from book_import')
  const whole = await act('migration.get-import', { importId: id })
  equal(whole['tiesOut'], true)
  deepEqual(
    rowsOf(whole, 'rows').filter(({ difference }) => Number(difference) !== 0),
    [],
  )
  deepEqual(await found('select from book_import_choice'), [])
})

test('what waited before there were sentences is read without one, accepted and carried out', async () => {
  const { act, database, invoke, invokeApproved, studioId, found } = FORTY_THREE
  const waiting = await found(
    `select id, operation, says from approval where status = 'pending' order by operation`,
  )
  deepEqual(
    waiting.map(({ operation, says }) => [operation, says]),
    [
      ['closing.reopen-period', null],
      ['ledger.post-entry', null],
    ],
  )
  const owner = await addPerson(database.app, { studioId, grants: [{ role: 'owner', covers: null }] })
  const signals = openSignals(database.configFor('app'))
  atEnd(() => signals.close())
  const worker = startWorker({
    database: database.app,
    signals,
    invoke,
    invokeApproved,
    programs: [carryOut],
    log: (error) => ok(false, String(error)),
  })
  atEnd(() => worker.close())
  for (const { id } of waiting) {
    const seen = await act('approvals.get-approval', { approvalId: id }, owner.token)
    deepEqual([seen['status'], seen['canDecide'], seen['says']], ['pending', true, null])
    await act('approvals.accept-approval', { approvalId: id }, owner.token)
    await waitFor(async () => {
      const [now] = await found('select status, problem from approval where id = $1', [id])
      return { isThere: now.status === 'done', seen: now }
    })
  }
})
