import { z } from 'zod'
import type { Id } from '#kernel/ids.ts'
import { parsePeriod } from '#kernel/periods.ts'
import { id } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { ClassFields, Classification } from './class-fields.ts'
import { exampleValue } from './example-value.ts'
import { periodNamed } from './kpi-period.ts'
import { findKpi } from './kpis-queries.ts'
import { fromAfterTo, kpiNotFound, noSuchPeriod } from './problems.ts'
import { KpiValue, period, Provenance } from './schema.ts'
import { countValues, pageOfValues, VALUE_SORTS } from './values-queries.ts'

export const listValues = operation({
  name: 'kpis.list-values',
  summary:
    'Pages through the values of KPIs with who told them, when, and from which source; by business, KPI, period or provenance.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'kpis.read',
  risk: 'none',
  input: z.strictObject({
    businessId: id('business').optional(),
    kpiId: id('kpi').optional(),
    ...ClassFields,
    classification: Classification.default('present'),
    from: period().optional().describe('The first period.'),
    to: period().optional().describe('The last period; the same as `from` asks for one.'),
    provenance: Provenance.optional(),
    isInForce: z
      .boolean()
      .optional()
      .describe('True for what counts, false for what was replaced by a stronger or later value.'),
    runId: id('run').optional().describe('Those that a run recorded, such as an import.'),
    isWithdrawn: z.boolean().default(false).describe('True lists what was withdrawn instead.'),
    ...VALUE_SORTS.fields,
    ...PageFields,
  }),
  output: pageOf(KpiValue),
  examples: async (factory) => {
    const { businessId, kpiId, period: at } = await exampleValue(factory)
    return [
      { businessId, kpiId },
      { kpiId, from: at, to: at, provenance: 'claimed' as const, isInForce: true, sort: 'period' as const },
      { kpiId, stage: 'validation' as const, classification: 'then' as const },
    ]
  },
  async handle({ cursor, limit, sort, descending, from, to, ...given }, { tx }) {
    const order = VALUE_SORTS.order({ sort, descending })
    const filter = { ...given, ...(await rangeOf(tx, { kpiId: given.kpiId, from, to })) }
    const [rows, total] = await Promise.all([
      pageOfValues(tx, filter, { order, cursor, limit: limit + 1 }),
      countValues(tx, filter),
    ])
    const page = pageFrom(rows, { limit, order: order.names, total, keyOf: ({ key }) => key })
    return { ...page, items: page.items.map(({ value }) => value) }
  },
})

/** First days. With a KPI the periods are those of its cadence; without one, any. */
async function rangeOf(
  tx: Transaction,
  { kpiId, from, to }: { kpiId: Id<'kpi'> | undefined; from: string | undefined; to: string | undefined },
): Promise<{ from: string | undefined; to: string | undefined }> {
  if (from === undefined && to === undefined) return { from, to }
  const kpi = kpiId && (await findKpi(tx, kpiId))
  if (kpiId && !kpi) throw kpiNotFound(kpiId)
  const startOf = (name: string | undefined) => {
    if (name === undefined) return undefined
    const found = kpi ? periodNamed(kpi, name) : parsePeriod(name)
    if (!found) throw noSuchPeriod(name, 'week, month or quarter', '2026-10')
    return found.startsOn
  }
  const range = { from: startOf(from), to: startOf(to) }
  if (range.from && range.to && range.from > range.to) throw fromAfterTo(from ?? '', to ?? '')
  return range
}
