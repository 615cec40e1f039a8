import Box from '@mui/material/Box'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { MONO } from '../../design/theme.ts'
import type { FieldDoc } from './open-api.ts'

/** Fields as ruled lines. An answer has every field, so "required" is said of input only. */
export function FieldTable({
  title,
  fields,
  hasRequired,
}: {
  title: string
  fields: FieldDoc[]
  hasRequired: boolean
}) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <Box sx={{ mt: 4 }}>
      <Box
        id={id}
        sx={{
          fontSize: 11,
          lineHeight: '16px',
          fontWeight: 500,
          color: 'text.secondary',
          pb: 1,
          borderBottom: '1px solid var(--mui-palette-divider)',
        }}
      >
        {title}
      </Box>
      {fields.length === 0 && (
        <Box sx={{ py: 1.5, fontSize: 13, color: 'text.secondary' }}>{t('reference.noInput')}</Box>
      )}
      <Box component="dl" aria-labelledby={id} sx={{ m: 0 }}>
        {fields.map((field) => (
          <FieldLine key={field.name} field={field} hasRequired={hasRequired} />
        ))}
      </Box>
    </Box>
  )
}

function FieldLine({ field, hasRequired }: { field: FieldDoc; hasRequired: boolean }) {
  const { t } = useTranslation()
  const { name, type, isRequired, description, bounds } = field
  const limits = bounds.map(({ kind, value }) => t(`reference.${kind}`, { value })).join(', ')
  return (
    <Box sx={LINE}>
      <Box component="dt" sx={{ fontFamily: MONO, fontSize: 12, overflowWrap: 'anywhere' }}>
        {name}
        {hasRequired && isRequired && (
          <Box component="span" sx={{ ml: 2, fontSize: 11, color: 'warning.main' }}>
            {t('reference.required')}
          </Box>
        )}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
        <Box sx={{ fontFamily: MONO, fontSize: 12, color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {type}
        </Box>
        <Box sx={{ fontSize: 13 }}>{description}</Box>
        {limits && <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>{limits}</Box>}
      </Box>
    </Box>
  )
}

const LINE = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '200px minmax(0, 1fr)' },
  columnGap: 4,
  py: 1.5,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
