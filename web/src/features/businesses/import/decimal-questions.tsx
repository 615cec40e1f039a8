import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../../design/choice.tsx'
import { LedgerRows } from '../../../design/ledger-rows.tsx'
import type { Said } from './import-input.ts'
import type { Preview } from './targets.ts'

/** Columns whose numbers can be read in two ways: both are shown, and a person says which it is. */
export function DecimalQuestions(given: {
  unclear: Preview['unclear']
  onSay: (decimals: Said['decimals']) => void
}) {
  const { t } = useTranslation()
  return (
    <LedgerRows
      label={t('import.decimals')}
      columns={[
        { key: 'column', title: t('import.column') },
        { key: 'cell', title: t('import.cell') },
        { key: 'means', title: t('import.means') },
      ]}
    >
      {given.unclear.map(({ column, example, withPoint, withComma, cells }) => (
        <tr key={column}>
          <Box component="td" sx={{ fontWeight: 500 }}>
            {column}
          </Box>
          <Box component="td" sx={{ color: 'text.secondary', fontFeatureSettings: "'tnum', 'zero'" }}>
            {t('import.cellsLike', { example, count: cells })}
          </Box>
          <Box component="td" sx={{ width: { sm: 240 }, mt: { xs: 1 }, '&&': { py: { sm: '6px' } } }}>
            <Choice
              label={t('import.numbersOf', { column })}
              value=""
              isMarked
              options={[
                { value: '', label: t('import.unsaidNumber') },
                { value: 'point', label: t('import.withPoint', { number: withPoint }) },
                { value: 'comma', label: t('import.withComma', { number: withComma }) },
              ]}
              onChange={(decimal) => {
                if (decimal === 'point' || decimal === 'comma') given.onSay([{ column, decimal }])
              }}
            />
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}
