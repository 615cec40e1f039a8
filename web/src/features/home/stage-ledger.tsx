import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../api.ts'
import { formatCount, formatShare } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { ReadPanel } from '../../design/read-panel.tsx'
import { StageMark } from '../businesses/stage-mark.tsx'
import { STAGES, type Stage } from '../businesses/stages.ts'

/** How the portfolio spreads over the stages: a ruled table, with a bar as long as the share. */
export function StageLedger() {
  const { t } = useTranslation()
  const counts = useRead('businesses.summarise-businesses', { by: 'stage' })
  const at = new Map(counts.data?.groups.map(({ id, count }) => [id, count]))
  return (
    <ReadPanel maxWidth={960} title={t('home.byStage')} reading={counts}>
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
            <StageLine
              key={stage}
              stage={stage}
              count={counts.data && (at.get(stage) ?? 0)}
              total={counts.data?.total ?? 0}
            />
          ))}
        </tbody>
      </Box>
    </ReadPanel>
  )
}

function StageLine({ stage, count, total }: { stage: Stage; count: number | undefined; total: number }) {
  return (
    <tr>
      <Box component="th" scope="row">
        <StageMark stage={stage} />
      </Box>
      <Box component="td" aria-hidden>
        {count !== undefined && count > 0 && (
          <Box
            sx={{ height: 8, minWidth: 2, bgcolor: 'series.1' }}
            style={{ width: `${(100 * count) / Math.max(total, 1)}%` }}
          />
        )}
      </Box>
      <Box component="td" sx={{ color: 'text.secondary' }}>
        {count !== undefined && formatShare(count, total)}
      </Box>
      <Box component="td">
        {count === undefined ? (
          <Skeleton width={28} height={12} sx={{ ml: 'auto' }} />
        ) : (
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
