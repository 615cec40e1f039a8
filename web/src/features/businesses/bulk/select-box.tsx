import Box from '@mui/material/Box'
import { useEffect, useRef } from 'react'

/** The browser's own checkbox, without words beside it: what it chooses is said by its label. */
export function SelectBox(given: {
  label: string
  isOn: boolean
  isPartly?: boolean
  isDisabled?: boolean
  onToggle: (given: { isRange: boolean }) => void
}) {
  const { label, isOn, isPartly = false, isDisabled = false, onToggle } = given
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartly
  }, [isPartly])
  return (
    <Box component="label" sx={HIT}>
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={isOn}
        disabled={isDisabled}
        onChange={({ nativeEvent }) =>
          onToggle({ isRange: nativeEvent instanceof MouseEvent && nativeEvent.shiftKey })
        }
      />
    </Box>
  )
}

/** Easier to hit than its 16 px, and above the link that is stretched over the row. */
const HIT = {
  position: 'relative',
  zIndex: 1,
  display: 'grid',
  placeItems: 'center',
  width: 40,
  height: 40,
  m: '-12px',
  cursor: 'pointer',
  '@media (pointer: coarse)': { width: 48, height: 48, m: '-16px' },
  '& input': { width: 16, height: 16, m: 0, accentColor: 'var(--mui-palette-primary-main)' },
} as const
