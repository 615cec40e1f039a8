import { useTranslation } from 'react-i18next'
import type { Output } from '../../api.ts'
import type { Point, Series } from './series-of.ts'

/** The table below the chart as rows of a file: the same columns and periods, figures digit for digit. */
export function useTableRows() {
  const { t } = useTranslation()
  return (given: {
    range: Output<'kpis.summarise-range'>
    series: Series[]
    before: { periods: string[]; points: Point[] } | undefined
  }): (string | null)[][] => {
    const { range, series, before } = given
    const { all, periods } = range
    const groups = series.filter(({ key }) => key !== 'all')
    const head = [t('kpis.period'), t('analytics.all'), ...groups.map(({ label }) => label)]
    const told = [t('analytics.posted'), t('analytics.measured'), t('analytics.claimed')]
    const then = before ? [t('analytics.comparedPeriod'), t('analytics.comparedFigure')] : []
    const figures = [all, ...groups.map(({ points }) => points)]
    const rowAt = (period: string, at: number): (string | null)[] => {
      const point = all[at]
      return [
        period,
        ...figures.map((points) => points[at]?.figure ?? null),
        ...[point?.posted, point?.measured, point?.claimed].map((count) => String(count ?? 0)),
        ...(before ? [before.periods[at] ?? null, before.points[at]?.figure ?? null] : []),
      ]
    }
    const rows = periods.map(rowAt)
    return [[...head, ...told, ...then], ...rows.toReversed()]
  }
}
