import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../design/format.ts'

/** The sum of the debits, by currency; a dash where nothing is typed yet. */
export function UnpostedSums({ sums }: { sums: { currency: string; amount: string }[] }) {
  const { t } = useTranslation()
  if (sums.length === 0) return <span title={t('drafts.noAmountReason')}>—</span>
  return sums.map(({ currency, amount }) => <Box key={currency}>{formatMoney(amount, currency)}</Box>)
}
