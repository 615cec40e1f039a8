import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Output } from '../../api.ts'
import { CountLink } from '../../design/count-link.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { PROVENANCES, useFigure, type Kpi } from '../kpis/figure.ts'
import { KpiMark } from '../kpis/kpi-mark.tsx'
import type { Point, Series } from './series-of.ts'
import type { Split } from './use-analytics-place.ts'

/** The chart in figures, the newest period first; each figure opens the values that it is made of. */
export function RangeTable(given: {
  range: Output<'kpis.summarise-range'>
  series: Series[]
  split: Split | undefined
  before: { periods: string[]; points: Point[] } | undefined
  allOf: (period: string) => string
}) {
  const { t } = useTranslation()
  const { range, series, split, before, allOf } = given
  const { kpi, periods, all } = range
  const groups = split ? series : []
  const label = t('analytics.table', { kpi: kpi.name })
  return (
    <Box component="section" tabIndex={0} aria-label={label} sx={{ overflowX: 'auto' }}>
      <Box component="table" aria-label={label} sx={TABLE}>
        <thead>
          <tr>
            <th scope="col">{t('kpis.period')}</th>
            <th scope="col">{t('analytics.all')}</th>
            {groups.map(({ key, label: name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
            {before && <th scope="col">{t('analytics.comparedFigure')}</th>}
            {PROVENANCES.map((provenance) => (
              <th key={provenance} scope="col">
                <KpiMark provenance={provenance} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods
            .map((period, at) => ({ period, at }))
            .toReversed()
            .map(({ period, at }) => (
              <tr key={period}>
                <th scope="row">{period}</th>
                <td>
                  <Figure kpi={kpi} point={all[at]} to={allOf(period)} />
                </td>
                {groups.map(({ key, points, hrefOf }) => (
                  <td key={key}>
                    <Figure kpi={kpi} point={points[at]} to={hrefOf(period)} />
                  </td>
                ))}
                {before && (
                  <td title={before.periods[at]}>
                    <Figure kpi={kpi} point={before.points[at]} to={allOf(before.periods[at] ?? period)} />
                  </td>
                )}
                {PROVENANCES.map((provenance) => (
                  <td key={provenance}>
                    <CountLink
                      count={all[at]?.[provenance] ?? 0}
                      to={`${allOf(period)}&provenance=${provenance}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </Box>
    </Box>
  )
}

function Figure({ kpi, point, to }: { kpi: Kpi; point: Point | undefined; to: string | undefined }) {
  const { t } = useTranslation()
  const figure = useFigure()
  if (!point || point.figure === null) return <span title={t('analytics.untold')}>—</span>
  const { posted, measured, claimed, businesses } = point
  const title = t('analytics.madeOf', { count: businesses, posted, measured, claimed })
  if (to === undefined) return <span title={title}>{figure(point.figure, kpi)}</span>
  return (
    <Box component={Link} to={to} title={title} sx={DRILL}>
      {figure(point.figure, kpi)}
    </Box>
  )
}

const TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
  fontSize: 13,
  fontFeatureSettings: "'tnum', 'zero'",
  '& th, & td': {
    height: 32,
    '@media (pointer: coarse)': { height: 44 },
    px: 2,
    py: 0,
    textAlign: 'right',
    fontWeight: 400,
    whiteSpace: 'nowrap',
    borderBottom: '1px solid var(--mui-palette-divider)',
  },
  '& thead th': { fontSize: 11, fontWeight: 500, color: 'text.secondary' },
  '& th:first-of-type': { pl: { xs: 4, sm: 6 }, textAlign: 'left' },
  '& thead th:last-of-type, & td:last-of-type': { pr: { xs: 4, sm: 6 } },
} as const
