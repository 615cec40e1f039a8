import { z } from 'zod'
import type { CallContext } from '#server/catalogue/operation.ts'
import { lastEndedBefore, periodOf, today } from '#kernel/periods.ts'
import { id, instant } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleValue } from './example-value.ts'
import { periodNamed } from './kpi-period.ts'
import { findKpi } from './kpis-queries.ts'
import { backFrom, PERIODS_MAX, periodsBetween } from './period-range.ts'
import { fromAfterTo, kpiNotFound } from './problems.ts'
import { figure, Kpi, period, Provenance } from './schema.ts'
import { addUp, seriesOf } from './summary-queries.ts'

const PERIODS_SHOWN = 12

export const getSeries = operation({
  name: 'kpis.get-series',
  summary:
    'Reads a KPI of one business over its periods, with what is in force in each; a gap is unknown, and not 0.',
  effect: 'read',
  scope: { of: 'ids', ids: ({ businessId }) => [businessId] },
  permission: 'kpis.read',
  risk: 'none',
  input: z.strictObject({
    businessId: id('business'),
    kpiId: id('kpi'),
    from: period().optional().describe(`The first period; ${PERIODS_SHOWN} of them, where none is named.`),
    to: period()
      .optional()
      .describe(
        'The last period. Without one: the present one where it has a value, or else the last that has ended.',
      ),
  }),
  output: z.strictObject({
    kpi: Kpi,
    points: z
      .array(
        z.strictObject({
          period: period(),
          value: figure().nullable().describe('Null: unknown.'),
          provenance: Provenance.nullable(),
          valueId: id('kpi_value').nullable(),
          recordedAt: instant().nullable(),
        }),
      )
      .max(PERIODS_MAX),
    overall: z
      .strictObject({ figure: figure().nullable(), known: z.int(), periods: z.int() })
      .describe('What the periods make together, as the KPI adds up; of those that are known.'),
  }),
  examples: async (factory) => {
    const { businessId, kpiId } = await exampleValue(factory)
    return [
      { businessId, kpiId },
      { businessId, kpiId, from: '2026-01', to: '2026-12' },
    ]
  },
  async handle({ businessId, kpiId, from, to }, { tx }) {
    const kpi = await findKpi(tx, kpiId)
    if (!kpi) throw kpiNotFound(kpiId)
    const present = periodOf(kpi.cadence, today())
    const last = to === undefined ? present : periodNamed(kpi, to)
    const first = from === undefined ? backFrom(last, PERIODS_SHOWN) : periodNamed(kpi, from)
    if (first.startsOn > last.startsOn) throw fromAfterTo(first.name, last.name)
    const periods = periodsBetween(first, last)
    const found = await seriesOf(tx, { businessId, kpiId, from: first.startsOn, to: last.startsOn })
    const byStart = new Map(found.map((point) => [point.starts_on, point]))
    // The present period is seldom told while it lasts: its gap says nothing, unless it was asked for.
    const isOpen = to === undefined && !byStart.has(present.startsOn) && periods.length > 1
    const shown = isOpen
      ? periods.filter(({ name }) => name <= lastEndedBefore(kpi.cadence, today()).name)
      : periods
    return {
      kpi,
      points: shown.map(({ name, startsOn }) => {
        const point = byStart.get(startsOn)
        return {
          period: name,
          value: point?.value ?? null,
          provenance: point?.provenance ?? null,
          valueId: point?.id ?? null,
          recordedAt: point?.recorded_at ?? null,
        }
      }),
      overall: {
        figure: await overallOf(
          tx,
          kpi,
          found.map(({ value }) => value),
        ),
        known: found.length,
        periods: shown.length,
      },
    }
  },
})

async function overallOf(tx: CallContext['tx'], { addsUp }: Kpi, values: string[]): Promise<string | null> {
  return addsUp === 'last' ? (values.at(-1) ?? null) : addUp(tx, values, addsUp)
}
