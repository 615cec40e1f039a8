import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { formatAmount, formatMoney } from '../../design/format.ts'
import type { SidesSum } from './entry-draft.ts'

/** Both sides as they are typed, by currency, and what is missing; below it, what the server says of all lines together. */
export function EntryFoot({ sides, error }: { sides: SidesSum[]; error: string | undefined }) {
  const { t } = useTranslation()
  return (
    <Box sx={{ fontSize: 13, fontFeatureSettings: "'tnum', 'zero'" }}>
      <Box component="output" aria-label={t('banking.difference')} sx={{ display: 'grid', gap: 1 }}>
        {sides.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('banking.nothingTyped')}</Box>}
        {sides.map(({ currency, debit, credit, missing }) => (
          <Box key={currency} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4 }}>
            <span>
              {t('banking.debit')} {formatAmount(debit, currency)}
            </span>
            <span>
              {t('banking.credit')} {formatAmount(credit, currency)}
            </span>
            <Box
              component="strong"
              sx={{ fontWeight: 600, color: missing ? 'warning.main' : 'success.main' }}
            >
              {missing
                ? t(missing.side === 'debit' ? 'banking.missingDebit' : 'banking.missingCredit', {
                    amount: formatMoney(missing.amount, currency),
                  })
                : t('banking.balanced', { currency })}
            </Box>
          </Box>
        ))}
      </Box>
      {error !== undefined && (
        <Box role="alert" sx={{ mt: 2, color: 'error.main' }}>
          {error}
        </Box>
      )}
    </Box>
  )
}
