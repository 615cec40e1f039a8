import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { fork } from 'node:child_process'
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { createFileStore } from './file-store.ts'
import { FILE_BYTES_MAX } from './storage-port.ts'

const dir = mkdtempSync(join(tmpdir(), 'iza-file-store-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const store = createFileStore(dir)

async function* inPieces(bytes: Buffer, size = 64 * 1024): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
async function* broken(): AsyncIterable<Uint8Array> {
  yield Buffer.from('half')
  throw new Error('the sender is gone')
}
const filesOf = (studioId: string) =>
  readdirSync(join(dir, studioId), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name)

test('bytes are kept under their hash, once, and come back as they were', async () => {
  const [studioId, bytes] = [newId('studio'), randomBytes(300_000)]
  const stored = await Promise.all([1, 2, 3].map(() => store.put(studioId, inPieces(bytes))))
  for (const one of stored)
    deepEqual(one, { sha256: sha256(bytes), size: 300_000, head: bytes.subarray(0, 4096) })
  deepEqual(filesOf(studioId), [sha256(bytes)])
  equal(await store.digest(studioId, sha256(bytes)), sha256(bytes))
  const read = await store.read(studioId, sha256(bytes)).toArray()
  ok(Buffer.concat(read).equals(bytes))
})

test('what one studio keeps tells nobody in another', async () => {
  const [one, other, bytes] = [newId('studio'), newId('studio'), Buffer.from('the same')]
  await store.put(one, inPieces(bytes))
  equal(await store.sizeOf(other, sha256(bytes)), undefined)
  equal(await store.digest(other, sha256(bytes)), undefined)
})

test('nothing, too much and what breaks off leave nothing behind', async () => {
  const studioId = newId('studio')
  await rejects(store.put(studioId, inPieces(Buffer.alloc(0))), /no bytes/)
  await rejects(store.put(studioId, inPieces(Buffer.alloc(FILE_BYTES_MAX + 1))), /larger than 25 MB/)
  await rejects(store.put(studioId, broken()), /the sender is gone/)
  deepEqual(filesOf(studioId), [])
  equal((await store.put(studioId, inPieces(Buffer.alloc(FILE_BYTES_MAX)))).size, FILE_BYTES_MAX)
})

test('what was altered is told, and put right by the same file sent again', async () => {
  const [studioId, bytes] = [newId('studio'), Buffer.from('The licence')]
  const { sha256: hash } = await store.put(studioId, inPieces(bytes))
  const place = join(dir, studioId, hash.slice(0, 2), hash)
  writeFileSync(place, 'The license')
  ok((await store.digest(studioId, hash)) !== hash)
  await store.put(studioId, inPieces(bytes))
  equal(readFileSync(place, 'utf8'), 'The licence')
})

test('old ones are listed in their order, and deleted unless they were put again', async () => {
  const studioId = newId('studio')
  const hashes = []
  for (let at = 0; at < 7; at++)
    hashes.push((await store.put(studioId, inPieces(Buffer.from(`${at}`)))).sha256)
  hashes.sort()
  const age = (hash: string) => utimesSync(join(dir, studioId, hash.slice(0, 2), hash), 1000, 1000)
  hashes.forEach(age)
  const beforeMs = 2_000_000
  const first = await store.listOlder(studioId, { beforeMs, after: '', limit: 4 })
  const second = await store.listOlder(studioId, { beforeMs, after: first.at(-1) ?? '', limit: 4 })
  deepEqual([...first, ...second], hashes)
  const [again = ''] = hashes
  await store.put(
    studioId,
    inPieces(Buffer.from(`${[0, 1, 2, 3, 4, 5, 6].find((at) => sha256(Buffer.from(`${at}`)) === again)}`)),
  )
  equal(await store.deleteOlder(studioId, again, beforeMs), false)
  equal(await store.deleteOlder(studioId, hashes[1] ?? '', beforeMs), true)
  equal(filesOf(studioId).length, 6)
})

test('a place is made of a studio and a hash, and of nothing else', async () => {
  await rejects(store.digest('../../etc', 'passwd'), /a place is made of a hash/)
  await rejects(store.digest(newId('studio'), `../${'0'.repeat(61)}`), /a place is made of a hash/)
})

test('kill -9 while files are written leaves none that is not whole', async () => {
  const studioId = newId('studio')
  for (let at = 0; at < 5; at++) {
    const child = fork(new URL('test-killed-writer.ts', import.meta.url), [dir, studioId])
    await new Promise((resolve) => child.once('message', resolve))
    const isGone = new Promise((resolve) => child.once('exit', resolve))
    await new Promise((resolve) => setTimeout(resolve, randomInt(5, 60)))
    child.kill('SIGKILL')
    await isGone
  }
  const names = filesOf(studioId)
  const whole = names.filter((name) => !name.endsWith('.part'))
  ok(whole.length > 0)
  for (const name of whole) equal(await store.digest(studioId, name), name)
  equal(
    (await store.listOlder(studioId, { beforeMs: Date.now() + 60_000, after: '', limit: 1000 })).length,
    whole.length,
  )
  ok(
    filesOf(studioId).every((name) => !name.endsWith('.part')),
    'what was left unfinished is still there',
  )
  ok(statSync(join(dir, studioId)).mode & 0o700)
})
