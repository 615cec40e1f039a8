import { z } from 'zod'
import { PageFields, onlyIds, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countCategories, pageOfCategories } from './categories-queries.ts'
import { Category } from './schema.ts'

const ORDER = ['name', 'id']

export const listCategories = operation({
  name: 'businesses.list-categories',
  summary: "Pages through the studio's own categories of businesses, by name.",
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'businesses.read',
  risk: 'none',
  resolves: 'category',
  input: z.strictObject({ ids: onlyIds('category'), ...PageFields }),
  output: pageOf(Category),
  examples: async () => [{}],
  async handle({ ids, cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfCategories(tx, { ids, after, limit: limit + 1 }),
      countCategories(tx, ids),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ name, id }) => [name, id] })
  },
})
