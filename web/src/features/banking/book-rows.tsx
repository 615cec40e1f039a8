import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatCount, formatMoney } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import type { Book } from './banking-words.ts'
import { NUMBER } from './figure-rows.tsx'

export function BookRows({ rows }: { rows: Book[] | undefined }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'entity', title: t('banking.entity') },
    { key: 'cash', title: t('banking.cash'), isNumber: true },
    { key: 'currency', title: t('banking.currency'), isWideOnly: true },
    { key: 'accounts', title: t('banking.accounts'), isWideOnly: true, isNumber: true },
    { key: 'last', title: t('banking.lastEntry'), isWideOnly: true },
  ]
  return (
    <LedgerRows label={t('banking.books')} columns={columns}>
      {rows?.map((book) => (
        <BookRow key={book.id} book={book} />
      ))}
    </LedgerRows>
  )
}

function BookRow({ book }: { book: Book }) {
  const { t } = useTranslation()
  const { id, entity, cash, currency, accounts, basis, lastEffectiveOn } = book
  return (
    <tr>
      <td>
        <Box component={Link} to={`/banking/${id}`} sx={{ ...DRILL, fontWeight: 500 }}>
          {entity.name}
        </Box>
        <Box sx={SECOND_LINE}>{t(`banking.basisOf.${basis}`)}</Box>
      </td>
      <Box component="td" sx={{ ...NUMBER, '&&': { textAlign: { xs: 'left', sm: 'right' } } }}>
        {cash.map((one) => (
          <Box key={one.currency}>{formatMoney(one.amount, one.currency)}</Box>
        ))}
        {cash.length === 0 && <span title={t('banking.noCashReason')}>—</span>}
      </Box>
      <Box component="td" sx={WIDE_ONLY}>
        {currency}
      </Box>
      <Box component="td" sx={{ ...NUMBER, ...WIDE_ONLY }}>
        <Box component={Link} to={`/banking/${id}/accounts`} sx={DRILL}>
          {formatCount(accounts)}
        </Box>
      </Box>
      <Box component="td" sx={WIDE_ONLY}>
        {lastEffectiveOn ?? <span title={t('banking.noEntryReason')}>—</span>}
      </Box>
    </tr>
  )
}
