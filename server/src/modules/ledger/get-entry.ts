import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { findEntry } from './entries-queries.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { postEntry } from './post-entry.ts'
import { entryNotFound } from './problems.ts'
import { Entry } from './schema.ts'

export const getEntry = operation({
  name: 'ledger.get-entry',
  summary: 'Reads one posted entry with its lines, who posted it, and what took it back.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({ entryId: id('entry') }),
  output: Entry,
  examples: async (factory) => {
    const given = await exampleBook(factory)
    const { id: entryId } = await factory.invoke(postEntry, {
      bookId: given.bookId,
      ...exampleEntry(given),
    })
    return [{ entryId }]
  },
  async handle({ entryId }, { tx }) {
    const entry = await findEntry(tx, entryId)
    if (!entry) throw entryNotFound(entryId)
    return entry
  },
})
