import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { readDayCursor } from '#server/modules/ledger/index.ts'
import { exampleGroup } from './example-group.ts'
import { TopSideEntry } from './schema.ts'
import { countTopSide, pageOfTopSide } from './top-side-queries.ts'

const ORDER = ['effectiveOn', 'id']

export const listTopSide = operation({
  name: 'group.list-top-side',
  summary: 'Pages through top-side entries, the latest day first, each with its lines.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'group.read',
  risk: 'none',
  input: z.strictObject({
    rootEntityId: id('entity').optional().describe('Only those of this root.'),
    ...PageFields,
  }),
  output: pageOf(TopSideEntry),
  examples: async (factory) => {
    const { parentId } = await exampleGroup(factory)
    return [{}, { rootEntityId: parentId }]
  },
  async handle({ rootEntityId, cursor, limit }, { tx }) {
    const after = readDayCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfTopSide(tx, rootEntityId, { after, limit: limit + 1 }),
      countTopSide(tx, rootEntityId),
    ])
    return pageFrom(rows, {
      limit,
      order: ORDER,
      total,
      keyOf: ({ effectiveOn, id: own }) => [effectiveOn, own],
    })
  },
})
