import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../../design/choice.tsx'
import { LedgerRows } from '../../../design/ledger-rows.tsx'
import type { ColumnField, Preview } from './use-preview.ts'

type Columns = Preview['columns']
export type Mapping = { column: string; field: ColumnField }[]

const ONE_COLUMN_ONLY: ReadonlySet<ColumnField> = new Set(['name', 'stage', 'entity', 'category'])
const FIELDS = [
  'nothing',
  'name',
  'description',
  'stage',
  'category',
  'entity',
  'tags',
  'links',
] as const satisfies ColumnField[]

/** Each column of the file: its name, its first values, and what becomes of it. */
export function ColumnMap(given: { columns: Columns; onChange: (mapping: Mapping) => void }) {
  const { t } = useTranslation()
  const { columns, onChange } = given
  const options = FIELDS.map((field) => ({ value: field, label: t(`import.field.${field}`) }))
  return (
    <LedgerRows
      label={t('import.columns')}
      columns={[
        { key: 'column', title: t('import.column') },
        { key: 'samples', title: t('import.samples') },
        { key: 'becomes', title: t('import.becomes') },
      ]}
    >
      {columns.map(({ column, field, samples }) => (
        <tr key={column}>
          <Box
            component="td"
            sx={{ fontWeight: 500, color: field === 'nothing' ? 'text.secondary' : undefined }}
          >
            {column}
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
          <Box component="td" sx={{ width: { sm: 176 }, mt: { xs: 1 }, '&&': { py: { sm: '6px' } } }}>
            <Choice
              label={t('import.becomesOf', { column })}
              value={field}
              isMarked={field !== 'nothing'}
              options={options}
              onChange={(value) => onChange(changed(columns, column, value))}
            />
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}

/** A business has one name and one stage: the column that was it before is left out. */
function changed(columns: Columns, column: string, value: string): Mapping {
  const field = FIELDS.find((one) => one === value) ?? 'nothing'
  return columns.map((one) => {
    if (one.column === column) return { column, field }
    const isTaken = ONE_COLUMN_ONLY.has(field) && one.field === field
    return { column: one.column, field: isTaken ? 'nothing' : one.field }
  })
}

const SAMPLE = {
  maxWidth: { xs: '100%', sm: 420 },
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const
