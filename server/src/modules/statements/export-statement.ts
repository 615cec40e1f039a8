import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { exampleBook, exampleEntry, postEntry } from '../ledger/index.ts'
import { composeStatement } from './get-statement.ts'
import { StatementFields } from './schema.ts'
import { printedStatement } from './printed-statement.ts'
import { FileFormat, StatementFile, statementFile } from './statement-file.ts'

export const exportStatement = operation({
  name: 'statements.export-statement',
  summary: 'The same statement that statements.get-statement answers, as CSV or as a PDF to print.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({ ...StatementFields, format: FileFormat }),
  output: StatementFile,
  examples: async (factory) => {
    const given = await exampleBook(factory)
    const { bookId } = given
    await factory.invoke(postEntry, { bookId, ...exampleEntry(given) })
    const periods = [{ from: '2026-01-01', to: '2026-12-31' }]
    return [{ kind: 'income-statement' as const, bookId, periods, format: 'csv' as const }]
  },
  async handle({ format, ...asked }, context) {
    const statement = await composeStatement(asked, context)
    const name = `${asked.kind}-${statement.columns[0]?.to ?? ''}`
    return statementFile(printedStatement(statement, context.language), {
      name,
      format,
      language: context.language,
      // A table without them would not say why it has gaps, or whether its part is what the rest leaves.
      isWithNotes:
        statement.isOfNoBusiness || statement.columns.some(({ emptyBecause }) => emptyBecause !== null),
    })
  },
})
