import { z } from 'zod'
import { prose } from '#server/catalogue/fields.ts'
import { PageFields, onlyIds, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countEntities, pageOfEntities } from './entities-queries.ts'
import { EntityStatus } from './entity-states.ts'
import { Entity } from './schema.ts'

const ORDER = ['name', 'id']

export const listEntities = operation({
  name: 'entities.list-entities',
  summary: 'Pages through the legal entities that hold businesses, by name, narrowed by words or status.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'entities.read',
  risk: 'none',
  resolves: 'entity',
  input: z.strictObject({
    ids: onlyIds('entity'),
    search: prose(200)
      .optional()
      .describe('Words in the name, a registration number, an EIN, a LEI or an id.'),
    status: EntityStatus.optional(),
    ...PageFields,
  }),
  output: pageOf(Entity),
  examples: async () => [{}, { limit: 1 }, { search: 'LLC', status: 'active' as const }],
  async handle({ ids, search, status, cursor, limit }, { tx }) {
    const filter = { ids, search, status }
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfEntities(tx, filter, { after, limit: limit + 1 }),
      countEntities(tx, filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ name, id }) => [name, id] })
  },
})
