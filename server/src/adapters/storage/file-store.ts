import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs, utimes, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { assert } from '#kernel/assert.ts'
import { emptyFile, fileTooLarge, noRoom } from './problems.ts'
import { FILE_BYTES_MAX, type FileStore, type Stored } from './storage-port.ts'

const HEAD_BYTES = 4096
const FREE_BYTES_MIN = 512 * 1024 * 1024
const UNFINISHED = 'unfinished'

/** Files in a folder: `<studio>/<first two of the hash>/<hash>`. */
export function createFileStore(dir: string, bytesMax = FILE_BYTES_MAX): FileStore {
  function placeOf(studioId: string, sha256: string): string {
    assert(/^stu_[0-9a-z]{26}$/.test(studioId) && /^[0-9a-f]{64}$/.test(sha256), 'a place is made of a hash')
    return join(dir, studioId, sha256.slice(0, 2), sha256)
  }

  return {
    async put(studioId, bytes) {
      const folder = join(dir, studioId, UNFINISHED)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await checkRoom(folder)
      const unfinished = join(folder, `${randomUUID()}.part`)
      try {
        const stored = await write(unfinished, bytes, bytesMax)
        await settle(unfinished, placeOf(studioId, stored.sha256))
        return stored
      } finally {
        await rm(unfinished, { force: true })
      }
    },
    sizeOf: async (studioId, sha256) => (await found(placeOf(studioId, sha256)))?.size,
    async digest(studioId, sha256) {
      const place = placeOf(studioId, sha256)
      if (!(await found(place))) return undefined
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(place)) hash.update(chunk)
      return hash.digest('hex')
    },
    read: (studioId, sha256) => createReadStream(placeOf(studioId, sha256)),
    async listOlder(studioId, { beforeMs, after, limit }) {
      const isOlder = async (place: string) => ((await found(place))?.mtimeMs ?? Infinity) < beforeMs
      if (after === '') {
        const folder = join(dir, studioId, UNFINISHED)
        for (const name of await namesIn(folder))
          if (await isOlder(join(folder, name))) await rm(join(folder, name), { force: true })
      }
      const older: string[] = []
      const folders = (await namesIn(join(dir, studioId))).filter((name) => name.length === 2)
      for (const folder of folders.filter((name) => name >= after.slice(0, 2))) {
        for (const name of await namesIn(join(dir, studioId, folder))) {
          if (name <= after || !(await isOlder(placeOf(studioId, name)))) continue
          older.push(name)
          if (older.length === limit) return older
        }
      }
      return older
    },
    async deleteOlder(studioId, sha256, beforeMs) {
      const place = placeOf(studioId, sha256)
      if (((await found(place))?.mtimeMs ?? Infinity) >= beforeMs) return false
      await rm(place, { force: true })
      return true
    },
  }
}

/** Hashed on the way, so that no more than a chunk is in memory; on the disk when it is answered. */
async function write(path: string, bytes: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Stored> {
  const [hash, heads]: [ReturnType<typeof createHash>, Uint8Array[]] = [createHash('sha256'), []]
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of bytes) {
      if (size < HEAD_BYTES) heads.push(chunk.subarray(0, HEAD_BYTES - size))
      size += chunk.length
      if (size > bytesMax) throw fileTooLarge(bytesMax)
      hash.update(chunk)
      await writeAll(file, chunk)
    }
    if (size === 0) throw emptyFile()
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), size, head: Buffer.concat(heads) }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await file.write(chunk, at)).bytesWritten
}

/** The same bytes are there once: then only their age begins anew. Unless they were damaged: those are replaced. */
async function settle(unfinished: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  const there = await found(place)
  if (there && there.size === (await found(unfinished))?.size && (await isWhole(place))) {
    const now = new Date()
    await utimes(place, now, now)
    return
  }
  await rename(unfinished, place)
  for (const folder of [dirname(place), dirname(dirname(place))]) await syncFolder(folder)
}

async function isWhole(place: string): Promise<boolean> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(place)) hash.update(chunk)
  return place.endsWith(hash.digest('hex'))
}

/** A name is on the disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function checkRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < FREE_BYTES_MIN) throw noRoom(FREE_BYTES_MIN)
}

async function found(path: string) {
  return stat(path).catch(unlessMissing)
}

async function namesIn(path: string): Promise<string[]> {
  return ((await readdir(path).catch(unlessMissing)) ?? []).sort()
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}
