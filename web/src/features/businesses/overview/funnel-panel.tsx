import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead, type Output } from '../../../api.ts'
import { CountLink } from '../../../design/count-link.tsx'
import { formatDecimal, formatShare } from '../../../design/format.ts'
import { DRILL } from '../../../design/kpi-strip.tsx'
import { ReadPanel } from '../../../design/read-panel.tsx'
import { StageMark } from '../stage-mark.tsx'
import { stepsDone } from '../stages.ts'

type Step = Output<'businesses.summarise-funnel'>['stages'][number]

/** How far businesses come and how long it takes them: of who ever stood at a stage, who stood at a later one. */
export function FunnelPanel() {
  const { t } = useTranslation()
  const funnel = useRead('businesses.summarise-funnel', {})
  const most = Math.max(1, ...(funnel.data?.stages.map(({ here }) => here) ?? []))
  return (
    <ReadPanel
      title={t('overview.funnel')}
      formula={t('overview.funnelFormula')}
      reading={funnel}
      isHere={funnel.data !== undefined}
    >
      <Box component="section" sx={{ overflowX: 'auto' }} tabIndex={0} aria-label={t('overview.funnel')}>
        <Box component="table" aria-label={t('overview.funnel')} sx={TABLE}>
          <thead>
            <tr>
              <th scope="col">{t('home.stage')}</th>
              <th scope="col">{t('overview.here')}</th>
              <th aria-hidden />
              <th scope="col">{t('overview.stood')}</th>
              <th scope="col">{t('overview.wentOn')}</th>
              <th scope="col">{t('overview.medianDays')}</th>
              <th scope="col">{t('overview.medianSoFar')}</th>
            </tr>
          </thead>
          <tbody>
            {funnel.data?.stages.map((step) => (
              <StepLine key={step.stage} step={step} most={most} />
            ))}
          </tbody>
        </Box>
      </Box>
    </ReadPanel>
  )
}

function StepLine({ step, most }: { step: Step; most: number }) {
  const { t } = useTranslation()
  const { stage, here, stood, wentOn, staysEnded, medianDays, medianDaysSoFar } = step
  const canGoOn = stepsDone(stage) !== undefined || stage === 'spun-out'
  return (
    <tr>
      <Box component="th" scope="row">
        <StageMark stage={stage} />
      </Box>
      <td>
        <CountLink count={here} to={`/businesses?stage=${stage}`} />
      </td>
      <Box component="td" aria-hidden sx={{ width: '30%', minWidth: 80 }}>
        {here > 0 && (
          <Box
            sx={{ height: 8, minWidth: 2, bgcolor: 'series.1' }}
            style={{ width: `${(100 * here) / most}%` }}
          />
        )}
      </Box>
      <td>
        <CountLink count={stood} to={`/businesses?stoodAt=${stage}`} />
      </td>
      <td>
        {canGoOn && stood > 0 ? (
          <>
            <Box component="span" sx={{ color: 'text.secondary', mr: 2 }}>
              {formatShare(wentOn, stood)}
            </Box>
            <Box component="span" sx={{ display: 'inline-block', minWidth: '4ch' }}>
              <CountLink count={wentOn} to={`/businesses?wentOnFrom=${stage}`} />
            </Box>
          </>
        ) : (
          <span title={t(canGoOn ? 'overview.nobodyStood' : 'overview.isEnd')}>—</span>
        )}
      </td>
      <td>
        {medianDays === null ? (
          <Days days={null} reason={t('overview.noneEnded')} />
        ) : (
          <Box
            component={Link}
            to={`/businesses?stoodAt=${stage}`}
            title={t('overview.ofStays', { count: staysEnded })}
            sx={DRILL}
          >
            <Days days={medianDays} />
          </Box>
        )}
      </td>
      <td>
        {medianDaysSoFar === null ? (
          <Days days={null} reason={t('overview.nobodyHere')} />
        ) : (
          <Box component={Link} to={`/businesses?stage=${stage}&sort=in-stage`} sx={DRILL}>
            <Days days={medianDaysSoFar} />
          </Box>
        )}
      </td>
    </tr>
  )
}

function Days({ days, reason }: { days: number | null; reason?: string }) {
  const { t } = useTranslation()
  if (days === null) return <span title={reason}>—</span>
  return t('overview.days', { days: formatDecimal(days.toFixed(days % 1 === 0 ? 0 : 1)) })
}

const TABLE = {
  width: '100%',
  minWidth: 640,
  borderCollapse: 'collapse',
  borderTop: '1px solid var(--mui-palette-divider)',
  bgcolor: 'background.paper',
  fontSize: 13,
  fontFeatureSettings: "'tnum', 'zero'",
  '& th, & td': {
    height: 40,
    px: 2,
    py: 0,
    textAlign: 'right',
    fontWeight: 400,
    whiteSpace: 'nowrap',
    borderBottom: '1px solid var(--mui-palette-divider)',
  },
  '& thead th': { height: 32, fontSize: 11, fontWeight: 500, color: 'text.secondary' },
  '& th:first-of-type': { pl: { xs: 4, sm: 6 }, textAlign: 'left' },
  '& thead th:last-of-type, & td:last-of-type': { pr: { xs: 4, sm: 6 } },
} as const
