import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useEffect, useRef, useState } from 'react'
import { Icon } from './icon.tsx'

const PAUSE_MS = 200

/** Tells what was typed once the typing pauses, so that a word of ten letters is one request. */
export function SearchField(given: { label: string; value: string; onChange: (value: string) => void }) {
  const { label, value, onChange } = given
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  useEffect(() => {
    // A value that we did not tell comes from elsewhere: "clear filters", or a step back.
    if (value !== told.current) {
      told.current = value
      setTyped(value)
    }
  }, [value])
  useEffect(() => {
    if (typed === told.current) return undefined
    const timer = setTimeout(() => {
      told.current = typed
      onChange(typed)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, onChange])
  return (
    <OutlinedInput
      type="search"
      value={typed}
      placeholder={label}
      onChange={(event) => setTyped(event.target.value)}
      startAdornment={
        <Box component="span" sx={{ color: 'text.secondary' }}>
          <Icon name="search" />
        </Box>
      }
      slotProps={{ input: { 'aria-label': label, maxLength: 200 } }}
      sx={{
        pl: 2,
        '& input::placeholder': { color: 'text.secondary', opacity: 1 },
        '& input::-webkit-search-cancel-button': { cursor: 'pointer' },
      }}
    />
  )
}
