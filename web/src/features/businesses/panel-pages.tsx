import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pages } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'

/** A part of a panel that pages: its name, its lines, and the next ones when they are asked for. */
export function PanelPages(given: {
  title: string
  loading: string
  list: Pages<unknown>
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  const id = useId()
  const { title, loading, list } = given
  return (
    <Box component="section" aria-labelledby={id} sx={{ pb: 3 }}>
      <Typography variant="h3" id={id} sx={{ px: 5, pt: 5, pb: 2, fontSize: 13, fontWeight: 600 }}>
        {title}
      </Typography>
      {list.problem && (
        <Box sx={{ px: 5, pb: 3 }}>
          <ProblemNotice problem={list.problem} onRetry={list.again} />
        </Box>
      )}
      {!list.problem && !list.rows && (
        <Box component="output" aria-label={loading} sx={{ display: 'block', px: 5 }}>
          <Skeleton height={12} width="70%" />
        </Box>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {given.children}
      </Box>
      {list.hasMore && (
        <Button onClick={list.more} disabled={list.isFetching} sx={{ mx: 3, my: 1 }}>
          {t('business.more')}
        </Button>
      )}
    </Box>
  )
}
