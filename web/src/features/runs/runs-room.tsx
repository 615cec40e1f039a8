import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { usePages } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { useEvery } from '../../design/use-every.ts'
import { RunFilters } from './run-filters.tsx'
import { RunPanel } from './run-panel.tsx'
import { RunRows } from './run-rows.tsx'
import { isMoving } from './run-words.ts'
import { useRunFilter } from './use-run-filter.ts'

/** While something moves, its progress is read this often; everything else comes with the live stream. */
const LOOK_MS = 1500

/** Long work: what waits, what is at work, what came of it, and beside it the run that is open. */
export function RunsRoom() {
  const { t } = useTranslation()
  const { runId } = useParams()
  const navigate = useNavigate()
  const filter = useRunFilter()
  const list = usePages('runs.list-runs', { limit: 50, ...filter.input })
  useEvery(list.rows?.some(isMoving) ? LOOK_MS : 0, list.again)
  const empty = filter.isNarrowed ? 'emptyFilter' : 'empty'
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={t('runs.title')} />
        <RunFilters filter={filter} />
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
          {list.problem && (
            <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
              <ProblemNotice problem={list.problem} onRetry={list.again} />
            </Box>
          )}
          {list.rows?.length === 0 && (
            <EmptyState title={t(`runs.${empty}.title`)} detail={t(`runs.${empty}.detail`)} />
          )}
          {!list.problem && list.rows?.length !== 0 && <RunRows rows={list.rows} openId={runId} />}
          {list.hasMore && (
            <Button onClick={list.more} sx={{ mx: 4, my: 2 }}>
              {t('settings.more')}
            </Button>
          )}
        </Box>
        {list.total !== undefined && (
          <Typography variant="caption" component="output" sx={FOOT}>
            {t('runs.total', { count: list.total })}
          </Typography>
        )}
      </Box>
      {runId !== undefined && (
        <RunPanel
          key={runId}
          runId={runId}
          onClose={() => void navigate({ pathname: '/runs', search: filter.search })}
        />
      )}
    </Box>
  )
}

const FOOT = { px: { xs: 4, sm: 6 }, py: 2, borderTop: '1px solid var(--mui-palette-divider)' } as const
