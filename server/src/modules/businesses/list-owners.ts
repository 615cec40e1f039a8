import { z } from 'zod'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countOwners, pageOfOwners } from './owners-queries.ts'
import { Owner } from './schema.ts'

const ORDER = ['name', 'id']

export const listOwners = operation({
  name: 'businesses.list-owners',
  summary:
    'Pages through the people who can answer for a business, by name: everyone of the studio; within narrow grants, those who answer for one of its businesses already.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject(PageFields),
  output: pageOf(Owner),
  examples: async () => [{}],
  async handle({ cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([pageOfOwners(tx, { after, limit: limit + 1 }), countOwners(tx)])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ id, name }) => [name, id] })
  },
})
