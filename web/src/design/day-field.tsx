import { today } from '#kernel/periods.ts'
import OutlinedInput from '@mui/material/OutlinedInput'
import type { FieldIds } from './field.tsx'

/** A day up to today, as the browser lets people choose one; empty for none. */
export function DayField(given: {
  value: string
  onChange: (day: string) => void
  /** What it is called where no label stands above it. */
  label?: string
  ids?: FieldIds
}) {
  const { value, onChange, label, ids } = given
  return (
    <OutlinedInput
      type="date"
      id={ids?.id}
      value={value}
      error={ids?.['aria-invalid'] === true}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        input: {
          'aria-label': label,
          title: label,
          min: '1900-01-01',
          max: today(),
          'aria-describedby': ids?.['aria-describedby'],
          'aria-invalid': ids?.['aria-invalid'],
        },
      }}
    />
  )
}
