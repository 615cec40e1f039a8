import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../api.ts'

export type Health = Output<'monitoring.get-health'>
export type PartStatus = Health['status']

/** A sign of its own for each status, so that colour is only the second cue. */
const SIGNS: Record<PartStatus, { path: string; colour: string }> = {
  ok: { path: 'M2.5 7.5 5.5 11 11.5 3.5', colour: 'success.main' },
  degraded: { path: 'M7 2.5 12 11.5H2L7 2.5ZM7 6v2.5M7 10v.01', colour: 'warning.main' },
  down: { path: 'M3.5 3.5l7 7M10.5 3.5l-7 7', colour: 'error.main' },
  unknown: { path: 'M2.5 7h9', colour: 'text.secondary' },
}

export function HealthMark({ status, children }: { status: PartStatus; children?: React.ReactNode }) {
  const { t } = useTranslation()
  const { path, colour } = SIGNS[status]
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
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
      {children ?? t(`health.word.${status}`)}
    </Box>
  )
}
