import { z } from 'zod'
import { lastEndedBefore, today } from '#kernel/periods.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { ClassFields, Classification } from './class-fields.ts'
import { ATTRIBUTES } from './classified-queries.ts'
import { exampleValue } from './example-value.ts'
import { periodNamed } from './kpi-period.ts'
import { findKpi } from './kpis-queries.ts'
import { backFrom, periodsBetween } from './period-range.ts'
import { fromAfterTo, kpiNotFound, rangeTooLong } from './problems.ts'
import { rangeOf, type RangeRow } from './range-queries.ts'
import { figure, Kpi, period } from './schema.ts'
import { isAdditive } from './summary-queries.ts'

const PERIODS_MAX = 60
const PERIODS_SHOWN = 12
const GROUPS_NAMED = 6
const GROUPS_NAMED_MAX = 12

const Point = z.strictObject({
  figure: figure().nullable().describe('Null: nobody told a value.'),
  businesses: z.int().describe('Businesses with a value.'),
  posted: z.int(),
  measured: z.int(),
  claimed: z.int(),
})
const points = () => z.array(Point).max(PERIODS_MAX).describe('One for each of the periods.')

export const summariseRange = operation({
  name: 'kpis.summarise-range',
  summary:
    'Sums or averages a KPI over the businesses, period by period, split by category, entity, stage or owner as they were then or are at present.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'kpis.read',
  risk: 'none',
  input: z.strictObject({
    kpiId: id('kpi'),
    from: period().optional().describe(`The first period; ${PERIODS_SHOWN} of them, where none is named.`),
    to: period().optional().describe('The last period; the last one that has ended, where none is named.'),
    by: z.enum(ATTRIBUTES).optional().describe('Without it there are no groups.'),
    groupsNamed: z
      .int()
      .min(1)
      .max(GROUPS_NAMED_MAX)
      .default(GROUPS_NAMED)
      .describe('How many groups stand by themselves; the rest is told together.'),
    classification: Classification.default('then'),
    ...ClassFields,
  }),
  output: z.strictObject({
    kpi: Kpi,
    isSum: z
      .boolean()
      .describe('Money and counts are added; of percentages, ratios and days it is the average.'),
    periods: z.array(period()).max(PERIODS_MAX),
    all: points(),
    groups: z
      .array(
        z.strictObject({
          id: z
            .string()
            .max(60)
            .nullable()
            .describe('The stage, or an id. Null: it had none, or its history had not begun.'),
          name: z.string().max(200).nullable(),
          points: points(),
        }),
      )
      .max(GROUPS_NAMED_MAX)
      .describe(
        'Those with the greatest amounts without their signs, or where it is averaged, the most values.',
      ),
    other: z
      .strictObject({ groups: z.int(), points: points() })
      .nullable()
      .describe('Groups beyond those, together.'),
  }),
  examples: async (factory) => {
    const { kpiId } = await exampleValue(factory)
    return [
      { kpiId },
      { kpiId, from: '2026-08', to: '2026-09', by: 'category' as const },
      { kpiId, by: 'entity' as const, classification: 'present' as const, stage: 'validation' as const },
      { kpiId, by: 'owner' as const, hasCategory: false },
    ]
  },
  async handle({ kpiId, from, to, by, groupsNamed, classification, ...filter }, { tx }) {
    const kpi = await findKpi(tx, kpiId)
    if (!kpi) throw kpiNotFound(kpiId)
    const last = to === undefined ? lastEndedBefore(kpi.cadence, today()) : periodNamed(kpi, to)
    const first = from === undefined ? backFrom(last, PERIODS_SHOWN - 1) : periodNamed(kpi, from)
    if (first.startsOn > last.startsOn) throw fromAfterTo(first.name, last.name)
    const periods = periodsBetween(first, last)
    if (periods.length > PERIODS_MAX) throw rangeTooLong(periods.length, PERIODS_MAX)
    const now = today()
    const rows = await rangeOf(tx, {
      kpi,
      periods: periods.map(({ startsOn, endsOn }) => ({ startsOn, day: endsOn < now ? endsOn : now })),
      by,
      classification,
      filter,
      groupsNamed,
    })
    const pointsOf = (place: number | null) =>
      periods.map(({ startsOn }) =>
        pointOf(rows.find((row) => row.place === place && row.starts_on === startsOn)),
      )
    const places = [...new Set(rows.flatMap(({ place }) => (place === null ? [] : [place])))]
    const others = rows.filter(({ place }) => place === groupsNamed + 1)
    return {
      kpi,
      isSum: isAdditive(kpi),
      periods: periods.map(({ name }) => name),
      all: pointsOf(null),
      groups: by
        ? places
            .filter((place) => place <= groupsNamed)
            .map((place) => {
              const row = rows.find((one) => one.place === place)
              return { id: row?.id ?? null, name: row?.name ?? null, points: pointsOf(place) }
            })
        : [],
      other:
        others.length === 0
          ? null
          : { groups: others[0]?.groups_beyond ?? 0, points: pointsOf(groupsNamed + 1) },
    }
  },
})

function pointOf(row: RangeRow | undefined): z.output<typeof Point> {
  return {
    figure: row?.figure ?? null,
    businesses: row?.businesses ?? 0,
    posted: row?.posted ?? 0,
    measured: row?.measured ?? 0,
    claimed: row?.claimed ?? 0,
  }
}
