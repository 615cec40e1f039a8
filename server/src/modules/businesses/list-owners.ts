import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countMembers, pageOfMembers } from '#server/modules/identity/index.ts'
import { Owner } from './schema.ts'

const ORDER = ['name', 'id']

export const listOwners = operation({
  name: 'businesses.list-owners',
  summary:
    'Pages through the people who can answer for a business, by name: everyone who belongs to the studio.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject(PageFields),
  output: pageOf(Owner),
  examples: async () => [{}],
  async handle({ cursor, limit }, { tx, access }) {
    const { studioId } = present(access, 'somebody signed in')
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfMembers(tx, studioId, after, limit + 1),
      countMembers(tx, studioId),
    ])
    const owners = rows.map(({ id, display_name: name }) => ({ id, name }))
    return pageFrom(owners, { limit, order: ORDER, total, keyOf: ({ id, name }) => [name, id] })
  },
})
