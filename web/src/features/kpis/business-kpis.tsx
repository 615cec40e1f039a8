import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead, type Output } from '../../api.ts'
import { FactLine } from '../../design/fact-line.tsx'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { May } from '../identity/may.tsx'
import { useFigure, type Kpi } from './figure.ts'
import { KpiMark } from './kpi-mark.tsx'
import { RecordValue } from './record-value.tsx'
import { Sparkline } from './sparkline.tsx'

type Point = Output<'kpis.get-series'>['points'][number]
const KPIS_SHOWN = 50

/** The KPIs of one business: the latest value of each with where it comes from, and a form to tell one. */
export function BusinessKpis({
  business,
}: {
  business: { id: string; name: string; archivedAt: string | null }
}) {
  const { t } = useTranslation()
  const [isRecording, setRecording] = useState(false)
  const { data, problem, again } = useRead('kpis.list-kpis', { limit: KPIS_SHOWN })
  const kpis = data?.items ?? []
  if (problem?.status === 403) return null
  return (
    <Box component="section" aria-labelledby="business-kpis" sx={{ pt: 5 }}>
      <Box sx={HEAD}>
        <Typography variant="h3" component="h2" id="business-kpis">
          {t('kpis.inPanel')}
        </Typography>
        {kpis.length > 0 && business.archivedAt === null && !isRecording && (
          <May permission="kpis.write">
            <Button onClick={() => setRecording(true)} startIcon={<Icon name="plus" size={14} />}>
              {t('kpis.record')}
            </Button>
          </May>
        )}
      </Box>
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {isRecording && <RecordValue {...{ business, kpis }} onDone={() => setRecording(false)} />}
      {data?.items.length === 0 && (
        <Typography variant="body2" sx={{ px: 5, py: 3, color: 'text.secondary' }}>
          {t('kpis.inPanelEmpty')}{' '}
          <Box component={Link} to="/businesses/kpis?new=true" sx={DRILL}>
            {t('kpis.empty.action')}
          </Box>
        </Typography>
      )}
      <Box component="dl" sx={{ m: 0 }}>
        {kpis.map((kpi) => (
          <KpiLine key={kpi.id} kpi={kpi} businessId={business.id} />
        ))}
      </Box>
    </Box>
  )
}

function KpiLine({ kpi, businessId }: { kpi: Kpi; businessId: string }) {
  const { t } = useTranslation()
  const figure = useFigure()
  const { data, problem } = useRead('kpis.get-series', { businessId, kpiId: kpi.id })
  const latest = data?.points.findLast(({ value }) => value !== null)
  return (
    <FactLine label={kpi.name}>
      {problem && <span title={problem.title}>—</span>}
      {!problem && !data && <Skeleton height={12} width="50%" />}
      {data && !latest && <Box sx={{ color: 'text.secondary' }}>{t('kpis.unknown')}</Box>}
      {data && latest?.value && latest.provenance && (
        <>
          <Box sx={LATEST}>
            <Box
              component={Link}
              to={`/businesses/kpis/${kpi.id}?period=${latest.period}`}
              sx={{ ...DRILL, fontWeight: 500 }}
            >
              {figure(latest.value, kpi)}
            </Box>
            <Box component="span" sx={{ fontSize: 12, color: 'text.secondary' }}>
              {latest.period}
            </Box>
            <KpiMark provenance={latest.provenance} />
            <Sparkline values={data.points.map(({ value }) => value)} />
          </Box>
          <Series kpi={kpi} points={data.points} />
        </>
      )}
    </FactLine>
  )
}

/** The drawing in figures, for those who read and for those who listen; a gap is said. */
function Series({ kpi, points }: { kpi: Kpi; points: Point[] }) {
  const { t } = useTranslation()
  const figure = useFigure()
  return (
    <Box component="details" sx={{ mt: 1, fontSize: 12 }}>
      <Box component="summary" sx={{ color: 'text.secondary', cursor: 'pointer' }}>
        {t('kpis.showSeries')}
      </Box>
      <Box component="table" aria-label={t('kpis.series', { kpi: kpi.name })} sx={SERIES}>
        <thead>
          <tr>
            <th scope="col">{t('kpis.period')}</th>
            <th scope="col">{t('kpis.value')}</th>
            <th scope="col">{t('kpis.from')}</th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({ period, value, provenance }) => (
            <tr key={period}>
              <td>{period}</td>
              <td>{value === null ? t('kpis.unknown') : figure(value, kpi)}</td>
              <td>{provenance && <KpiMark provenance={provenance} />}</td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

const HEAD = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  minHeight: 40,
  px: 5,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
const LATEST = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 } as const
const SERIES = {
  width: '100%',
  borderCollapse: 'collapse',
  fontFeatureSettings: "'tnum', 'zero'",
  '& th': { textAlign: 'left', fontWeight: 500, color: 'text.secondary' },
  '& th, & td': { py: 0.5, borderBottom: '1px solid var(--mui-palette-divider)' },
} as const
