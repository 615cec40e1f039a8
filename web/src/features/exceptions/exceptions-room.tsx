import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { usePages, useRead } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatTime } from '../../design/format.ts'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { ProvenanceMark } from '../../design/provenance-mark.tsx'
import { ExceptionRows } from './exception-rows.tsx'
import { RuleLines } from './rule-lines.tsx'

/** What is wrong in the portfolio: the rules with their counts, and below them what the chosen one found, or all of it. */
export function ExceptionsRoom() {
  const { t } = useTranslation()
  const [query] = useSearchParams()
  const rule = query.get('rule') ?? undefined
  const summary = useRead('exceptions.summarise-exceptions', {})
  const list = usePages('exceptions.list-exceptions', { limit: 50, ...(rule && { rule }) })
  return (
    <>
      <PageHeader
        title={t('exceptions.title')}
        note={
          list.asOfMs !== undefined && (
            <ProvenanceMark kind="measured">
              {t('provenance.asOf', { time: formatTime(list.asOfMs) })}
            </ProvenanceMark>
          )
        }
      />
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
        <RuleLines summary={summary} chosen={rule} />
        {list.problem && (
          <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
            <ProblemNotice problem={list.problem} onRetry={list.again} />
          </Box>
        )}
        {list.rows?.length === 0 && (
          <EmptyState title={t('exceptions.empty.title')} detail={t('exceptions.empty.detail')} />
        )}
        {!list.problem && list.rows?.length !== 0 && <ExceptionRows rows={list.rows} />}
        {list.hasMore && (
          <Button onClick={list.more} sx={{ mx: 4, my: 2 }}>
            {t('settings.more')}
          </Button>
        )}
      </Box>
      {list.total !== undefined && (
        <Typography variant="caption" component="output" sx={FOOT}>
          {t('exceptions.total', { count: list.total })}
        </Typography>
      )}
    </>
  )
}

const FOOT = { px: { xs: 4, sm: 6 }, py: 2, borderTop: '1px solid var(--mui-palette-divider)' } as const
