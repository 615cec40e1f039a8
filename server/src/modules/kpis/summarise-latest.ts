import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleValue } from './example-value.ts'
import { findKpi } from './kpis-queries.ts'
import { latestParts } from './latest-queries.ts'
import { kpiNotFound } from './problems.ts'
import { figure, Kpi, Provenance } from './schema.ts'
import { countBusinessesAtWork } from './summary-queries.ts'

/** A value that is older than this is history, and no longer what a business has. */
const YEARS_MAX = 3

export const summariseLatest = operation({
  name: 'kpis.summarise-latest',
  summary:
    'Sums the latest value in force that each business has of a KPI, of whatever period, and says how much is posted, measured and claimed: for what stands until it is told anew, such as what a business is worth.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'kpis.read',
  risk: 'none',
  input: z.strictObject({ kpiId: id('kpi') }),
  output: z.strictObject({
    kpi: Kpi,
    figure: figure().nullable().describe('The sum. Null: nobody told a value in three years.'),
    parts: z
      .array(z.strictObject({ provenance: Provenance, figure: figure(), businesses: z.int() }))
      .max(3)
      .describe('Those of posted, measured and claimed that there are.'),
    oldestOn: z.string().max(10).nullable().describe('The first day of the oldest period in the sum.'),
    known: z.int().describe('Businesses with a value.'),
    unknown: z.int().describe('Businesses at work without one: unknown, and not 0.'),
  }),
  examples: async (factory) => [{ kpiId: (await exampleValue(factory)).kpiId }],
  async handle({ kpiId }, { tx }) {
    const kpi = await findKpi(tx, kpiId)
    if (!kpi) throw kpiNotFound(kpiId)
    const [rows, atWork] = await Promise.all([latestParts(tx, kpiId, YEARS_MAX), countBusinessesAtWork(tx)])
    const all = rows.find(({ provenance }) => provenance === null)
    const known = all?.businesses ?? 0
    return {
      kpi,
      figure: all?.figure ?? null,
      parts: rows.flatMap(({ provenance, figure: sum, businesses }) =>
        provenance === null || sum === null ? [] : [{ provenance, figure: sum, businesses }],
      ),
      oldestOn: all?.oldest_on ?? null,
      known,
      unknown: atWork - known,
    }
  },
})
