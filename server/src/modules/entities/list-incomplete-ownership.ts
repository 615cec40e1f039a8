import { z } from 'zod'
import { id, line } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countIncomplete, pageOfIncomplete } from './incomplete-queries.ts'
import { day } from './ownership-schema.ts'

const ORDER = ['name', 'id']

export const listIncompleteOwnership = operation({
  name: 'entities.list-incomplete-ownership',
  summary:
    'Pages through the entities that are not dissolved and whose recorded stakes do not add up to 100 % on a day, by name.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'entities.read',
  risk: 'none',
  input: z.strictObject({ on: day(), ...PageFields }),
  output: pageOf(
    z.strictObject({
      id: id('entity'),
      name: line(200),
      votingPercent: z.string().max(10).describe('What of the votes no stake accounts for.'),
      economicPercent: z.string().max(10).describe('What of the economic share no stake accounts for.'),
    }),
  ),
  examples: async () => [{ on: '2025-01-01' }],
  async handle({ on, cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfIncomplete(tx, on, { after, limit: limit + 1 }),
      countIncomplete(tx, on),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ name, id: key }) => [name, key] })
  },
})
