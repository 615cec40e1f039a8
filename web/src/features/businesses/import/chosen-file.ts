/** What the server takes, in characters; a byte is never less than a third of one. */
const CHARS_MAX = 16_000_000
/** Base 64 writes three bytes as four characters. */
const XLSX_BYTES_MAX = (CHARS_MAX / 4) * 3

export interface ChosenFile {
  name: string
  source: { csv: string } | { cells: string } | { xlsx: string }
}

export type Choosing =
  { file: ChosenFile } | { name: string; wrong: 'notUtf8' | 'tooLarge' | 'empty' | 'oldExcel' }

/** The text of a file, or why it cannot be read. Guessing at another encoding would turn names into other names. */
export async function readFile(file: File): Promise<Choosing> {
  const name = file.name.slice(0, 200)
  if (file.size === 0) return { name, wrong: 'empty' }
  const mark = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  if (isMark(mark, [0xd0, 0xcf, 0x11, 0xe0])) return { name, wrong: 'oldExcel' }
  if (isMark(mark, [0x50, 0x4b])) {
    if (file.size > XLSX_BYTES_MAX) return { name, wrong: 'tooLarge' }
    return { file: { name, source: { xlsx: await base64Of(file) } } }
  }
  if (file.size > CHARS_MAX) return { name, wrong: 'tooLarge' }
  try {
    const csv = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return csv.trim() === '' ? { name, wrong: 'empty' } : { file: { name, source: { csv } } }
  } catch {
    return { name, wrong: 'notUtf8' }
  }
}

/** A spreadsheet copies a table, and tabs between its cells; everything else is taken for CSV. */
export function fileOfText(name: string, text: string, isTable = false): ChosenFile {
  return { name, source: isTable || text.includes('\t') ? { cells: text } : { csv: text } }
}

function isMark(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const { result } = reader
      resolve(typeof result === 'string' ? result.slice(result.indexOf(',') + 1) : '')
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file could not be read')))
    reader.readAsDataURL(file)
  })
}
