import Box from '@mui/material/Box'

/** A checkbox with its words, as high as a row: the browser's own, in our colour. */
export function Tick(given: {
  label: React.ReactNode
  isOn: boolean
  onChange: (isOn: boolean) => void
  note?: string
  isDisabled?: boolean
}) {
  const { label, isOn, onChange, note, isDisabled = false } = given
  return (
    <Box component="label" sx={ROW}>
      <input
        type="checkbox"
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <Box component="span" sx={{ minWidth: 0 }}>
        {label}
        {note && (
          <Box
            component="span"
            sx={{ display: 'block', fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}
          >
            {note}
          </Box>
        )}
      </Box>
    </Box>
  )
}

const ROW = {
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr)',
  columnGap: 2,
  alignItems: 'start',
  py: 1.5,
  fontSize: 13,
  lineHeight: '20px',
  cursor: 'pointer',
  '@media (pointer: coarse)': { py: 3 },
  '& input': { width: 16, height: 16, m: 0, mt: '2px', accentColor: 'var(--mui-palette-primary-main)' },
  '&:has(input:disabled)': { cursor: 'default' },
} as const
