import { today } from '#kernel/periods.ts'
import OutlinedInput from '@mui/material/OutlinedInput'
import type { FieldIds } from './field.tsx'

/** A day up to today, unless later ones are open as well, as the browser lets people choose one; empty for none. */
export function DayField(given: {
  value: string
  onChange: (day: string) => void
  /** What it is called where no label stands above it. */
  label?: string
  ids?: FieldIds
  isLaterOpen?: boolean
  inputRef?: React.Ref<HTMLInputElement>
}) {
  const { value, onChange, label, ids, isLaterOpen = false, inputRef } = given
  return (
    <OutlinedInput
      type="date"
      id={ids?.id}
      value={value}
      inputRef={inputRef}
      error={ids?.['aria-invalid'] === true}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        input: {
          'aria-label': label,
          title: label,
          min: '1900-01-01',
          max: isLaterOpen ? undefined : today(),
          'aria-describedby': ids?.['aria-describedby'],
          'aria-invalid': ids?.['aria-invalid'],
        },
      }}
    />
  )
}
