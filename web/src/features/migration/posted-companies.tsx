import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Output } from '../../api.ts'
import { formatAmount } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { NUMBER } from '../banking/figure-rows.tsx'
import { CompanyButton } from './company-button.tsx'

type Company = Output<'migration.get-import'>['companies'][number]

/** The companies that came in, each with its book, and whether the book still has what the source had. */
export function PostedCompanies(given: {
  companies: readonly Company[]
  shown: string | undefined
  onShow: (company: string) => void
}) {
  const { t } = useTranslation()
  const { companies, shown, onShow } = given
  const columns = [
    { key: 'company', title: t('migration.company') },
    { key: 'entity', title: t('migration.entity') },
    { key: 'asOf', title: t('migration.asOf'), isWideOnly: true },
    { key: 'debits', title: t('migration.debits'), isNumber: true, isWideOnly: true },
    { key: 'credits', title: t('migration.credits'), isNumber: true, isWideOnly: true },
    { key: 'state', title: t('migration.state') },
  ]
  return (
    <Box sx={{ pb: 4 }}>
      <LedgerRows label={t('migration.companies')} columns={columns}>
        {companies.map((one) => (
          <CompanyRow key={one.company} company={one} isShown={one.company === shown} onShow={onShow} />
        ))}
      </LedgerRows>
    </Box>
  )
}

function CompanyRow(given: { company: Company; isShown: boolean; onShow: (company: string) => void }) {
  const { t } = useTranslation()
  const { company: one, isShown, onShow } = given
  return (
    <Box component="tr" sx={isShown ? { bgcolor: 'action.selected' } : undefined}>
      <td>
        <CompanyButton company={one.company} isShown={isShown} onShow={onShow} />
        <Box sx={SECOND_LINE}>{t(`migration.programs.${one.program}`)}</Box>
      </td>
      <td>
        {one.bookId === null ? (
          one.entity.name
        ) : (
          <Box
            component={Link}
            to={`/banking/${one.bookId}`}
            aria-label={t('migration.openBook', { name: one.entity.name })}
            sx={DRILL}
          >
            {one.entity.name}
          </Box>
        )}
      </td>
      <Box component="td" sx={WIDE_ONLY}>
        {one.asOf}
      </Box>
      <Box component="td" sx={{ ...NUMBER, ...WIDE_ONLY }}>
        {formatAmount(one.debit, one.currency)} {one.currency}
      </Box>
      <Box component="td" sx={{ ...NUMBER, ...WIDE_ONLY }}>
        {formatAmount(one.credit, one.currency)} {one.currency}
      </Box>
      <Box component="td" sx={{ color: one.tiesOut ? 'success.main' : 'error.main' }}>
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, fontWeight: 500 }}>
          <Icon name={one.tiesOut ? 'check' : 'warning'} size={14} />
          {one.tiesOut ? t('migration.ties') : t('migration.differs', { count: one.differences })}
        </Box>
      </Box>
    </Box>
  )
}
