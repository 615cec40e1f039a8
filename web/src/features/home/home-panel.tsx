import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Reading } from '../../api.ts'
import { formatTime } from '../../design/format.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'

/** A part of Home: its title, of when it is, and what it shows. It fails alone, and says so in its place. */
export function HomePanel(given: {
  id: string
  title: string
  reading: Pick<Reading<unknown>, 'problem' | 'again' | 'asOfMs'>
  /** Beside the stamp: a way on, or a choice of how it is shown. */
  aside?: React.ReactNode
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  const { id, title, reading, aside, children } = given
  return (
    <Box component="section" aria-labelledby={id} sx={{ maxWidth: 960 }}>
      <Box sx={HEAD}>
        <Typography variant="h2" id={id} sx={{ flex: 1 }}>
          {title}
        </Typography>
        {aside}
        {reading.asOfMs !== undefined && (
          <span>{t('provenance.asOf', { time: formatTime(reading.asOfMs) })}</span>
        )}
      </Box>
      {reading.problem ? (
        <Box sx={{ px: { xs: 4, sm: 6 } }}>
          <ProblemNotice problem={reading.problem} onRetry={reading.again} />
        </Box>
      ) : (
        children
      )}
    </Box>
  )
}

const HEAD = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  columnGap: 4,
  px: { xs: 4, sm: 6 },
  pt: 6,
  pb: 2,
  fontSize: 12,
  lineHeight: '16px',
  color: 'text.secondary',
  '& h2': { color: 'text.primary' },
} as const
