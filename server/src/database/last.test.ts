import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { newId, type Id } from '#kernel/ids.ts'
import type { Transaction } from './database.ts'
import { testDatabase } from './test-database.ts'

const { app, look } = await testDatabase()
const admin = await look()

test('what goes last is written with the commit, and nothing sees it before', async () => {
  const studioId = newId('studio')
  const seen = await app.write({ studioId }, async (tx) => {
    tx.last(() => insert(tx, studioId))
    return tx.prepared('select from studio where id = $1', [studioId])
  })
  assert.equal(seen.length, 0)
  assert.deepEqual(await there([studioId]), [studioId])
})

test('where the last one fails, its own error is told and nothing of the transaction stays', async () => {
  const [taken, other] = [newId('studio'), newId('studio')]
  await app.write({ studioId: taken }, (tx) => insert(tx, taken))
  const failing = app.write({ studioId: other }, async (tx) => {
    await insert(tx, other)
    await tx.enter({ studioId: taken })
    tx.last(() => insert(tx, taken))
  })
  await assert.rejects(failing, /duplicate key/)
  assert.deepEqual(await there([taken, other]), [taken])
})

test('what is sent meanwhile is waited for, and its own error is told whatever fails after it', async () => {
  const [first, other] = [newId('studio'), newId('studio')]
  await app.write({ studioId: first }, async (tx) => {
    tx.meanwhile(() => insert(tx, first))
  })
  assert.deepEqual(await there([first]), [first])
  const failing = app.write({ studioId: other }, async (tx) => {
    await insert(tx, other)
    await tx.enter({ studioId: first })
    tx.meanwhile(() => insert(tx, first))
    await tx.prepared('select from studio', [])
  })
  await assert.rejects(failing, /duplicate key/)
  assert.deepEqual(await there([first, other]), [first])
  const refusing = app.write({ studioId: other }, async (tx) => {
    tx.meanwhile(() => insert(tx, other))
    throw new Error('the handler’s own')
  })
  await assert.rejects(refusing, /the handler’s own/)
  assert.deepEqual(await there([other]), [])
})

test('a trial finds what would fail, and leaves nothing', async () => {
  const [taken, tried] = [newId('studio'), newId('studio')]
  await app.write({ studioId: taken }, (tx) => insert(tx, taken))
  const lastly = (id: Id<'studio'>) =>
    app.read({ studioId: id }, async (tx) => {
      tx.last(() => insert(tx, id))
    })
  await assert.rejects(lastly(taken), /duplicate key/)
  await lastly(tried)
  assert.deepEqual(await there([tried]), [])
})

function insert(tx: Transaction, id: Id<'studio'>) {
  return tx.prepared('insert into studio (id, name) values ($1, $2)', [id, 'A studio'])
}

async function there(ids: readonly string[]): Promise<string[]> {
  const { rows } = await admin.query('select id from studio where id = any ($1)', [ids])
  return rows.map(({ id }) => String(id))
}
