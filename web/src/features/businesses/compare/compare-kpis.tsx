import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead, type Output } from '../../../api.ts'
import { DRILL } from '../../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../../design/ledger-table.ts'
import { ReadPanel } from '../../../design/read-panel.tsx'
import { useFigure } from '../../kpis/figure.ts'
import { KpiMark } from '../../kpis/kpi-mark.tsx'
import { Sparkline } from '../../kpis/sparkline.tsx'
import type { ListedBusiness } from '../stages.ts'
import { COMPARE_TABLE, widthOf } from './compare-table.ts'

type Compared = Output<'kpis.compare-series'>['kpis'][number]
const KPIS_MAX = 20

/** The same KPIs of each: the latest value with where it comes from, and the way there on one scale for all of them. */
export function CompareKpis({ businesses }: { businesses: ListedBusiness[] }) {
  const { t } = useTranslation()
  const kpis = useRead('kpis.list-kpis', { limit: KPIS_MAX })
  const kpiIds = kpis.data?.items.map(({ id }) => id) ?? []
  const businessIds = businesses.map(({ id }) => id)
  const series = useRead('kpis.compare-series', { businessIds, kpiIds }, { skip: kpiIds.length === 0 })
  if (kpis.problem?.status === 403) return null
  const more = (kpis.data?.total ?? 0) - kpiIds.length
  return (
    <ReadPanel
      title={t('businesses.kpis')}
      formula={t('compare.kpisFormula')}
      reading={kpis.problem ? kpis : series}
      isHere={series.data !== undefined || kpis.data?.total === 0}
    >
      {kpis.data?.total === 0 && (
        <Box sx={{ ...SECOND_LINE, px: { xs: 4, sm: 6 } }}>{t('compare.noKpis')}</Box>
      )}
      {series.data && (
        <Box component="section" tabIndex={0} aria-label={t('businesses.kpis')} sx={{ overflowX: 'auto' }}>
          <Box
            component="table"
            aria-label={t('businesses.kpis')}
            sx={COMPARE_TABLE}
            style={widthOf(businesses.length)}
          >
            <thead>
              <tr>
                <th scope="col">{t('compare.kpi')}</th>
                {businesses.map(({ id, name }) => (
                  <th key={id} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {series.data.kpis.map((one) => (
                <KpiRow key={one.kpi.id} compared={one} businesses={businesses} />
              ))}
            </tbody>
          </Box>
        </Box>
      )}
      {more > 0 && (
        <Box sx={{ ...SECOND_LINE, px: { xs: 4, sm: 6 }, py: 2 }}>
          {t('compare.moreKpis', { count: more })}
        </Box>
      )}
    </ReadPanel>
  )
}

function KpiRow({ compared, businesses }: { compared: Compared; businesses: ListedBusiness[] }) {
  const { kpi, periods, lines } = compared
  const all = lines.flatMap(({ points }) =>
    points.flatMap(({ value }) => (value === null ? [] : [Number(value)])),
  )
  const scale = { low: Math.min(0, ...all), high: Math.max(0, ...all) }
  return (
    <tr>
      <th scope="row">
        <Box component={Link} to={`/businesses/kpis/${kpi.id}`} sx={DRILL}>
          {kpi.name}
        </Box>
      </th>
      {businesses.map(({ id }) => (
        <td key={id}>
          <KpiCell
            kpi={kpi}
            periods={periods}
            points={lines.find(({ businessId }) => businessId === id)?.points ?? []}
            scale={scale}
          />
        </td>
      ))}
    </tr>
  )
}

function KpiCell(given: {
  kpi: Compared['kpi']
  periods: string[]
  points: Compared['lines'][number]['points']
  scale: { low: number; high: number }
}) {
  const { t } = useTranslation()
  const figure = useFigure()
  const { kpi, periods, points, scale } = given
  const at = points.findLastIndex(({ value }) => value !== null)
  const { value, provenance } = points[at] ?? {}
  if (value === undefined || value === null || !provenance) {
    return <span title={t('compare.untold', { from: periods[0] ?? '', to: periods.at(-1) ?? '' })}>—</span>
  }
  return (
    <>
      <Box
        component={Link}
        to={`/businesses/kpis/${kpi.id}?period=${periods[at]}`}
        sx={{ ...DRILL, fontWeight: 500 }}
      >
        {figure(value, kpi)}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
        <Box component="span" sx={SECOND_LINE}>
          {periods[at]}
        </Box>
        <KpiMark provenance={provenance} />
        <Sparkline values={points.map((point) => point.value)} scale={scale} />
      </Box>
    </>
  )
}
