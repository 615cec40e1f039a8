import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../design/format.ts'
import type { Run } from './run-words.ts'

/** How far it is: a ruled line that fills, with the count beside it. Nothing where the program tells nothing. */
export function RunProgress({ run: { progress, status } }: { run: Run }) {
  const { t } = useTranslation()
  if (!progress || progress.total <= 0) return null
  const { done, total, note } = progress
  const words = t('runs.progress', { done: formatCount(done), total: formatCount(total) })
  return (
    <Box>
      <Box
        component="progress"
        aria-label={t('runs.progressLabel')}
        max={total}
        value={done}
        sx={{ ...LINE, color: status === 'running' ? 'primary.main' : 'control' }}
      />
      <Box sx={{ mt: 1, fontSize: 12, color: 'text.secondary', fontFeatureSettings: "'tnum'" }}>
        {words}
        {note && ` · ${note}`}
      </Box>
    </Box>
  )
}

/** The browser's own bar, as a hairline. */
const LINE = {
  display: 'block',
  width: '100%',
  height: '3px',
  border: 0,
  appearance: 'none',
  bgcolor: 'divider',
  '&::-webkit-progress-bar': { bgcolor: 'divider' },
  '&::-webkit-progress-value': { bgcolor: 'currentColor' },
  '&::-moz-progress-bar': { bgcolor: 'currentColor' },
} as const
