import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { invalidCursor } from '#server/catalogue/problems.ts'
import { Caption } from '#server/modules/ledger/index.ts'
import { consolidateEntity } from './consolidate-entity.ts'
import { findConsolidation } from './consolidations-queries.ts'
import { countConsolidationLines, pageOfConsolidationLines } from './consolidation-lines-queries.ts'
import { exampleGroup } from './example-group.ts'
import { consolidationNotFound } from './problems.ts'
import { ConsolidationLine, LineKind } from './schema.ts'

const ORDER = ['position']

export const listConsolidationLines = operation({
  name: 'group.list-consolidation-lines',
  summary:
    'Pages through the lines that a figure of a consolidation is the sum of, each with its entity, partner and account, and what leads to its entries.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'group.read',
  risk: 'none',
  input: z.strictObject({
    consolidationId: id('consolidation'),
    caption: Caption.optional(),
    kind: LineKind.optional(),
    entityId: id('entity').optional(),
    moved: z
      .enum(['closing', 'period', 'flow', 'direct'])
      .optional()
      .describe('Only lines whose amount of this kind is not 0.'),
    ...PageFields,
  }),
  output: pageOf(ConsolidationLine),
  examples: async (factory) => {
    const { parentId } = await exampleGroup(factory)
    const made = await factory.invoke(consolidateEntity, {
      entityId: parentId,
      from: '2026-01-01',
      to: '2026-03-31',
    })
    return [
      { consolidationId: made.id, limit: 2, moved: 'closing' as const },
      { consolidationId: made.id, caption: 'due-from-group' as const, kind: 'elimination:balances' as const },
    ]
  },
  async handle({ consolidationId, cursor, limit, ...given }, { tx }) {
    const made = await findConsolidation(tx, consolidationId)
    if (!made) throw consolidationNotFound(consolidationId)
    const after = readCursor(cursor, ORDER)
    if (after && !/^\d{1,8}$/.test(after[0] ?? '')) throw invalidCursor(cursor ?? '')
    const filter = {
      consolidationId,
      caption: given.caption ?? null,
      kind: given.kind ?? null,
      entityId: given.entityId ?? null,
      moved: given.moved ?? null,
    }
    const [rows, total] = await Promise.all([
      pageOfConsolidationLines(tx, filter, { after: after?.[0], limit: limit + 1, made }),
      countConsolidationLines(tx, filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ position }) => [String(position)] })
  },
})
