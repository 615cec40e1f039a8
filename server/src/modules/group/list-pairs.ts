import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { readDayCursor } from '#server/modules/ledger/index.ts'
import { exampleGroup } from './example-group.ts'
import { countPairs, pageOfPairs } from './pairs-queries.ts'
import { IntercompanyPair } from './schema.ts'

const ORDER = ['effectiveOn', 'id']

export const listPairs = operation({
  name: 'group.list-pairs',
  summary: 'Pages through what was posted between entities on both sides at once, the latest day first.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'group.read',
  risk: 'none',
  input: z.strictObject({
    entityId: id('entity').optional().describe('Only those with this entity on one side.'),
    ...PageFields,
  }),
  output: pageOf(IntercompanyPair),
  examples: async (factory) => {
    const { parentId } = await exampleGroup(factory)
    return [{}, { entityId: parentId, limit: 1 }]
  },
  async handle({ entityId, cursor, limit }, { tx }) {
    const after = readDayCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfPairs(tx, { entityId }, { after, limit: limit + 1 }),
      countPairs(tx, { entityId }),
    ])
    return pageFrom(rows, {
      limit,
      order: ORDER,
      total,
      keyOf: ({ effectiveOn, id: own }) => [effectiveOn, own],
    })
  },
})
