import { createHash, type Hash } from 'node:crypto'
import { isRecord } from '#kernel/records.ts'

/** So much text is gathered before it is hashed: small enough to die young, large enough that hashing is one call of many. */
const CHUNK_CHARS = 8192

/**
 * SHA-256, in hex, of the text that JSON.stringify would make of a value that JSON can tell, without ever holding that text whole: the
 * rows of a bulk change are megabytes, and a string of that length costs the collector more than hashing it.
 */
export function hashJson(value: unknown): string {
  const into = { hash: createHash('sha256'), text: '' }
  feed(into, value, true)
  return into.hash.update(into.text).digest('hex')
}

interface Into {
  hash: Hash
  text: string
}

/** Objects are walked down to their lists; of a list each item is told at once, but for those of the outermost. */
function feed(into: Into, value: unknown, isOutermost = false): void {
  if (Array.isArray(value)) {
    put(into, '[')
    for (const [at, item] of value.entries()) {
      if (at > 0) put(into, ',')
      if (isOutermost) feed(into, item)
      else put(into, JSON.stringify(item) ?? 'null')
    }
    put(into, ']')
  } else if (isRecord(value) && typeof value['toJSON'] !== 'function') {
    put(into, '{')
    let isFirst = true
    for (const [key, own] of Object.entries(value)) {
      if (own === undefined) continue
      put(into, `${isFirst ? '' : ','}${JSON.stringify(key)}:`)
      feed(into, own)
      isFirst = false
    }
    put(into, '}')
  } else put(into, JSON.stringify(value) ?? 'null')
}

function put(into: Into, text: string): void {
  into.text += text
  if (into.text.length < CHUNK_CHARS) return
  into.hash.update(into.text)
  into.text = ''
}
