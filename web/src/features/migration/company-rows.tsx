import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Chooser } from '../../design/chooser.tsx'
import { formatAmount } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { NUMBER } from '../banking/figure-rows.tsx'
import { useAllRows } from '../businesses/use-all-rows.ts'
import type { Check, CheckedCompany } from './said.ts'
import { CompanyButton } from './company-button.tsx'

/** The companies of the files: which entity each is, what its source says, and whether it ties out. One of them is shown below. */
export function CompanyRows(given: {
  check: Check
  shown: string | undefined
  onShow: (company: string) => void
  onChoose: (company: string, entityId: string) => void
}) {
  const { t } = useTranslation()
  const { check, shown, onShow, onChoose } = given
  const { rows: entities } = useAllRows('entities.list-entities')
  const options = entities.map(({ id, name }) => ({ value: id, label: name }))
  const columns = [
    { key: 'company', title: t('migration.company') },
    { key: 'entity', title: t('migration.entity') },
    { key: 'asOf', title: t('migration.asOf'), isWideOnly: true },
    { key: 'debits', title: t('migration.debits'), isNumber: true, isWideOnly: true },
    { key: 'credits', title: t('migration.credits'), isNumber: true, isWideOnly: true },
    { key: 'state', title: t('migration.state') },
  ]
  return (
    <Box component="section" aria-label={t('migration.companies')} sx={{ pb: 4 }}>
      <LedgerRows label={t('migration.companies')} columns={columns}>
        {check.companies.map((one) => (
          <Box
            component="tr"
            key={one.company}
            sx={one.company === shown ? { bgcolor: 'action.selected' } : undefined}
          >
            <td>
              <CompanyButton company={one.company} isShown={one.company === shown} onShow={onShow} />
              <Box sx={SECOND_LINE}>
                {t(`migration.programs.${one.program}`)}, {t(`migration.kinds.${one.kind}`)}
              </Box>
            </td>
            <Box component="td" sx={{ minWidth: { sm: 200 } }}>
              <Chooser
                label={t('migration.entityOf', { company: one.company })}
                value={one.entity?.id ?? ''}
                options={options}
                onChange={(id) => onChoose(one.company, id)}
              />
            </Box>
            <Box component="td" sx={WIDE_ONLY}>
              {one.asOf}
            </Box>
            <Figure amount={one.debit} currency={one.currency} />
            <Figure amount={one.credit} currency={one.currency} />
            <td>
              <State company={one} check={check} />
            </td>
          </Box>
        ))}
      </LedgerRows>
    </Box>
  )
}

function Figure({ amount, currency }: { amount: string | null; currency: string | null }) {
  return (
    <Box component="td" sx={{ ...NUMBER, ...WIDE_ONLY }}>
      {amount !== null && currency !== null && `${formatAmount(amount, currency)} ${currency}`}
    </Box>
  )
}

function State({ company, check }: { company: CheckedCompany; check: Check }) {
  const { t } = useTranslation()
  const open = check.faults.filter((one) => one.company === company.company).length
  const notes = [
    company.entity && company.bookId === null ? t('migration.newBook') : '',
    company.newAccounts > 0 ? t('migration.newAccounts', { count: company.newAccounts }) : '',
    company.knownEntries > 0 ? t('migration.knownEntries', { count: company.knownEntries }) : '',
  ].filter(Boolean)
  const wrong =
    open > 0 ? t('migration.open', { count: open }) : t('migration.differs', { count: company.differences })
  return (
    <>
      <Typography
        component="span"
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 1,
          fontSize: 13,
          fontWeight: 500,
          color: company.tiesOut ? 'success.main' : 'error.main',
        }}
      >
        <Icon name={company.tiesOut ? 'check' : 'warning'} size={14} />
        {company.tiesOut ? t('migration.ties') : wrong}
      </Typography>
      {notes.length > 0 && <Box sx={SECOND_LINE}>{notes.join(' · ')}</Box>}
    </>
  )
}
