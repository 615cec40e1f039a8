import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Pages } from '../../../api.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { May } from '../../identity/may.tsx'

/** A part of the panel of what holds for a time, the newest first; what was withdrawn is read in its place. */
export function SpanSection<R extends { id: string }>(given: {
  label: string
  empty: string
  list: Pages<R>
  isWithdrawn: boolean
  onWithdrawn: (isWithdrawn: boolean) => void
  /** Where something can be recorded here: the button that opens the form, or the open form. */
  record: { label: string; onOpen: () => void; form: React.ReactNode } | undefined
  renderLine: (row: R) => React.ReactNode
}) {
  const { t } = useTranslation()
  const { label, empty, list, isWithdrawn, onWithdrawn, record, renderLine } = given
  return (
    <Box component="section" aria-label={label}>
      <Box sx={{ ...LINE, display: 'flex', alignItems: 'center', minHeight: 40, mt: 4 }}>
        <Typography variant="h3" sx={{ flex: 1, fontSize: 13, fontWeight: 600 }}>
          {label}
        </Typography>
        <Button aria-pressed={isWithdrawn} onClick={() => onWithdrawn(!isWithdrawn)}>
          {t(isWithdrawn ? 'ownership.showCounting' : 'ownership.showWithdrawn')}
        </Button>
        {record && !record.form && (
          <May permission="entities.write">
            <Button onClick={record.onOpen}>{record.label}</Button>
          </May>
        )}
      </Box>
      {list.problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={list.problem} onRetry={list.again} />
        </Box>
      )}
      {record?.form}
      {list.rows?.length === 0 && (
        <Box sx={{ ...LINE, py: 2, fontSize: 13, color: 'text.secondary' }}>
          {isWithdrawn ? t('ownership.noneWithdrawn') : empty}
        </Box>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {list.rows?.map((row) => (
          <Box component="li" key={row.id} sx={{ ...LINE, py: '9px' }}>
            {renderLine(row)}
          </Box>
        ))}
      </Box>
      {list.hasMore && (
        <Button onClick={list.more} sx={{ mx: 3, my: 2 }}>
          {t('settings.more')}
        </Button>
      )}
    </Box>
  )
}

const LINE = { px: 5, borderBottom: '1px solid var(--mui-palette-divider)' } as const
