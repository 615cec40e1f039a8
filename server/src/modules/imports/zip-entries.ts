import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { xlsxBroken, xlsxTooLarge } from './problems.ts'

const inflate = promisify(inflateRaw)

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const COMMENT_BYTES_MAX = 65_535
const ENTRIES_MAX = 2000
/** Of all parts that are read, once they are inflated: a file of 1 MB can be made to inflate to a thousand. */
export const INFLATED_BYTES_MAX = 64 * 1024 * 1024

interface Entry {
  method: number
  isEncrypted: boolean
  compressedBytes: number
  headerAt: number
}

export interface Zip {
  /** The text of a part; undefined where there is none of the name. */
  read(name: string): Promise<string | undefined>
}

/** The parts of a zip (APPNOTE.TXT 6.3, without zip64 and encryption: no spreadsheet of a bearable size has them). */
export function openZip(bytes: Buffer): Zip {
  const entries = entriesOf(bytes)
  let left = INFLATED_BYTES_MAX
  return {
    async read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      const content = await contentOf(bytes, entry, left)
      left -= content.length
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(content)
      } catch {
        throw xlsxBroken({
          en: `its part ${name.slice(0, 80)} is not UTF-8`,
          de: `ihr Teil ${name.slice(0, 80)} ist nicht UTF-8`,
        })
      }
    },
  }
}

async function contentOf(bytes: Buffer, entry: Entry, left: number): Promise<Buffer> {
  const { headerAt, compressedBytes, method, isEncrypted } = entry
  if (isEncrypted) throw xlsxBroken({ en: 'it is encrypted', de: 'sie ist verschlüsselt' })
  if (headerAt + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(headerAt) !== LOCAL_SIGNATURE)
    throw xlsxBroken({
      en: 'one of its parts is not where it should be',
      de: 'einer ihrer Teile ist nicht dort, wo er sein sollte',
    })
  const from = headerAt + LOCAL_BYTES + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28)
  if (from + compressedBytes > bytes.length)
    throw xlsxBroken({ en: 'it ends too early', de: 'sie endet zu früh' })
  const compressed = bytes.subarray(from, from + compressedBytes)
  if (method === 0 && compressedBytes <= left) return compressed
  if (method === 0 || left <= 0) throw xlsxTooLarge(INFLATED_BYTES_MAX)
  if (method !== 8)
    throw xlsxBroken({
      en: 'it is packed in a way that no spreadsheet program uses',
      de: 'sie ist gepackt, wie kein Tabellenprogramm packt',
    })
  try {
    return await inflate(compressed, { maxOutputLength: left })
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw isTooLarge
      ? xlsxTooLarge(INFLATED_BYTES_MAX)
      : xlsxBroken({
          en: 'one of its parts cannot be unpacked',
          de: 'einer ihrer Teile lässt sich nicht entpacken',
        })
  }
}

function entriesOf(bytes: Buffer): Map<string, Entry> {
  const endAt = endOf(bytes)
  const [count, size, from] = [
    bytes.readUInt16LE(endAt + 10),
    bytes.readUInt32LE(endAt + 12),
    bytes.readUInt32LE(endAt + 16),
  ]
  if (count > ENTRIES_MAX)
    throw xlsxBroken({
      en: `it has more than ${ENTRIES_MAX.toLocaleString('en')} parts`,
      de: `sie hat mehr als ${ENTRIES_MAX.toLocaleString('de')} Teile`,
    })
  if (from + size > endAt)
    throw xlsxBroken({ en: 'its list of parts is damaged', de: 'das Verzeichnis ihrer Teile ist beschädigt' })
  const entries = new Map<string, Entry>()
  let at = from
  for (let number = 0; number < count; number++) {
    if (at + ENTRY_BYTES > endAt || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE)
      throw xlsxBroken({
        en: 'its list of parts is damaged',
        de: 'das Verzeichnis ihrer Teile ist beschädigt',
      })
    const nameBytes = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)
    entries.set(name, {
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      compressedBytes: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    })
    at += ENTRY_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function endOf(bytes: Buffer): number {
  const last = bytes.length - END_BYTES
  for (let at = last; at >= Math.max(0, last - COMMENT_BYTES_MAX); at--) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at
  }
  throw xlsxBroken({
    en: 'it is no zip, as every XLSX file is',
    de: 'sie ist kein Zip, und das ist jede XLSX-Datei',
  })
}
