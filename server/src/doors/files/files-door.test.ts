import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { createWay } from '#server/system.ts'
import { addPerson, type TestGrant } from '#server/test-people.ts'
import { SECRETS, caller, testSystem } from '#server/test-system.ts'
import { contentDisposition } from './content-disposition.ts'

const { url, database, machineKey, settings } = await testSystem({ isFounded: true })
const call = caller(createWay(database.app, settings).invoke)
const me = await call('identity.get-me', {}, machineKey)
const studioId = idFrom('studio', Object(me['studio']).id)
const make = async (operation: string, input: object) =>
  String((await call(operation, input, machineKey))['id'])
const entityId = await make('entities.create-entity', { name: 'Ours', kind: 'LLC', jurisdiction: 'US-DE' })
const elsewhere = await make('entities.create-entity', { name: 'Theirs', kind: 'LLC', jurisdiction: 'US-DE' })
const subjectId = await make('businesses.create-business', { name: 'Bakery', entityId })
const person = (role: TestGrant['role'], covers: string | null) =>
  addPerson(database.app, { studioId, grants: [{ role, covers }] })
const ours = await person('operator', entityId)

const Staged = z.object({ upload: z.string(), size: z.int() })
async function send(bytes: BodyInit | null, token: string | undefined, headers: Record<string, string> = {}) {
  const response = await fetch(new URL('/api/v1/uploads', url), {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: bytes,
  })
  const body: unknown = await response.json()
  return { status: response.status, body, code: Object(body).code }
}
async function attached(bytes: Buffer<ArrayBuffer>, name: string): Promise<string> {
  const { body } = await send(bytes, ours.token)
  const { upload } = Staged.parse(body)
  return String((await call('attachments.attach-file', { subjectId, name, upload }, ours.token))['id'])
}
const get = (id: string, token: string) =>
  fetch(new URL(`/api/v1/files/${id}`, url), { headers: { authorization: `Bearer ${token}` } })

test('a large file is sent ahead, attached, and comes back as it was, never to be shown', async () => {
  const bytes = randomBytes(3_000_000)
  const response = await get(await attached(bytes, 'Bücher "2025" – final.pdf'), ours.token)
  equal(response.status, 200)
  ok(Buffer.from(await response.arrayBuffer()).equals(bytes))
  const told = ['content-type', 'content-length', 'x-content-type-options', 'content-security-policy']
  deepEqual(
    told.map((name) => response.headers.get(name)),
    ['application/octet-stream', '3000000', 'nosniff', "default-src 'none'; sandbox"],
  )
  equal(
    response.headers.get('content-disposition'),
    `attachment; filename="B_cher _2025_ _ final.pdf"; filename*=UTF-8''B%C3%BCcher%20%222025%22%20%E2%80%93%20final.pdf`,
  )
})

test('a page of HTML is given out as bytes, whatever it is called', async () => {
  const page = Buffer.from('<html><script>fetch("/api")</script></html>')
  const response = await get(await attached(page, 'photo.png'), ours.token)
  equal(response.headers.get('content-type'), 'application/octet-stream')
  ok(response.headers.get('content-disposition')?.startsWith('attachment'))
})

test('no name can end the header or begin another', () => {
  equal(
    contentDisposition('a"\r\nx: y%00'),
    `attachment; filename="a___x: y_00"; filename*=UTF-8''a%22%0D%0Ax%3A%20y%2500`,
  )
  ok(contentDisposition('\ud800.txt').endsWith('%EF%BF%BD.txt'))
})

test('who may not attach sends nothing, and what is no file is refused', async () => {
  equal((await send('x', undefined)).code, 'catalogue.sign-in-needed')
  equal((await send('x', (await person('analyst', null)).token)).code, 'catalogue.permission-missing')
  equal((await send('x', undefined, { cookie: `iza_access=${ours.token}` })).code, 'door.foreign-origin')
  equal((await send('x', ours.token, { origin: 'https://evil.example' })).code, 'door.foreign-origin')
  ok((await send('{}', ours.token, { 'content-type': 'application/json' })).status >= 400)
  equal((await send(Buffer.alloc(0), ours.token)).code, 'files.empty')
  const before = filesKept()
  const large = await send(Buffer.alloc(25 * 1024 * 1024 + 1), ours.token)
  deepEqual([large.status, large.code], [400, 'files.too-large'])
  equal(filesKept(), before)
})

const filesKept = () => readdirSync(join(SECRETS.filesDir, studioId), { recursive: true }).length

test('rights are asked at each download', async () => {
  const id = await attached(Buffer.from('Only ours'), 'ours.txt')
  const reader = await person('analyst', entityId)
  equal((await get(id, reader.token)).status, 200)
  equal((await get(id, (await person('analyst', elsewhere)).token)).status, 404)
  equal((await get('../../machine', reader.token)).status, 404)
  equal((await get('att_x', reader.token)).status, 400)
  const grants = [{ role: 'analyst', covers: elsewhere }]
  await call('identity.set-person-grants', { personId: reader.personId, grants }, machineKey)
  equal((await get(id, reader.token)).status, 404)
})

test('bytes that were altered are not given out', async () => {
  const id = await attached(Buffer.from('The licence of 2025'), 'licence.txt')
  const { sha256 } = await call('attachments.get-file', { attachmentId: id }, ours.token)
  const place = join(SECRETS.filesDir, studioId, String(sha256).slice(0, 2), String(sha256))
  writeFileSync(place, 'The licence of 2026')
  const response = await get(id, ours.token)
  equal(Object(await response.json()).code, 'attachments.damaged-file')
  ok(response.status >= 500)
})
