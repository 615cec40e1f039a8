import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Run, RunStatus } from './run-words.ts'

/** A sign of its own for each status, so that colour is only the second cue. */
const SIGNS: Record<RunStatus, { path: string; colour: string }> = {
  queued: { path: 'M3 7h.01M7 7h.01M11 7h.01', colour: 'text.secondary' },
  running: { path: 'M4.5 3 11 7l-6.5 4Z', colour: 'primary.main' },
  waiting: { path: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM7 4.5V7l2 1.25', colour: 'text.secondary' },
  'outcome-unknown': {
    path: 'M5 5a2 2 0 1 1 2.9 1.8C7.2 7.1 7 7.5 7 8.25M7 11v.01',
    colour: 'warning.main',
  },
  failed: { path: 'M3.5 3.5l7 7M10.5 3.5l-7 7', colour: 'error.main' },
  done: { path: 'M2.5 7.5 5.5 11 11.5 3.5', colour: 'success.main' },
  cancelled: { path: 'M2.5 7h9', colour: 'text.secondary' },
}

export function RunMark({ run }: { run: Run }) {
  const { t } = useTranslation()
  const { status, isCancelling, repeatsEveryS } = run
  const { path, colour } = SIGNS[status]
  const isStanding = repeatsEveryS !== null && status === 'waiting'
  const word = isCancelling ? 'cancelling' : isStanding ? 'standing' : status
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, whiteSpace: 'nowrap' }}>
      <Box
        component="svg"
        viewBox="0 0 14 14"
        aria-hidden
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        sx={{ width: 14, height: 14, flex: 'none', color: colour }}
      >
        <path d={path} />
      </Box>
      {t(`runs.word.${word}`)}
    </Box>
  )
}
