import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput from '@mui/material/OutlinedInput'
import Box from '@mui/material/Box'
import type { FieldIds } from './field.tsx'
import { focusOnMount } from './focus-on-mount.ts'

export interface ChoiceOption {
  value: string
  label: string
}

/** A native select: type-ahead, keyboard and the phone's own wheel come with it. */
export function Choice(given: {
  value: string
  options: readonly ChoiceOption[]
  onChange: (value: string) => void
  ids?: FieldIds
  /** Where no label stands above it. */
  label?: string
  isMarked?: boolean
  takesFocus?: boolean
}) {
  const { value, options, onChange, ids, label, isMarked = false, takesFocus = false } = given
  return (
    <NativeSelect
      value={value}
      onChange={(event) => onChange(event.target.value)}
      inputRef={takesFocus ? focusOnMount : undefined}
      error={ids?.['aria-invalid'] ?? false}
      input={<OutlinedInput />}
      slotProps={{ input: { ...ids, 'aria-label': label } }}
      IconComponent={Caret}
      sx={{
        '& select': { pr: '24px !important', textOverflow: 'ellipsis', fontWeight: isMarked ? 500 : 400 },
        ...(isMarked && { '& .MuiOutlinedInput-notchedOutline': { borderColor: 'primary.main' } }),
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  )
}

function Caret() {
  return (
    <Box
      component="svg"
      viewBox="0 0 16 16"
      aria-hidden
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      sx={{
        position: 'absolute',
        right: 6,
        width: 14,
        height: 14,
        pointerEvents: 'none',
        color: 'text.secondary',
      }}
    >
      <path d="M4.5 6.5 8 10l3.5-3.5" />
    </Box>
  )
}
