import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../api.ts'
import { formatCount, formatShare } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { StageMark } from '../businesses/stage-mark.tsx'
import { STAGES, type Stage } from '../businesses/stages.ts'

/** How the portfolio spreads over the stages: a ruled table, with a bar as long as the share. */
export function StageLedger({ total }: { total: number | undefined }) {
  const { t } = useTranslation()
  return (
    <Box component="section" aria-labelledby="by-stage" sx={{ maxWidth: 960 }}>
      <Typography variant="h2" id="by-stage" sx={{ px: { xs: 4, sm: 6 }, pt: 6, pb: 2 }}>
        {t('home.byStage')}
      </Typography>
      <Box component="table" sx={TABLE}>
        <colgroup>
          <Box component="col" sx={{ width: { xs: 136, sm: 176 } }} />
          <col />
          <Box component="col" sx={{ width: 80 }} />
          <Box component="col" sx={{ width: { xs: 96, sm: 128 } }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('home.stage')}</th>
            <th scope="col" colSpan={2}>
              {t('home.share')}
            </th>
            <th scope="col">{t('home.count')}</th>
          </tr>
        </thead>
        <tbody>
          {STAGES.map((stage) => (
            <StageLine key={stage} stage={stage} total={total} />
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function StageLine({ stage, total }: { stage: Stage; total: number | undefined }) {
  const { t } = useTranslation()
  const { data, problem } = useRead('businesses.list-businesses', { stage, limit: 1 })
  const count = data?.total
  const isKnown = count !== undefined && total !== undefined
  return (
    <tr>
      <Box component="th" scope="row">
        <StageMark stage={stage} />
      </Box>
      <Box component="td" aria-hidden>
        {isKnown && count > 0 && (
          <Box
            sx={{ height: 8, minWidth: 2, bgcolor: 'series.1' }}
            style={{ width: `${(100 * count) / Math.max(total, 1)}%` }}
          />
        )}
      </Box>
      <Box component="td" sx={{ color: 'text.secondary' }}>
        {isKnown && formatShare(count, total)}
      </Box>
      <Box component="td">
        {problem && <span title={t('home.unread', { reason: problem.title })}>—</span>}
        {!problem && count === undefined && <Skeleton width={28} height={12} sx={{ ml: 'auto' }} />}
        {count !== undefined && (
          <Box component={Link} to={`/businesses?stage=${stage}`} sx={DRILL}>
            {formatCount(count)}
          </Box>
        )}
      </Box>
    </tr>
  )
}

const TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  borderTop: '1px solid var(--mui-palette-divider)',
  bgcolor: 'background.paper',
  borderRight: { md: '1px solid var(--mui-palette-divider)' },
  fontSize: 13,
  fontFeatureSettings: "'tnum', 'zero'",
  tableLayout: 'fixed',
  '& th, & td': { height: 40, px: 2, py: 0, borderBottom: '1px solid var(--mui-palette-divider)' },
  '& th, & td:nth-of-type(n + 2)': { textAlign: 'right', fontWeight: 400, whiteSpace: 'nowrap' },
  '& thead th': {
    height: 32,
    fontSize: 11,
    fontWeight: 500,
    color: 'text.secondary',
  },
  '& th:first-of-type': { pl: { xs: 4, sm: 6 }, textAlign: 'left' },
  '& thead th:last-of-type, & td:last-of-type': { pr: { xs: 4, sm: 6 } },
} as const
