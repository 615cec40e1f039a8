import { z } from 'zod'
import { daysBetween, nextPeriod, periodOf, today } from '#kernel/periods.ts'
import { id, line } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countStale, pageOfStale, type StaleRow } from './findings-queries.ts'
import { duePeriod } from './kpi-period.ts'
import { findKpi } from './kpis-queries.ts'
import { kpiNotFound } from './problems.ts'
import { period } from './schema.ts'

const ORDER = ['since', 'kpi', 'business']

export const listStale = operation({
  name: 'kpis.list-stale',
  summary:
    'Pages through what went silent: a business that had values of a KPI, and none for the period that is due by now.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'kpis.read',
  risk: 'none',
  input: z.strictObject({
    kpiId: id('kpi').optional(),
    businessId: id('business').optional(),
    ...PageFields,
  }),
  output: pageOf(
    z.strictObject({
      business: z.strictObject({ id: id('business'), name: line(200) }),
      kpi: z.strictObject({ id: id('kpi'), name: line(80) }),
      lastPeriod: period().describe('The last one with a value.'),
      duePeriod: period().describe('The last one whose value is due.'),
      daysLate: z
        .int()
        .describe('Since the first missing value was due: the end of its period, and the days of grace.'),
    }),
  ),
  examples: async () => [{}, { limit: 1 }],
  async handle({ kpiId, businessId, cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const asked = kpiId && (await findKpi(tx, kpiId))
    if (kpiId && !asked) throw kpiNotFound(kpiId)
    const kpiIds = asked && [asked.id]
    const [rows, total] = await Promise.all([
      pageOfStale(tx, kpiIds, { businessId, after, limit: limit + 1 }),
      countStale(tx, kpiIds, businessId),
    ])
    const page = pageFrom(rows, {
      limit,
      order: ORDER,
      total,
      keyOf: (row) => [row.starts_on, row.kpi_id, row.business_id],
    })
    return {
      ...page,
      items: page.items.map(staleOf),
    }
  },
})

function staleOf(row: StaleRow) {
  const { cadence, grace_days: graceDays } = row
  const last = periodOf(cadence, row.starts_on)
  const sinceEnd = daysBetween({ from: nextPeriod(last).endsOn, to: today() })
  return {
    business: { id: row.business_id, name: row.business_name },
    kpi: { id: row.kpi_id, name: row.kpi_name },
    lastPeriod: last.name,
    duePeriod: duePeriod({ cadence, graceDays }).name,
    daysLate: sinceEnd - graceDays,
  }
}
