import { z } from 'zod'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleFiles } from './example-import.ts'
import { importBooks } from './import-books.ts'
import { countImports, pageOfImports } from './import-rows-queries.ts'
import { ImportSummary } from './schema.ts'

const ORDER = ['newest']

export const listImports = operation({
  name: 'migration.list-imports',
  summary: 'Pages through the imports of books from other programs, newest first.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject(PageFields),
  output: pageOf(ImportSummary),
  examples: async (factory) => {
    await factory.invoke(importBooks, { files: await exampleFiles(factory) })
    return [{}, { limit: 1 }]
  },
  async handle({ cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfImports(tx, { after, limit: limit + 1 }),
      countImports(tx),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
  },
})
