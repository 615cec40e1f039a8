import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../../design/choice.tsx'
import { Field } from '../../../design/field.tsx'
import type { Said } from './import-input.ts'
import type { Preview } from './targets.ts'

/** As far down as a header usually stands; the API takes fifty. */
const HEADER_ROWS = 10

/** How the file was read: its sheet, the row that names the columns, formulas, and whether it is known from before. */
export function SourceFacts({ preview, onSay }: { preview: Preview; onSay: (said: Partial<Said>) => void }) {
  const { t } = useTranslation()
  const { sheets, sheet, headerRow, formulas, mappingFrom } = preview
  const rows = Array.from({ length: Math.max(HEADER_ROWS, headerRow) }, (_nothing, at) => at + 1)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 3, px: { xs: 4, sm: 6 }, pb: 4 }}>
      {sheets.length > 1 && (
        <Field label={t('import.sheet')}>
          {(ids) => (
            <Choice
              ids={ids}
              value={sheet ?? ''}
              options={sheets.map((name) => ({ value: name, label: name }))}
              onChange={(name) => onSay({ sheet: name, mapping: undefined })}
            />
          )}
        </Field>
      )}
      <Field label={t('import.header')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={String(headerRow)}
            options={[
              { value: '0', label: t('import.noHeader') },
              ...rows.map((row) => ({ value: String(row), label: t('import.headerRow', { row }) })),
            ]}
            onChange={(row) => onSay({ headerRow: Number(row), mapping: undefined })}
          />
        )}
      </Field>
      {formulas > 0 && <Box sx={NOTE}>{t('import.formulas', { count: formulas })}</Box>}
      {mappingFrom === 'remembered' && (
        <Box sx={{ ...NOTE, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
          {t('import.remembered')}
          <Button onClick={() => onSay({ isRemembered: false })}>{t('import.forget')}</Button>
        </Box>
      )}
    </Box>
  )
}

const NOTE = { minHeight: 32, py: '6px', fontSize: 13, lineHeight: '20px', color: 'text.secondary' } as const
