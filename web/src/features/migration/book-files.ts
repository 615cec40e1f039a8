/** Base 64 writes three bytes as four characters, and the server takes 16 million of them. */
const BYTES_MAX = 12_000_000
const TABLE = /\.(csv|tsv|txt|xlsx)$/i

export interface BookFile {
  name: string
  base64: string
}

export type Wrong = { wrong: 'unreadable' | 'tooLarge'; name: string } | { wrong: 'noTables' }

/** The tables among files that were chosen or dropped; a folder brings along whatever lies in it. */
export async function readBooks(files: readonly File[]): Promise<{ files: BookFile[] } | Wrong> {
  const tables = files.length === 1 ? files : files.filter(({ name }) => TABLE.test(name))
  if (tables.length === 0) return { wrong: 'noTables' }
  const large = tables.find(({ size }) => size > BYTES_MAX)
  if (large) return { wrong: 'tooLarge', name: large.name }
  const read: BookFile[] = []
  for (const file of tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const base64 = await base64Of(file)
    if (base64 === '') return { wrong: 'unreadable', name: file.name }
    read.push({ name: file.name.slice(0, 200), base64 })
  }
  return { files: read }
}

/** Empty for what cannot be read, as a folder that was dropped. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const { result } = reader
      resolve(typeof result === 'string' ? result.slice(result.indexOf(',') + 1) : '')
    })
    reader.addEventListener('error', () => resolve(''))
    reader.readAsDataURL(file)
  })
}
