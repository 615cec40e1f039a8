import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../../design/choice.tsx'
import { LedgerRows } from '../../../design/ledger-rows.tsx'
import { FIELDS, OF_SEVERAL, type ImportTarget, type Mapping, type Preview } from './targets.ts'

type Columns = Preview['columns']

/** Each column of the file: its name, its first values, and what becomes of it. */
export function ColumnMap(given: {
  target: ImportTarget
  columns: Columns
  onChange: (mapping: Mapping) => void
}) {
  const { t } = useTranslation()
  const { target, columns, onChange } = given
  const options = FIELDS[target].map((field) => ({ value: field, label: t(`import.field.${field}`) }))
  return (
    <LedgerRows
      label={t('import.columns')}
      columns={[
        { key: 'column', title: t('import.column') },
        { key: 'samples', title: t('import.samples') },
        { key: 'becomes', title: t('import.becomes') },
      ]}
    >
      {columns.map(({ column, letter, field, samples, decimal }) => (
        <tr key={column}>
          <Box
            component="td"
            sx={{ fontWeight: 500, color: field === 'nothing' ? 'text.secondary' : undefined }}
          >
            <Box component="span" sx={{ mr: 2, fontWeight: 400, color: 'text.secondary' }}>
              {letter}
            </Box>
            {column}
            {decimal !== null && (
              <Box sx={{ fontSize: 12, fontWeight: 400, color: 'text.secondary' }}>
                {t(`import.decimal.${decimal}`)}
              </Box>
            )}
          </Box>
          <Box component="td" sx={{ color: 'text.secondary' }}>
            {samples.length === 0 ? (
              <span title={t('import.noSample')}>—</span>
            ) : (
              samples.map((sample) => (
                <Box key={sample} sx={SAMPLE} title={sample}>
                  {sample}
                </Box>
              ))
            )}
          </Box>
          <Box component="td" sx={{ width: { sm: 216 }, mt: { xs: 1 }, '&&': { py: { sm: '6px' } } }}>
            <Choice
              label={t('import.becomesOf', { column })}
              value={field}
              isMarked={field !== 'nothing'}
              options={options}
              onChange={(value) => onChange(changed({ target, columns }, column, value))}
            />
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}

/** A row has one name and one stage: the column that was it before is left out. */
function changed(
  { target, columns }: { target: ImportTarget; columns: Columns },
  column: string,
  value: string,
): Mapping {
  const field = FIELDS[target].find((one) => one === value) ?? 'nothing'
  return columns.map((one) => {
    if (one.column === column) return { column, field }
    const isTaken = !OF_SEVERAL.has(field) && one.field === field
    return { column: one.column, field: isTaken ? 'nothing' : one.field }
  })
}

const SAMPLE = {
  maxWidth: { xs: '100%', sm: 420 },
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const
