import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import { testRuns, waitFor } from '#server/runs/test-runs.ts'
import { addPerson, type TestGrant } from '#server/test-people.ts'
import { SECRETS, TEST_MEANS } from '#server/test-system.ts'
import { sweepFiles } from './sweep-files.ts'
import { stageUpload } from './uploads.ts'
import { verifyFiles } from './verify-files.ts'

const { database, machineKey, call, studioId, records, startWorking, enqueue, look } = await testRuns()
const files = TEST_MEANS.files
const make = async (operation: string, input: object) =>
  String((await call(operation, input, machineKey))['id'])
const entity = (name: string) => make('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US-DE' })
const [ours, theirs] = [await entity('Ours LLC'), await entity('Theirs LLC')]
const bakery = await make('businesses.create-business', { name: 'Bakery', entityId: ours })
const person = (role: TestGrant['role'], covers: string | null) =>
  addPerson(database.app, { studioId, grants: [{ role, covers }] })
const ofOurs = await person('operator', ours)
const ofTheirs = await person('operator', theirs)

const attach = (input: object, token = ofOurs.token) =>
  call('attachments.attach-file', { subjectId: bakery, name: 'licence.pdf', ...input }, token)
const content = (text: string) => ({ content: Buffer.from(text).toString('base64') })
async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}
const stage = (actorId: string, bytes: Buffer) =>
  stageUpload(files, { studioId, actorId, bytes: once(bytes) })

async function refused(work: Promise<unknown>, code: string, words = /./): Promise<void> {
  await rejects(work, (error) => {
    ok(error instanceof Problem, String(error))
    equal(error.code, code)
    ok(words.test(error.message), error.message)
    return true
  })
}
const NOT_OPEN = 'catalogue.not-found'

test('a file lies beside what it is about, for whoever sees that', async () => {
  const file = await attach(content('%PDF-1.7 The licence'))
  equal(file['mediaType'], 'application/pdf')
  equal(file['size'], 20)
  const { items } = await call('attachments.list-files', { subjectId: bakery }, ofOurs.token)
  deepEqual(items, [file])
  await refused(call('attachments.list-files', { subjectId: bakery }, ofTheirs.token), NOT_OPEN)
  await refused(call('attachments.get-file', { attachmentId: file['id'] }, ofTheirs.token), NOT_OPEN)
  await refused(attach(content('x'), ofTheirs.token), NOT_OPEN)
  await refused(attach(content('x'), (await person('analyst', null)).token), 'catalogue.permission-missing')
  equal(Object(await call('attachments.list-files', {}, ofTheirs.token)).total, 0)
})

test('what a file is called is its name alone, and what it is, its bytes say', async () => {
  const named = async (name: string, text = 'x') => {
    const file = await attach({ name, ...content(text) })
    return [file['name'], file['mediaType']]
  }
  deepEqual(await named('../../etc/passwd'), ['passwd', 'application/octet-stream'])
  deepEqual(await named(String.raw`C:\books\2025.xlsx`, 'PK\u0003\u0004'), [
    '2025.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
  deepEqual(await named('photo.png', '<html><script>alert(1)</script>'), [
    'photo.png',
    'application/octet-stream',
  ])
  deepEqual(await named('bomb.zip', 'PK\u0003\u0004'), ['bomb.zip', 'application/zip'])
  deepEqual(await named('fdp.\u202eexe'), ['fdp.exe', 'application/octet-stream'])
  await refused(attach({ name: '..', ...content('x') }), 'attachments.bad-name')
  await refused(attach({ name: 'a\u0000b', ...content('x') }), 'catalogue.invalid-input')
})

test('an upload is good for who sent it, for an hour, and once', async () => {
  const bytes = randomBytes(2_000_000)
  const { upload } = await stage(ofOurs.personId, bytes)
  await refused(attach({ upload, subjectId: theirs }, ofTheirs.token), 'attachments.unknown-upload')
  await refused(attach({ upload: `${upload}x` }), 'attachments.unknown-upload')
  await refused(attach({ upload, ...content('x') }), 'attachments.content-or-upload')
  await refused(attach({}), 'attachments.content-or-upload')
  const both = await Promise.allSettled([attach({ upload }), attach({ upload })])
  equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
  await refused(attach({ upload }), 'attachments.upload-used')
  const late = files.receipts.issue({
    ...(files.receipts.read(upload) ?? {
      uploadId: '',
      studioId: '',
      actorId: '',
      sha256: '',
      size: 0,
      mediaType: '',
    }),
    untilMs: Date.now() - 1,
  })
  await refused(attach({ upload: late }), 'attachments.unknown-upload')
})

test('the same content sent twice at once is kept once and stands twice', async () => {
  const bytes = randomBytes(500_000)
  const [one, two] = await Promise.all([stage(ofOurs.personId, bytes), stage(ofOurs.personId, bytes)])
  await Promise.all([attach({ upload: one.upload }), attach({ upload: two.upload })])
  const { rows } = await records.query(
    `select (select count(*)::int from attachment where sha256 = $1) as attached,
       (select count(*)::int from stored_file where sha256 = $1) as stored`,
    [one.sha256],
  )
  deepEqual(rows, [{ attached: 2, stored: 1 }])
})

test('removed is hidden and kept; others’ are for moderators', async () => {
  const { id: attachmentId } = await attach(content('To be removed'))
  const remove = (token: string) => call('attachments.remove-file', { attachmentId }, token)
  await refused(remove((await person('operator', null)).token), 'attachments.not-yours-to-remove')
  await remove(ofOurs.token)
  await refused(call('attachments.get-file', { attachmentId }, ofOurs.token), NOT_OPEN)
  await call('attachments.restore-file', { attachmentId }, ofOurs.token)
  await remove(machineKey)
  await refused(
    call('attachments.restore-file', { attachmentId }, ofOurs.token),
    'attachments.not-yours-to-remove',
  )
})

const placeOf = (sha256: string) => join(SECRETS.filesDir, studioId, sha256.slice(0, 2), sha256)

test('bytes that nobody attached are swept after a day, and what a row names is kept', async () => {
  const kept = await attach(content('Kept for good'))
  const orphan = await stage(ofOurs.personId, Buffer.from('Never attached'))
  const young = await stage(ofOurs.personId, Buffer.from('Just sent'))
  for (const sha256 of [String(kept['sha256']), orphan.sha256]) utimesSync(placeOf(sha256), 1000, 1000)
  const worker = startWorking([sweepFiles(files)])
  const runId = await enqueue(sweepFiles(files), {})
  await waitFor(async () => {
    const seen = await look(runId)
    return { isThere: seen.status === 'done', seen }
  })
  await worker.close()
  const left = readdirSync(join(SECRETS.filesDir, studioId), { recursive: true }).join()
  ok(left.includes(String(kept['sha256'])) && left.includes(young.sha256) && !left.includes(orphan.sha256))
  await refused(attach({ upload: orphan.upload }), 'attachments.unknown-upload', /Send the file/)
})

const faults = async (token: string) => {
  const { items } = await call('exceptions.list-exceptions', { rule: 'attachments.damaged-files' }, token)
  return z
    .array(z.object({ subjectId: z.string() }))
    .parse(items)
    .map(({ subjectId }) => subjectId)
}

test('a file that was altered or is missing is an exception, until it is attached again', async () => {
  const [altered, missing] = [await attach(content('To be altered')), await attach(content('To be lost'))]
  writeFileSync(placeOf(String(altered['sha256'])), 'Was altered !')
  rmSync(placeOf(String(missing['sha256'])))
  const worker = startWorking([verifyFiles(files)])
  const runId = await enqueue(verifyFiles(files), {})
  await waitFor(async () => {
    const seen = await look(runId)
    return { isThere: seen.status === 'done', seen }
  })
  await worker.close()
  deepEqual(new Set(await faults(ofOurs.token)), new Set([altered['id'], missing['id']]))
  deepEqual(await faults(ofTheirs.token), [])
  await attach(content('To be altered'))
  deepEqual(await faults(ofOurs.token), [missing['id']])
})
