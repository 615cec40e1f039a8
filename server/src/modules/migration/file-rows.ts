import { createHash } from 'node:crypto'
import { ROWS_MAX, rowsOf, type SheetRecord } from '#server/modules/imports/index.ts'
import { fileTooLong, oneContent } from './problems.ts'

const ZIP_MARK = 'PK'
const OLD_OFFICE = 'd0cf11e0'

export interface SourceFile {
  name: string
  csv?: string | undefined
  base64?: string | undefined
}

/** The rows of a file, whatever kind it is, with a digest of its bytes. Throws a problem where it cannot be read at all. */
export async function fileRows(file: SourceFile): Promise<{ rows: SheetRecord[]; digest: string }> {
  const { name, csv, base64 } = file
  if ((csv === undefined) === (base64 === undefined)) throw oneContent(name)
  const bytes = csv === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(csv)
  const marks = [bytes.subarray(0, 2).toString('latin1'), bytes.subarray(0, 4).toString('hex')]
  const isWorkbook = base64 !== undefined && (marks[0] === ZIP_MARK || marks[1] === OLD_OFFICE)
  const { rows } = await rowsOf(isWorkbook ? { xlsx: base64 } : { csv: textOf(bytes) })
  if (rows.length > ROWS_MAX) throw fileTooLong(name, ROWS_MAX)
  return { rows, digest: createHash('sha256').update(bytes).digest('hex') }
}

/** UTF-8 where it is, and otherwise what Windows writes: in there every byte means something, and no amount a second thing. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
