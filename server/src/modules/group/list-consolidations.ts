import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { readDayCursor } from '#server/modules/ledger/index.ts'
import { consolidateEntity } from './consolidate-entity.ts'
import { countConsolidations, pageOfConsolidations } from './consolidations-queries.ts'
import { exampleGroup } from './example-group.ts'
import { ConsolidationSummary } from './schema.ts'

const ORDER = ['to', 'id']

export const listConsolidations = operation({
  name: 'group.list-consolidations',
  summary: 'Pages through the consolidations that were made, the latest last day first.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'group.read',
  risk: 'none',
  input: z.strictObject({
    entityId: id('entity').optional().describe('Only those of this root.'),
    ...PageFields,
  }),
  output: pageOf(ConsolidationSummary),
  examples: async (factory) => {
    const { parentId } = await exampleGroup(factory)
    await factory.invoke(consolidateEntity, { entityId: parentId, from: '2026-01-01', to: '2026-03-31' })
    return [{}, { entityId: parentId, limit: 1 }]
  },
  async handle({ entityId, cursor, limit }, { tx }) {
    const after = readDayCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfConsolidations(tx, entityId, { after, limit: limit + 1 }),
      countConsolidations(tx, entityId),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ to, id: own }) => [to, own] })
  },
})
