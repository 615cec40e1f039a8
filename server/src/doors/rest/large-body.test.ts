import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { caller, testSystem } from '#server/test-system.ts'
import { createWay } from '#server/system.ts'

/** What one operation alone takes: a file is longer than any other request. */
const { url, machineKey, database, settings } = await testSystem({ isFounded: true })
const call = caller(createWay(database.app, settings).invoke)
const me = await call('identity.get-me', {}, machineKey)
const studioId = idFrom('studio', Object(me['studio']).id)
const records = await database.look()
const entity = await call(
  'entities.create-entity',
  { name: 'Big LLC', kind: 'LLC', jurisdiction: 'US-DE' },
  machineKey,
)

const Told = z.looseObject({ code: z.string().optional(), detail: z.string().optional() })

async function post(path: string, body: string, token: string | undefined) {
  const response = await fetch(new URL(`/api/v1/businesses/${path}`, url), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
  })
  return { status: response.status, body: Told.parse(await response.json()) }
}

function fileOf(rows: number): string {
  const about = 'x'.repeat(1000)
  const csv = `Name,Description\n${Array.from({ length: rows }, (_nothing, at) => `Row ${at},${about}\n`).join('')}`
  return JSON.stringify({ csv, entityId: entity['id'] })
}

test('an import takes megabytes, and every other operation one', async () => {
  const imported = await post('import-businesses', fileOf(3000), machineKey)
  deepEqual([imported.status, imported.body['ready']], [200, 3000])
  const other = await post('create-category', JSON.stringify({ name: 'x'.repeat(1_100_000) }), machineKey)
  deepEqual([other.status, other.body.code], [400, 'rest.body-too-large'])
  ok(other.body.detail?.includes('1,000,000 bytes'), other.body.detail)
})

test('nobody sends megabytes who may not do it: the body is not even read', async () => {
  // Not JSON: had it been read, the answer would be about that.
  const body = 'x'.repeat(2_000_000)
  const visitor = await post('import-businesses', body, undefined)
  deepEqual([visitor.status, visitor.body.code], [401, 'catalogue.sign-in-needed'])
  const reader = await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: null }] })
  const refused = await post('import-businesses', body, reader.token)
  deepEqual([refused.status, refused.body.code], [403, 'catalogue.permission-missing'])
  const { rows } = await records.query(
    `select operation, door from audit_line where outcome = 'refused' order by id desc limit 1`,
  )
  deepEqual(rows, [{ operation: 'businesses.import-businesses', door: 'rest' }])
})

test('what is longer than even an import takes is refused with the number', async () => {
  const answer = await post('import-businesses', `"${'x'.repeat(41_000_000)}"`, machineKey)
  equal(answer.body.code, 'rest.body-too-large')
  ok(answer.body.detail?.includes('40,000,000 bytes'), answer.body.detail)
})
