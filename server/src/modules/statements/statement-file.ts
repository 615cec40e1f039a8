import { z } from 'zod'
import type { Language } from '#kernel/languages.ts'
import type { PrintedStatement } from './printed-statement.ts'
import { statementCsv } from './statement-csv.ts'
import { tablePdf } from './table-pdf.ts'

const CONTENT_CHARS_MAX = 16_000_000

export const FileFormat = z.enum(['csv', 'pdf'])

export const StatementFile = z
  .strictObject({
    fileName: z.string().max(200),
    mediaType: z.string().max(60),
    encoding: z.enum(['utf8', 'base64']).describe('How `content` is written: CSV as text, a PDF in base64.'),
    content: z.string().max(CONTENT_CHARS_MAX),
  })
  .meta({ id: 'StatementFile' })

/** `isWithNotes`: what it rests on stands below a CSV too, a line each. */
export async function statementFile(
  printed: PrintedStatement,
  given: { name: string; format: z.output<typeof FileFormat>; language: Language; isWithNotes?: boolean },
): Promise<z.output<typeof StatementFile>> {
  const { name, format, language, isWithNotes = false } = given
  const fileName = `${name}.${format}`
  if (format === 'csv') {
    const notes = isWithNotes
      ? printed.notes.map((label) => ({ kind: 'note', depth: 0, label, amounts: [] }))
      : []
    const content = statementCsv({ ...printed, rows: printed.rows.concat(notes) })
    return { fileName, mediaType: 'text/csv', encoding: 'utf8', content }
  }
  const content = (await tablePdf(printed, language)).toString('base64')
  return { fileName, mediaType: 'application/pdf', encoding: 'base64', content }
}
