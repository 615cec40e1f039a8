import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { formatTime } from './format.ts'
import { ProblemNotice } from './problem-notice.tsx'

/** A part of a room that is read by itself, says when, and fails alone; it holds its place until it is here. */
export function ReadPanel(given: {
  title: string
  /** What it counts, in words. */
  formula?: string | undefined
  reading: { problem: Problem | undefined; asOfMs: number | undefined; again(): void }
  /** Left out by what holds its place itself. */
  isHere?: boolean
  /** For what would tear apart when it is as wide as the room. */
  maxWidth?: number
  action?: React.ReactNode
  /** What else can be done about the problem, beside trying again. */
  remedy?: React.ReactNode
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  const id = useId()
  const { title, formula, reading, isHere = true, maxWidth, action } = given
  return (
    <Box component="section" aria-labelledby={id} sx={{ minWidth: 0, maxWidth }}>
      <Box sx={HEAD}>
        <Typography variant="h2" id={id}>
          {title}
        </Typography>
        {reading.asOfMs !== undefined && !reading.problem && (
          <Box component="span" sx={SMALL}>
            {t('panel.asOf', { time: formatTime(reading.asOfMs) })}
          </Box>
        )}
        <Box sx={{ flex: 1 }} />
        {action}
      </Box>
      {formula && <Box sx={{ ...SMALL, px: { xs: 4, sm: 6 }, pb: 2, maxWidth: 720 }}>{formula}</Box>}
      {reading.problem && (
        <Box sx={{ px: { xs: 4, sm: 6 }, maxWidth: 720 }}>
          <ProblemNotice problem={reading.problem} onRetry={reading.again}>
            {given.remedy}
          </ProblemNotice>
        </Box>
      )}
      {!reading.problem && !isHere && (
        <Skeleton height={12} width="40%" sx={{ mx: { xs: 4, sm: 6 }, my: 4 }} />
      )}
      {!reading.problem && isHere && given.children}
    </Box>
  )
}

const HEAD = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  columnGap: 3,
  px: { xs: 4, sm: 6 },
  pt: 6,
  pb: 2,
} as const
const SMALL = { fontSize: 12, lineHeight: '16px', color: 'text.secondary', textWrap: 'pretty' } as const
