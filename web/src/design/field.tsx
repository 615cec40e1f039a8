import Box from '@mui/material/Box'
import { useId } from 'react'
import { Icon } from './icon.tsx'

export interface FieldIds {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** A label above, the control, and below it what to know or what is wrong. The control gets the ids that tie them together. */
export function Field(given: {
  label: string
  hint?: string | undefined
  error?: string | undefined
  isOptional?: boolean
  optionalWord?: string
  children: (ids: FieldIds) => React.ReactNode
}) {
  const id = useId()
  const { label, hint, error } = given
  const note = error ?? hint
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box
        component="label"
        htmlFor={id}
        sx={{ display: 'block', mb: 1, fontSize: 12, lineHeight: '16px', fontWeight: 500 }}
      >
        {label}
      </Box>
      {given.children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {note && (
        <Box
          id={`${id}-note`}
          sx={{
            mt: 1,
            display: 'flex',
            gap: 1,
            fontSize: 12,
            lineHeight: '16px',
            color: error ? 'error.main' : 'text.secondary',
          }}
        >
          {error && <Icon name="warning" />}
          <span>{note}</span>
        </Box>
      )}
    </Box>
  )
}
