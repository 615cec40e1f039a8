import { randomBytes } from 'node:crypto'
import { createFileStore } from './file-store.ts'

/** A process that does nothing but put files away, until it is killed. */
const [dir = '', studioId = ''] = process.argv.slice(2)
const store = createFileStore(dir)

async function* some(): AsyncIterable<Uint8Array> {
  for (let piece = 0; piece < 20; piece++) yield randomBytes(20_000)
}

await store.put(studioId, some())
process.send?.('writing')
for (;;) await store.put(studioId, some())
