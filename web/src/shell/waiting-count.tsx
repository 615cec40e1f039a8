import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead } from '../api.ts'
import { RAIL_BELOW } from '../design/theme.ts'

const NARROW = `@media (max-width: ${RAIL_BELOW - 0.02}px)`

/** How much waits for a decision of whoever is signed in; nothing where nothing does. */
export function WaitingCount() {
  const { t } = useTranslation()
  const { data } = useRead('approvals.list-approvals', { view: 'to-decide', limit: 1 })
  if (!data || data.total === 0) return null
  return (
    <Box component="span" sx={COUNT}>
      <span aria-hidden>{data.total > 99 ? '99+' : data.total}</span>
      <Box component="span" sx={HIDDEN}>
        {t('approvals.waiting', { count: data.total })}
      </Box>
    </Box>
  )
}

const HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const

/** At the end of the line; where only icons stand, at the icon's corner. */
const COUNT = {
  ml: 'auto',
  minWidth: 18,
  px: '5px',
  fontSize: 11,
  lineHeight: '18px',
  fontWeight: 600,
  textAlign: 'center',
  fontVariantNumeric: 'tabular-nums',
  color: 'primary.contrastText',
  bgcolor: 'primary.main',
  borderRadius: '3px',
  [NARROW]: {
    position: 'absolute',
    top: 4,
    left: 'calc(50% + 3px)',
    minWidth: 16,
    px: '4px',
    lineHeight: '16px',
  },
} as const
