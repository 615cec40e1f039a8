import { z } from 'zod'
import { PageFields, onlyIds, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countKpis, pageOfKpis } from './kpis-queries.ts'
import { Kpi } from './schema.ts'

const ORDER = ['name', 'id']

export const listKpis = operation({
  name: 'kpis.list-kpis',
  summary: 'Pages through the KPIs of the studio, by name.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'kpis.read',
  risk: 'none',
  resolves: 'kpi',
  input: z.strictObject({
    ids: onlyIds('kpi'),
    isHeadline: z.boolean().optional(),
    isValuation: z.boolean().optional(),
    isArchived: z.boolean().default(false).describe('True lists the archived ones instead.'),
    ...PageFields,
  }),
  output: pageOf(Kpi),
  examples: async () => [{}, { isHeadline: true, limit: 1 }],
  async handle({ ids, isHeadline, isValuation, isArchived, cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    // A reference is resolved whether its KPI is at work or not.
    const filter = { ids, isHeadline, isValuation, isArchived: ids ? undefined : isArchived }
    const [rows, total] = await Promise.all([
      pageOfKpis(tx, { ...filter, after, limit: limit + 1 }),
      countKpis(tx, filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ name, id }) => [name, id] })
  },
})
