import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { exampleBook, exampleEntry, postEntry } from '../ledger/index.ts'
import { composeStatement } from './get-statement.ts'
import { StatementFields } from './schema.ts'
import { statementCsv } from './statement-csv.ts'
import { statementPdf } from './statement-pdf.ts'

const CONTENT_CHARS_MAX = 16_000_000

export const exportStatement = operation({
  name: 'statements.export-statement',
  summary: 'The same statement that statements.get-statement answers, as CSV or as a PDF to print.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({ ...StatementFields, format: z.enum(['csv', 'pdf']) }),
  output: z.strictObject({
    fileName: z.string().max(200),
    mediaType: z.string().max(60),
    encoding: z.enum(['utf8', 'base64']).describe('How `content` is written: CSV as text, a PDF in base64.'),
    content: z.string().max(CONTENT_CHARS_MAX),
  }),
  examples: async (factory) => {
    const given = await exampleBook(factory)
    const { bookId } = given
    await factory.invoke(postEntry, { bookId, ...exampleEntry(given) })
    const periods = [{ from: '2026-01-01', to: '2026-12-31' }]
    return [{ kind: 'income-statement' as const, bookId, periods, format: 'csv' as const }]
  },
  async handle({ format, ...asked }, context) {
    const { language } = context
    const statement = await composeStatement(asked, context)
    const last = statement.columns[0]?.to ?? ''
    const fileName = `${asked.kind}-${last}.${format}`
    if (format === 'csv') {
      const content = statementCsv(statement, language)
      return { fileName, mediaType: 'text/csv', encoding: 'utf8' as const, content }
    }
    const content = (await statementPdf(statement, language)).toString('base64')
    return { fileName, mediaType: 'application/pdf', encoding: 'base64' as const, content }
  },
})
