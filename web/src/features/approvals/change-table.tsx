import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { fieldWords, valueWords } from './words.ts'

type Fields = Record<string, unknown>

/** What a change is made of, field by field: as it is, and as it will be. */
export function ChangeTable(given: {
  label: string
  before: Fields | null
  after: Fields | null
  names: ReadonlyMap<string, string>
}) {
  const { t } = useTranslation()
  const { label, before, after, names } = given
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return (
    <Box component="table" aria-label={label} sx={TABLE}>
      <thead>
        <tr>
          <th scope="col">{t('approvals.field')}</th>
          <th scope="col">{t('approvals.before')}</th>
          <th scope="col">{t('approvals.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{fieldWords(field)}</th>
            <td>{valueWords(before?.[field], names)}</td>
            <Box component="td" sx={{ fontWeight: 500 }}>
              {valueWords(after?.[field], names)}
            </Box>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

/** What was sent, where there is nothing to compare it with. */
export function SentTable({
  label,
  sent,
  names,
}: {
  label: string
  sent: Fields
  names: ReadonlyMap<string, string>
}) {
  const { t } = useTranslation()
  const fields = Object.entries(sent)
  if (fields.length === 0) return <Box sx={{ fontSize: 13 }}>{t('approvals.noInput')}</Box>
  return (
    <Box component="table" aria-label={label} sx={TABLE}>
      <thead>
        <tr>
          <th scope="col">{t('approvals.field')}</th>
          <th scope="col">{t('approvals.sentValue')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(([field, value]) => (
          <tr key={field}>
            <th scope="row">{fieldWords(field)}</th>
            <td>{valueWords(value, names)}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

const TABLE = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  fontSize: 13,
  lineHeight: '20px',
  '& th, & td': {
    p: 0,
    py: '5px',
    pr: 3,
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    borderBottom: '1px solid var(--mui-palette-divider)',
  },
  '& thead th': { fontSize: 11, lineHeight: '16px', fontWeight: 500, color: 'text.secondary' },
  '& tbody th': { width: '30%', fontSize: 12, fontWeight: 400, color: 'text.secondary' },
  '& td': { fontVariantNumeric: 'tabular-nums' },
} as const
