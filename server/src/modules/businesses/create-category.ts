import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { insertCategory } from './categories-queries.ts'
import { categoryNameTaken } from './problems.ts'
import { Category } from './schema.ts'

export const createCategory = operation({
  name: 'businesses.create-category',
  summary: "Adds a category to the studio's own list, so that businesses can be grouped by it.",
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'businesses.write-categories',
  risk: 'none',
  input: z.strictObject({ name: line(80).describe('For example "Developer tools".') }),
  output: Category,
  examples: async () => [{ name: `Category ${newId('category').slice(-6)}` }],
  async handle({ name }, { tx, access, record }) {
    const { studioId } = present(access, 'a category belongs to a studio')
    const id = newId('category')
    if (!(await insertCategory(tx, { id, studio_id: studioId, name }))) throw categoryNameTaken(name)
    record({ type: 'businesses.category-created', subjectId: id, after: { name } })
    return { id, name }
  },
})
