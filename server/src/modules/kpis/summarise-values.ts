import { z } from 'zod'
import { lastEndedBefore, today } from '#kernel/periods.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleValue } from './example-value.ts'
import { countStale } from './findings-queries.ts'
import { periodNamed } from './kpi-period.ts'
import { findKpi } from './kpis-queries.ts'
import { kpiNotFound } from './problems.ts'
import { figure, Kpi, period, Provenance } from './schema.ts'
import { countBusinessesAtWork, GROUPINGS, groupsOf, isAdditive, partsOf } from './summary-queries.ts'

const GROUPS_MAX = 200

export const summariseValues = operation({
  name: 'kpis.summarise-values',
  summary:
    'Sums a KPI over the businesses for one period, and says how much of it is posted, measured and claimed, and who told nothing.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'kpis.read',
  risk: 'none',
  input: z.strictObject({
    kpiId: id('kpi'),
    period: period().optional().describe('The last one that has ended, where none is named.'),
    by: z.enum(GROUPINGS).default('provenance'),
  }),
  output: z.strictObject({
    kpi: Kpi,
    period: period(),
    startsOn: z.string().max(10),
    endsOn: z.string().max(10),
    figure: figure()
      .nullable()
      .describe(
        'Of money and counts the sum; of percentages, ratios and days the average. Null: nothing is known.',
      ),
    isSum: z.boolean(),
    parts: z
      .array(
        z.strictObject({
          provenance: Provenance,
          figure: figure().nullable(),
          businesses: z.int(),
          sharePercent: z
            .number()
            .nullable()
            .describe(
              'Of the amounts without their signs; where the figure is an average, of the businesses. Null: nothing is known.',
            ),
        }),
      )
      .max(3)
      .describe('Posted, measured, claimed, always in this order.'),
    groups: z
      .array(
        z.strictObject({
          id: z.string().max(60).nullable(),
          name: z.string().max(200).nullable(),
          figure: figure().nullable(),
          businesses: z.int(),
        }),
      )
      .max(GROUPS_MAX)
      .describe('By category, entity or stage; empty by provenance.'),
    more: z.int().describe(`Groups beyond the first ${GROUPS_MAX}.`),
    known: z.int().describe('Businesses with a value.'),
    unknown: z.int().describe('Businesses at work without one: unknown, and not 0.'),
    stale: z.int().describe('Businesses whose last value is older than what is due by today.'),
  }),
  examples: async (factory) => {
    const { kpiId, period: at } = await exampleValue(factory)
    return [
      { kpiId, period: at },
      { kpiId, by: 'entity' as const },
      { kpiId, period: at, by: 'category' as const },
      { kpiId, period: at, by: 'stage' as const },
    ]
  },
  async handle({ kpiId, period: name, by }, { tx }) {
    const kpi = await findKpi(tx, kpiId)
    if (!kpi) throw kpiNotFound(kpiId)
    const at = name === undefined ? lastEndedBefore(kpi.cadence, today()) : periodNamed(kpi, name)
    const [rows, grouped, atWork, stale] = await Promise.all([
      partsOf(tx, kpi, at.startsOn),
      by === 'provenance'
        ? { groups: [], total: 0 }
        : groupsOf(tx, kpi, { startsOn: at.startsOn, by, limit: GROUPS_MAX }),
      countBusinessesAtWork(tx),
      countStale(tx, [kpi.id]),
    ])
    const all = rows.find(({ provenance }) => provenance === null)
    const known = all?.businesses ?? 0
    return {
      kpi,
      period: at.name,
      startsOn: at.startsOn,
      endsOn: at.endsOn,
      figure: all?.figure ?? null,
      isSum: isAdditive(kpi),
      parts: Provenance.options.map((provenance) => {
        const part = rows.find((row) => row.provenance === provenance)
        return {
          provenance,
          figure: part?.figure ?? null,
          businesses: part?.businesses ?? 0,
          sharePercent: known === 0 ? null : shareOf(part?.weight, all?.weight),
        }
      }),
      groups: grouped.groups,
      more: grouped.total - grouped.groups.length,
      known,
      unknown: atWork - known,
      stale,
    }
  },
})

/** A share is shown with one digit, so here a float is exact enough. Of nothing but zeros there are no shares. */
function shareOf(part: string | undefined, whole: string | undefined): number | null {
  const of = Number(whole ?? 0)
  return of === 0 ? null : Math.round((1000 * Number(part ?? 0)) / of) / 10
}
