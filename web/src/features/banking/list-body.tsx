import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Pages } from '../../api.ts'
import { DayField } from '../../design/day-field.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'

/** A list of the room: why it cannot be read, or its rows, or what stands there without any; more of them, and how many there are. */
export function ListBody<R>(given: {
  list: Pages<R>
  empty: React.ReactNode
  total: (count: number) => string
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  const { list, empty, total, children } = given
  return (
    <>
      {list.problem && (
        <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
          <ProblemNotice problem={list.problem} onRetry={list.again} />
        </Box>
      )}
      {!list.problem && (list.rows?.length === 0 ? empty : children)}
      {list.hasMore && (
        <Button onClick={list.more} sx={{ mx: 4, my: 2 }}>
          {t('settings.more')}
        </Button>
      )}
      {!list.problem && list.total !== undefined && list.total > 0 && (
        <Typography
          variant="caption"
          component="output"
          sx={{ display: 'block', px: { xs: 4, sm: 6 }, py: 2 }}
        >
          {total(list.total)}
        </Typography>
      )}
    </>
  )
}

/** A day that a list is narrowed by, with its name beside it. */
export function DayFilter(given: {
  label: string
  value: string
  onChange: (day: string) => void
  isLaterOpen?: boolean
}) {
  return (
    <Box className="day">
      <span aria-hidden>{given.label}</span>
      <DayField {...given} />
    </Box>
  )
}

/** The line of what a list is narrowed by. */
export const FILTERS = {
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 2,
  px: { xs: 4, sm: 6 },
  py: 2,
  borderBottom: '1px solid var(--mui-palette-divider)',
  '& > .MuiInputBase-root': { width: { xs: '100%', sm: 240 } },
  '& > .day': {
    flex: { xs: '1 1 40%', sm: 'none' },
    display: 'flex',
    flexDirection: { xs: 'column', sm: 'row' },
    alignItems: { sm: 'center' },
    columnGap: 2,
    fontSize: 12,
    color: 'text.secondary',
    whiteSpace: 'nowrap',
    '& .MuiInputBase-root': { width: { sm: 144 } },
  },
} as const
