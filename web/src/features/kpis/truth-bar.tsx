import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead, type Output } from '../../api.ts'
import { formatTime } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { useFigure, type Provenance } from './figure.ts'
import { KpiMark } from './kpi-mark.tsx'

type Summary = Output<'kpis.summarise-values'>

/** How much of the headline is posted, measured and claimed; each part is a door to its values. */
export function TruthBar() {
  const { t } = useTranslation()
  const headline = useRead('kpis.list-kpis', { isHeadline: true, limit: 1 })
  const kpi = headline.data?.items[0]
  const summary = useRead('kpis.summarise-values', { kpiId: kpi?.id ?? '' }, { skip: kpi === undefined })
  const problem = headline.problem ?? summary.problem
  // Whoever may not read KPIs has no use for a notice about them.
  if (problem?.status === 403) return null
  return (
    <Box component="section" aria-labelledby="truth-bar" sx={SECTION}>
      <Typography variant="h2" id="truth-bar" sx={{ mb: 2 }}>
        {kpi ? t('kpis.truthTitle', { kpi: kpi.name }) : t('kpis.inPanel')}
      </Typography>
      {problem && <ProblemNotice problem={problem} onRetry={kpi ? summary.again : headline.again} />}
      {!problem && headline.data && !kpi && (
        <NextStep
          says={t('kpis.truthNoHeadline')}
          to="/businesses/kpis"
          action={t('kpis.truthNoHeadlineAction')}
        />
      )}
      {!problem && !summary.data && (kpi ?? !headline.data) && <Skeleton height={12} width="40%" />}
      {!problem && summary.data && <Truth summary={summary.data} asOfMs={summary.asOfMs} />}
    </Box>
  )
}

function NextStep({ says, to, action }: { says: string; to: string; action: string }) {
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {says}{' '}
      <Box component={Link} to={to} sx={DRILL}>
        {action}
      </Box>
    </Typography>
  )
}

function Truth({ summary, asOfMs }: { summary: Summary; asOfMs: number | undefined }) {
  const { t } = useTranslation()
  const figure = useFigure()
  const { kpi, period, parts, known, unknown, stale } = summary
  const at = `/businesses/kpis/${kpi.id}?period=${period}`
  if (summary.figure === null)
    return (
      <NextStep
        says={t('kpis.truthNone', { kpi: kpi.name, period })}
        to={at}
        action={t('kpis.truthNoneAction', { kpi: kpi.name })}
      />
    )
  const time = formatTime(asOfMs ?? 0)
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 3, mb: 2 }}>
        <Box component={Link} to={at} sx={{ ...DRILL, fontSize: 20, lineHeight: '28px', fontWeight: 500 }}>
          {figure(summary.figure, kpi)}
        </Box>
        <Box sx={NOTE}>
          {t('kpis.truthLabel', { kpi: kpi.name, period })}
          {' · '}
          {kpi.currency ? t('kpis.truthIn', { currency: kpi.currency, time }) : t('kpis.truthOf', { time })}
        </Box>
      </Box>
      <Box aria-hidden sx={{ display: 'flex', height: 12, gap: '2px' }}>
        {parts.map(
          ({ provenance, sharePercent }) =>
            sharePercent !== null &&
            sharePercent > 0 && (
              <Box
                key={provenance}
                sx={{ minWidth: 4, ...FILLS[provenance] }}
                style={{ flexGrow: sharePercent, flexBasis: 0 }}
              />
            ),
        )}
      </Box>
      <Box component="ul" sx={PARTS}>
        {parts.map((part) => (
          <li key={part.provenance}>
            <KpiMark provenance={part.provenance} />
            <Box
              component={Link}
              to={`${at}&provenance=${part.provenance}`}
              aria-label={t('kpis.truthPart', {
                share: part.sharePercent ?? 0,
                provenance: t(`kpis.provenance.${part.provenance}.name`).toLowerCase(),
              })}
              sx={DRILL}
            >
              {t('kpis.truthShare', { share: part.sharePercent ?? 0 })}
            </Box>
            <Box sx={NOTE}>{t('kpis.truthPartCount', { count: part.businesses })}</Box>
          </li>
        ))}
      </Box>
      <Box sx={{ ...NOTE, mt: 1 }}>
        {t('kpis.toldOf', { known, all: known + unknown })}
        {' · '}
        {t('kpis.truthUnknown', { count: unknown })}
        {' · '}
        <Box component={Link} to={`/businesses/kpis/${kpi.id}?view=stale`} sx={DRILL}>
          {t('kpis.staleCount', { count: stale })}
        </Box>
      </Box>
    </>
  )
}

/** Full, striped and hollow: the parts are told apart without their colours. */
const FILLS: Record<Provenance, object> = {
  posted: { bgcolor: 'success.main' },
  measured: {
    backgroundImage:
      'repeating-linear-gradient(135deg, var(--mui-palette-primary-main) 0 4px, transparent 4px 6px)',
    border: '1px solid var(--mui-palette-primary-main)',
  },
  claimed: { border: '1px solid var(--mui-palette-warning-main)' },
}

const NOTE = { fontSize: 12, lineHeight: '16px', color: 'text.secondary' } as const
const SECTION = { maxWidth: 960, px: { xs: 4, sm: 6 }, pt: 6 } as const
const PARTS = {
  listStyle: 'none',
  m: 0,
  p: 0,
  mt: 2,
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0, 1fr))' },
  columnGap: 4,
  fontSize: 13,
  '& > li': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: 2,
    py: 1,
    borderTop: '1px solid var(--mui-palette-divider)',
  },
} as const
