import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../../design/format.ts'
import { LedgerRows } from '../../../design/ledger-rows.tsx'
import type { Preview } from './targets.ts'

/** What is wrong in which row, as a spreadsheet numbers them. */
export function ImportErrors({ preview: { errors, errorCount } }: { preview: Preview }) {
  const { t } = useTranslation()
  return (
    <>
      <LedgerRows
        label={t('import.errors')}
        columns={[
          { key: 'row', title: t('import.place') },
          { key: 'wrong', title: t('import.wrong') },
        ]}
      >
        {errors.map(({ row, column, cell, message }) => (
          <tr key={`${row} ${column} ${message}`}>
            <Box component="td" sx={{ width: { sm: 88 }, fontFeatureSettings: "'tnum', 'zero'" }}>
              {cell === null ? (
                <>
                  <Box component="span" sx={{ display: { sm: 'none' } }}>
                    {t('import.row')}{' '}
                  </Box>
                  {formatCount(row)}
                </>
              ) : (
                cell
              )}
            </Box>
            <td>
              {column !== null && (
                <Box component="span" sx={{ fontWeight: 500 }}>
                  {column}:{' '}
                </Box>
              )}
              {message}
            </td>
          </tr>
        ))}
      </LedgerRows>
      {errorCount > errors.length && (
        <Typography variant="caption" component="p" sx={{ px: { xs: 4, sm: 6 }, py: 2 }}>
          {t('import.errorsShown', { shown: errors.length, count: errorCount })}
        </Typography>
      )}
    </>
  )
}
