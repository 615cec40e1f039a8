import { z } from 'zod'
import { prose } from '#server/catalogue/fields.ts'
import { PageFields, onlyIds, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countHolders, pageOfHolders } from './holders-queries.ts'
import { Holder } from './ownership-schema.ts'

const ORDER = ['name', 'id']

export const listHolders = operation({
  name: 'entities.list-holders',
  summary: 'Pages through the outside persons and investors who own parts of entities, by name.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'entities.read',
  risk: 'none',
  resolves: 'holder',
  input: z.strictObject({
    ids: onlyIds('holder'),
    search: prose(200).optional().describe('Words in the name, or an id.'),
    ...PageFields,
  }),
  output: pageOf(Holder),
  examples: async () => [{}, { search: 'fund', limit: 1 }],
  async handle({ ids, search, cursor, limit }, { tx }) {
    const filter = { ids, search }
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfHolders(tx, filter, { after, limit: limit + 1 }),
      countHolders(tx, filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ name, id }) => [name, id] })
  },
})
