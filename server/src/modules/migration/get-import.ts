import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { decimalOf } from '#kernel/money.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleFiles } from './example-import.ts'
import { importBooks } from './import-books.ts'
import { accountsOfBooks, balancesOfBooks } from './import-queries.ts'
import { companiesOfImport, figuresOfImport, findImport } from './import-rows-queries.ts'
import { COMPANIES_MAX, importNotFound } from './problems.ts'
import { ImportedCompany, ImportedRow, ImportSummary } from './schema.ts'
import { postedTieOut } from './posted-tie-out.ts'

const ROWS_MAX = 50_000

export const getImport = operation({
  name: 'migration.get-import',
  summary:
    'Books that came in from another program, and how they stand against it now: each account as the source had it and as our book has it, read from what is posted.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({ importId: id('book_import') }),
  output: z.strictObject({
    import: ImportSummary,
    tiesOut: z.boolean().describe('No account differs by a cent.'),
    companies: z.array(ImportedCompany).max(COMPANIES_MAX),
    rows: z.array(ImportedRow).max(ROWS_MAX),
  }),
  examples: async (factory) => {
    const { importId } = await factory.invoke(importBooks, { files: await exampleFiles(factory) })
    return [{ importId: present(importId, 'an import that was begun') }]
  },
  async handle({ importId }, { tx }) {
    const summary = await findImport(tx, importId)
    if (!summary) throw importNotFound(importId)
    const [companies, figures] = await Promise.all([
      companiesOfImport(tx, importId),
      figuresOfImport(tx, importId),
    ])
    const asked = companies.flatMap(({ bookId, asOf }) => (bookId === null ? [] : [{ bookId, on: asOf }]))
    const [balances, accounts] = await Promise.all([
      balancesOfBooks(tx, asked),
      accountsOfBooks(
        tx,
        asked.map(({ bookId }) => bookId),
      ),
    ])
    const tied = companies.map((company) => ({
      company,
      rows: postedTieOut({
        figures: figures.filter((one) => one.company === company.position),
        balances: balances.filter((one) => one.bookId === company.bookId && one.on === company.asOf),
        accounts: accounts.filter((one) => one.bookId === company.bookId),
      }),
    }))
    return {
      import: summary,
      tiesOut: tied.every(({ rows }) => rows.every(({ minor }) => minor.ours === minor.source)),
      companies: tied.map(({ company, rows }) => {
        const differences = rows.filter(({ minor }) => minor.ours !== minor.source).length
        const { entityId, entityName, currency, fileNames, debitMinor, creditMinor } = company
        return {
          company: company.company,
          entity: { id: entityId, name: entityName },
          asOf: company.asOf,
          debit: decimalOf(debitMinor, currency),
          credit: decimalOf(creditMinor, currency),
          tiesOut: differences === 0,
          currency,
          files: fileNames,
          program: company.program,
          bookId: company.bookId,
          entries: company.entries,
          differences,
        }
      }),
      rows: tied.flatMap(({ company: { company, currency }, rows }) =>
        rows.map(({ minor, code, name, sources, accountId }) => ({
          company,
          code,
          name,
          source: decimalOf(minor.source, currency),
          ours: decimalOf(minor.ours, currency),
          difference: decimalOf(minor.ours - minor.source, currency),
          sources,
          accountId,
        })),
      ),
    }
  },
})
