import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { formatTime } from '../../design/format.ts'
import { KpiStrip, type Kpi } from '../../design/kpi-strip.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { ProvenanceMark } from '../../design/provenance-mark.tsx'
import { useEvery } from '../../design/use-every.ts'
import { HealthMark, type Health } from './health-mark.tsx'
import { OperationRows } from './operation-rows.tsx'
import { PartRows } from './part-rows.tsx'
import { ProcessRows } from './process-rows.tsx'
import { RunCounts } from './run-counts.tsx'

/** Nothing here is an event: it is measured anew this often while somebody looks. */
const LOOK_MS = 5000

/** How the installation is at this moment, each figure measured by the server and none remembered. */
export function HealthRoom() {
  const { t } = useTranslation()
  const { data, problem, asOfMs, again } = useRead('monitoring.get-health', {})
  useEvery(LOOK_MS, again)
  return (
    <>
      <PageHeader
        title={t('health.title')}
        note={
          asOfMs !== undefined && (
            <ProvenanceMark kind={problem ? 'stale' : 'measured'}>
              {t('provenance.asOf', { time: formatTime(asOfMs) })}
            </ProvenanceMark>
          )
        }
      />
      {problem && (
        <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {(data || !problem) && <Readings health={data} />}
    </>
  )
}

function Readings({ health }: { health: Health | undefined }) {
  const { t } = useTranslation()
  const minutes = health?.minutes ?? 0
  const figures: Kpi[] = [
    { label: t('health.invocations', { minutes }), value: health?.figures.count, to: '#operations' },
    { label: t('health.failed', { minutes }), value: health?.figures.failed, to: '#operations' },
    { label: t('health.failedRuns'), value: health?.runs.failed, to: '/runs?status=failed' },
  ]
  return (
    <Box sx={{ pb: 12 }}>
      <KpiStrip label={t('health.figures')} items={figures} />
      <Part title={t('health.parts')}>
        {health && (
          <Box component="output" sx={{ ...NOTE, display: 'block' }}>
            <HealthMark status={health.status}>
              {t(`health.whole.${health.status}`)} · {t('health.version', { version: health.version })}
            </HealthMark>
          </Box>
        )}
        <PartRows parts={health?.parts} />
      </Part>
      <Part title={t('health.operations')} id="operations">
        <Box sx={NOTE}>
          {t(health?.operations.length === 0 ? 'health.noCalls' : 'health.operationsNote', { minutes })}
        </Box>
        <OperationRows operations={health?.operations} />
      </Part>
      <Part title={t('health.runs')}>
        {health && health.runs.oldestDueSeconds >= 1 && (
          <Box sx={NOTE}>{t('health.due', { seconds: Math.floor(health.runs.oldestDueSeconds) })}</Box>
        )}
        <RunCounts runs={health?.runs} />
      </Part>
      <Part title={t('health.processes')}>
        <ProcessRows processes={health?.processes} />
      </Part>
    </Box>
  )
}

function Part({ title, id, children }: { title: string; id?: string; children: React.ReactNode }) {
  return (
    <Box component="section" id={id}>
      <Typography variant="h2" sx={{ px: { xs: 4, sm: 6 }, pt: 6, pb: 2 }}>
        {title}
      </Typography>
      <Box sx={{ borderTop: '1px solid var(--mui-palette-divider)' }}>{children}</Box>
    </Box>
  )
}

const NOTE = {
  px: { xs: 4, sm: 6 },
  py: 2,
  fontSize: 12,
  lineHeight: '16px',
  color: 'text.secondary',
  textWrap: 'pretty',
  bgcolor: 'background.paper',
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
