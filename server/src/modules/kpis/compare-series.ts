import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { seriesOfMany } from './compare-queries.ts'
import { exampleValue } from './example-value.ts'
import { kpisById } from './kpis-queries.ts'
import { latestPeriods, PERIODS_MAX } from './period-range.ts'
import { figure, Kpi, period, Provenance } from './schema.ts'

const BUSINESSES_MAX = 6
const KPIS_MAX = 20
const PERIODS_ASKED_MAX = 60

export const compareSeries = operation({
  name: 'kpis.compare-series',
  summary:
    'Reads KPIs of up to six businesses over the same periods, side by side, with what is in force in each; a gap is unknown, and not 0.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'kpis.read',
  risk: 'none',
  input: z.strictObject({
    businessIds: z
      .array(id('business'))
      .min(1)
      .max(BUSINESSES_MAX)
      .describe('Those that are not open to you are left out.'),
    kpiIds: z.array(id('kpi')).min(1).max(KPIS_MAX).describe('Those that are not there are left out.'),
    periods: z
      .int()
      .min(1)
      .max(PERIODS_ASKED_MAX)
      .default(12)
      .describe('How many that have ended; the present one comes with them where it has a value.'),
  }),
  output: z.strictObject({
    kpis: z
      .array(
        z.strictObject({
          kpi: Kpi,
          periods: z.array(period()).max(PERIODS_MAX),
          lines: z
            .array(
              z.strictObject({
                businessId: id('business'),
                points: z
                  .array(
                    z.strictObject({
                      value: figure().nullable().describe('Null: unknown.'),
                      provenance: Provenance.nullable(),
                    }),
                  )
                  .max(PERIODS_MAX)
                  .describe('One for each of the periods.'),
              }),
            )
            .max(BUSINESSES_MAX)
            .describe('In the order in which they were asked for.'),
        }),
      )
      .max(KPIS_MAX),
  }),
  examples: async (factory) => {
    const { businessId, kpiId } = await exampleValue(factory)
    return [{ businessIds: [businessId], kpiIds: [kpiId] }]
  },
  async handle({ businessIds, kpiIds, periods: count }, { tx }) {
    const found = await kpisById(tx, kpiIds)
    const asked = [...new Set(kpiIds)].flatMap((kpiId) => {
      const kpi = found.get(kpiId)
      return kpi ? [{ kpi, periods: latestPeriods(kpi, count) }] : []
    })
    const from = asked.flatMap(({ periods }) => periods.slice(0, 1)).map(({ startsOn }) => startsOn)
    const { open, points } = await seriesOfMany(tx, {
      businessIds,
      kpiIds,
      from: from.toSorted()[0] ?? '1970-01-01',
    })
    return {
      kpis: asked.map(({ kpi, periods }) => {
        const told = new Map(
          points
            .filter(({ kpi_id }) => kpi_id === kpi.id)
            .map((point) => [`${point.business_id} ${point.starts_on}`, point]),
        )
        const isOpen = [...told.keys()].some((key) => key.endsWith(periods.at(-1)?.startsOn ?? ''))
        const shown = isOpen ? periods : periods.slice(0, -1)
        return {
          kpi,
          periods: shown.map(({ name }) => name),
          lines: [...new Set(businessIds)]
            .filter((businessId) => open.has(businessId))
            .map((businessId) => ({
              businessId,
              points: shown.map(({ startsOn }) => {
                const point = told.get(`${businessId} ${startsOn}`)
                return { value: point?.value ?? null, provenance: point?.provenance ?? null }
              }),
            })),
        }
      }),
    }
  },
})
