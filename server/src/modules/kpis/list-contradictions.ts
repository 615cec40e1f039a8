import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { parsePeriod } from '#kernel/periods.ts'
import { id } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countContradictions, pageOfContradictions } from './findings-queries.ts'
import { noSuchPeriod } from './problems.ts'
import { figure, KpiValue, period } from './schema.ts'
import { valuesById } from './values-queries.ts'

const ORDER = ['period', 'kpi', 'business']

export const listContradictions = operation({
  name: 'kpis.list-contradictions',
  summary:
    'Pages through claims that differ from what was measured or posted for the same period by more than the KPI tolerates.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'kpis.read',
  risk: 'none',
  input: z.strictObject({
    kpiId: id('kpi').optional(),
    businessId: id('business').optional(),
    period: period().optional(),
    ...PageFields,
  }),
  output: pageOf(
    z.strictObject({
      claimed: KpiValue,
      firm: KpiValue.describe('What was measured or posted, and is in force.'),
      difference: figure().describe('The claim less what is in force.'),
      differencePercent: z.number().nullable().describe('Of what is in force; null where that is 0.'),
    }),
  ),
  examples: async () => [{}, { period: '2026-10', limit: 1 }],
  async handle({ kpiId, businessId, period: name, cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const at = name === undefined ? undefined : parsePeriod(name)
    if (name !== undefined && !at) throw noSuchPeriod(name, 'week, month or quarter', '2026-10')
    const filter = { kpiId, businessId, startsOn: at?.startsOn }
    const [rows, total] = await Promise.all([
      pageOfContradictions(tx, filter, { after, limit: limit + 1 }),
      countContradictions(tx, filter),
    ])
    const page = pageFrom(rows, {
      limit,
      order: ORDER,
      total,
      keyOf: (row) => [row.starts_on, row.kpi_id, row.business_id],
    })
    const values = await valuesById(
      tx,
      page.items.flatMap(({ claimed_id, firm_id }) => [claimed_id, firm_id]),
    )
    return {
      ...page,
      items: page.items.map((row) => ({
        claimed: present(values.get(row.claimed_id), 'a value of the page'),
        firm: present(values.get(row.firm_id), 'a value of the page'),
        difference: row.difference,
        differencePercent: row.difference_percent,
      })),
    }
  },
})
