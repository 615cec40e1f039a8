import Box from '@mui/material/Box'
import { RAIL_BELOW } from './theme.ts'
import { UNSEEN } from './unseen.ts'

const NARROW = `@media (max-width: ${RAIL_BELOW - 0.02}px)`
const SHOWN_MAX = 99

/** How many, beside the name of a room; `words` say of what to whoever does not see it. */
export function CountMark({ count, words }: { count: number; words: string }) {
  return (
    <Box component="span" sx={COUNT}>
      <span aria-hidden>{count > SHOWN_MAX ? `${SHOWN_MAX}+` : count}</span>
      <Box component="span" sx={UNSEEN}>
        {words}
      </Box>
    </Box>
  )
}

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
