/** What the server takes, in characters; a byte is never less than a third of one. */
const BYTES_MAX = 16_000_000

export interface ChosenFile {
  name: string
  csv: string
}

export type Choosing = { file: ChosenFile } | { name: string; wrong: 'notUtf8' | 'tooLarge' | 'empty' }

/** The text of a file, or why it cannot be read. Guessing at another encoding would turn names into other names. */
export async function readFile(file: File): Promise<Choosing> {
  const { name } = file
  if (file.size > BYTES_MAX) return { name, wrong: 'tooLarge' }
  try {
    const csv = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return csv.trim() === '' ? { name, wrong: 'empty' } : { file: { name: name.slice(0, 200), csv } }
  } catch {
    return { name, wrong: 'notUtf8' }
  }
}
