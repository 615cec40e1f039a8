import type { Output } from '../../api.ts'
import type { AnalyticsPlace } from './use-analytics-place.ts'

type Range = Output<'kpis.summarise-range'>
export type Point = Range['all'][number]

/** What a chart needs of a point; without a count of businesses none is told. */
export interface ChartPoint {
  figure: string | null
  businesses?: number
}

export interface ChartSeries {
  key: string
  label: string
  points: ChartPoint[]
  /** The values behind a point; undefined where no list finds exactly them. */
  hrefOf: (period: string) => string | undefined
}

export interface Series extends ChartSeries {
  points: Point[]
}

/** What is drawn and told: everything together, or the groups that stand by name and then the others. */
export function seriesOf(
  range: Range,
  place: AnalyticsPlace,
  words: {
    all: string
    other: string
    nameOf: (group: { id: string | null; name: string | null }) => string
  },
): Series[] {
  const { split } = place
  const all: Series = { key: 'all', label: words.all, points: range.all, hrefOf: hrefOf(range, place, {}) }
  if (!split) return [all]
  const named = range.groups.map(({ id, name, points }): Series => {
    // Nobody without a stage or an entity is listed: their history had not begun, or it is closed to the reader.
    const isListed = id !== null || split === 'category' || split === 'owner'
    return {
      key: id ?? 'none',
      label: words.nameOf({ id, name }),
      points,
      hrefOf: isListed ? hrefOf(range, place, { [split]: id ?? 'none' }) : nowhere,
    }
  })
  const other = range.other
  return other
    ? [...named, { key: 'other', label: words.other, points: other.points, hrefOf: nowhere }]
    : named
}

function nowhere(): undefined {
  return undefined
}

export function hrefOf(
  { kpi }: Pick<Range, 'kpi'>,
  { filter, classification }: AnalyticsPlace,
  more: Record<string, string>,
) {
  return (period: string) => {
    const query = new URLSearchParams({ period })
    const narrowed = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== '')
    for (const [name, value] of narrowed) query.set(name, value)
    if (classification === 'then' && narrowed.length > 0) query.set('by', 'then')
    return `/businesses/kpis/${kpi.id}?${query.toString()}`
  }
}
