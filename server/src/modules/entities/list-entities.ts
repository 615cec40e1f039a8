import { z } from 'zod'
import { PageFields, onlyIds, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countEntities, pageOfEntities } from './entities-queries.ts'
import { Entity } from './schema.ts'

const ORDER = ['name', 'id']

export const listEntities = operation({
  name: 'entities.list-entities',
  summary: 'Pages through the legal entities that hold businesses, by name.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'entities.read',
  risk: 'none',
  resolves: 'entity',
  input: z.strictObject({ ids: onlyIds('entity'), ...PageFields }),
  output: pageOf(Entity),
  examples: async () => [{}, { limit: 1 }],
  async handle({ ids, cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfEntities(tx, { ids, after, limit: limit + 1 }),
      countEntities(tx, ids),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ name, id }) => [name, id] })
  },
})
