import OutlinedInput from '@mui/material/OutlinedInput'
import { focusOnMount } from './focus-on-mount.ts'
import { Field } from './field.tsx'

export interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string | undefined
  error?: string | undefined
  type?: 'text' | 'email' | 'password'
  autoComplete?: string
  takesFocus?: boolean
  maxLength?: number
  inputMode?: 'numeric' | 'decimal'
  /** More than one makes it a field for prose. */
  rows?: number
}

export function TextField({ label, value, onChange, hint, error, ...input }: TextFieldProps) {
  const { type = 'text', autoComplete = 'off', takesFocus = false, maxLength, inputMode, rows = 1 } = input
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, ...described }) => (
        <OutlinedInput
          id={id}
          value={value}
          type={type}
          error={error !== undefined}
          inputRef={takesFocus ? focusOnMount : undefined}
          autoComplete={autoComplete}
          multiline={rows > 1}
          minRows={rows}
          maxRows={rows > 1 ? 12 : 1}
          onChange={(event) => onChange(event.target.value)}
          slotProps={{ input: { maxLength, inputMode, ...described } }}
        />
      )}
    </Field>
  )
}
