import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import type { Check } from './said.ts'

/** Sentences about the files, each with the place that it is about. */
export function ToldRows(given: {
  title: string
  column: string
  rows: Check['faults']
  count: number
  children?: React.ReactNode
}) {
  const { t } = useTranslation()
  const { title, column, rows, count, children } = given
  return (
    <Box component="section" aria-label={title} sx={{ pb: 4 }}>
      <Typography variant="h3" sx={{ px: { xs: 4, sm: 6 }, pb: 2 }}>
        {title}
      </Typography>
      <LedgerRows
        label={title}
        columns={[
          { key: 'place', title: t('migration.place') },
          { key: 'told', title: column },
        ]}
      >
        {rows.map((one) => (
          <tr key={[one.file, one.company, one.cell, one.row, one.message].join(' ')}>
            <Box component="td" sx={{ width: { sm: 240 } }}>
              <PlaceOf told={one} />
            </Box>
            <td>{one.message}</td>
          </tr>
        ))}
      </LedgerRows>
      {count > rows.length && (
        <Typography variant="caption" component="p" sx={{ px: { xs: 4, sm: 6 }, py: 2 }}>
          {t('migration.faultsShown', { shown: rows.length, count })}
        </Typography>
      )}
      {children}
    </Box>
  )
}

function PlaceOf({ told: { file, company, cell, row } }: { told: Check['faults'][number] }) {
  const { t } = useTranslation()
  const place = cell ?? (row === null ? undefined : t('migration.row', { row }))
  return [file ?? company, place].filter((part) => part !== null && part !== undefined).join(', ')
}
