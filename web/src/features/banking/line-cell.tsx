import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useId } from 'react'
import type { FieldIds } from '../../design/field.tsx'

export function TextCell(given: {
  label: string
  value: string
  onChange: (value: string) => void
  error: string | undefined
  isNumber?: boolean
  isWhole?: boolean
  maxLength?: number
  hint?: string
}) {
  const { label, value, onChange, error, isNumber = false, isWhole = false, maxLength = 30, hint } = given
  return (
    <LineCell {...{ label, error, isNumber, isWhole }}>
      {(ids) => (
        <OutlinedInput
          value={value}
          error={error !== undefined}
          autoComplete="off"
          placeholder={hint}
          onChange={(event) => onChange(event.target.value)}
          slotProps={{
            input: {
              'aria-label': label,
              maxLength,
              ...(isNumber && { inputMode: 'decimal' }),
              ...ids,
            },
          }}
        />
      )}
    </LineCell>
  )
}

/** A cell of a line: its name where no head stands above it, and what is wrong with it below. */
export function LineCell(given: {
  label: string
  error: string | undefined
  isNumber?: boolean
  isWhole?: boolean
  children: (ids: Omit<FieldIds, 'id'>) => React.ReactNode
}) {
  const id = useId()
  const { label, error, isNumber = false, isWhole = false, children } = given
  const isWrong = error !== undefined
  return (
    <Box className={`${isNumber ? 'number' : ''} ${isWhole ? 'whole' : ''}`} sx={{ minWidth: 0 }}>
      <div aria-hidden className="label">
        {label}
      </div>
      {children({ 'aria-describedby': isWrong ? id : undefined, 'aria-invalid': isWrong ? true : undefined })}
      {isWrong && (
        <Box
          id={id}
          sx={{ mt: 1, fontSize: 12, lineHeight: '16px', color: 'error.main', overflowWrap: 'anywhere' }}
        >
          {error}
        </Box>
      )}
    </Box>
  )
}
