import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { usePages, useRead, type Row } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatAmount, formatMoney } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { AccountAsPdf, LinesAsCsv } from './export-lines.tsx'
import { NUMBER } from './figure-rows.tsx'
import { DayFilter, FILTERS, ListBody } from './list-body.tsx'
import { useQueryPlace } from './use-query-place.ts'
import { usePlaceWords } from './use-place-words.ts'

/** The lines of one account, the latest first, each with what stood on it afterwards. */
export function StatementView() {
  const { t } = useTranslation()
  const { accountId = '', bookId = '' } = useParams()
  const { get, put } = useQueryPlace()
  const [from, to, businessId, partnerEntityId] = [get('from'), get('to'), get('business'), get('partner')]
  const [categoryId, known, none] = [get('category'), get('known'), get('none')]
  const days = { ...(from !== '' && { from }), ...(to !== '' && { to }) }
  const account = useRead('ledger.list-accounts', { ids: [accountId] }).data?.items[0]
  const list = usePages('ledger.list-lines', {
    accountId,
    limit: 50,
    ...days,
    ...(businessId !== '' && { businessId }),
    ...(partnerEntityId !== '' && { partnerEntityId }),
    ...(categoryId !== '' && { categoryId }),
    ...(none !== '' && { isOfNoBusiness: true }),
    ...(known !== '' && { recordedAt: known }),
  })
  const isNarrowed = [from, to, businessId, partnerEntityId, categoryId, known, none].some(
    (one) => one !== '',
  )
  // Of a part of the lines the server runs no balance, and a column of dashes says nothing.
  const hasBalance = list.rows?.some(({ balance }) => balance !== null) ?? true
  const partner = list.rows?.[0]?.partnerEntity?.name
  return (
    <>
      <Box sx={{ px: { xs: 4, sm: 6 }, pt: 4, pb: 2 }}>
        <Typography variant="h2">
          {account ? `${account.code} ${account.name}` : t('banking.account')}
        </Typography>
        {account && (
          <Box sx={SECOND_LINE}>
            {[t(`banking.type.${account.type}`), account.currency ?? t('banking.anyCurrency')].join(' · ')}
          </Box>
        )}
      </Box>
      <Box component="search" sx={FILTERS}>
        <DayFilter
          label={t('banking.from')}
          value={from}
          isLaterOpen
          onChange={(day) => put({ from: day })}
        />
        <DayFilter label={t('banking.to')} value={to} isLaterOpen onChange={(day) => put({ to: day })} />
        <NarrowedTo partner={partner} />
        {isNarrowed && (
          <Button
            onClick={() =>
              put({ from: '', to: '', business: '', partner: '', category: '', known: '', none: '' })
            }
          >
            {t('banking.clear')}
          </Button>
        )}
        {businessId === '' && partnerEntityId === '' && none === '' && (
          <>
            <LinesAsCsv label={t('budget.csv')} asked={{ bookId, accountId, ...days }} />
            <AccountAsPdf asked={{ accountId, ...days }} />
          </>
        )}
      </Box>
      <ListBody
        list={list}
        total={(count) => t('banking.lineTotal', { count })}
        empty={<EmptyState title={t('banking.noLines.title')} detail={t('banking.noLines.detail')} />}
      >
        <LineRows rows={list.rows} hasBalance={hasBalance} />
      </ListBody>
    </>
  )
}

/** To what, beside its days. */
function NarrowedTo({ partner }: { partner: string | undefined }) {
  const { t } = useTranslation()
  const { get } = useQueryPlace()
  const known = get('known')
  return (
    <>
      {get('business') !== '' && <span>{t('banking.ofOneBusiness')}</span>}
      {get('none') !== '' && <span>{t('banking.ofNoBusiness')}</span>}
      {get('partner') !== '' && (
        <span>{partner ? t('banking.onlyWith', { name: partner }) : t('banking.onlyWithOne')}</span>
      )}
      {get('category') !== '' && <span>{t('banking.ofOneCategory')}</span>}
      {known !== '' && (
        <span>{t('banking.linesKnownAt', { instant: known.replace('T', ' ').slice(0, 16) })}</span>
      )}
    </>
  )
}

function LineRows({
  rows,
  hasBalance,
}: {
  rows: Row<'ledger.list-lines'>[] | undefined
  hasBalance: boolean
}) {
  const { t } = useTranslation()
  const columns = [
    { key: 'entry', title: t('banking.entry') },
    { key: 'day', title: t('banking.day') },
    { key: 'debit', title: t('banking.debit'), isWideOnly: true, isNumber: true },
    { key: 'credit', title: t('banking.credit'), isWideOnly: true, isNumber: true },
    ...(hasBalance ? [{ key: 'balance', title: t('banking.balance'), isNumber: true }] : []),
  ]
  return (
    <LedgerRows label={t('banking.statement')} columns={columns}>
      {rows?.map((line) => (
        <LineRow key={`${line.entry.id} ${line.position}`} {...{ line, hasBalance }} />
      ))}
    </LedgerRows>
  )
}

function LineRow({ line, hasBalance }: { line: Row<'ledger.list-lines'>; hasBalance: boolean }) {
  const { t } = useTranslation()
  const { addressOf } = useQueryPlace()
  const placeWords = usePlaceWords()
  const { entry, currency, debit, credit, balance, effectiveOn } = line
  const side = debit === null ? t('banking.credit') : t('banking.debit')
  return (
    <tr>
      <td>
        <Box component={Link} to={addressOf({ open: entry.id })} sx={{ ...DRILL, fontWeight: 500 }}>
          {entry.memo}
        </Box>
        <Box sx={SECOND_LINE}>{placeWords(line)}</Box>
      </td>
      <Box component="td" sx={{ whiteSpace: 'nowrap', fontFeatureSettings: "'tnum', 'zero'" }}>
        {effectiveOn}
        <Box component="span" sx={{ display: { sm: 'none' } }}>
          {` · ${side} ${formatMoney(debit ?? credit ?? '', currency)}`}
        </Box>
      </Box>
      <Box component="td" sx={{ ...NUMBER, ...WIDE_ONLY }}>
        {debit !== null && formatAmount(debit, currency)}
      </Box>
      <Box component="td" sx={{ ...NUMBER, ...WIDE_ONLY }}>
        {credit !== null && formatAmount(credit, currency)}
      </Box>
      {hasBalance && (
        <Box
          component="td"
          sx={{ ...NUMBER, '&&': { textAlign: 'right', gridRow: { xs: 1 }, gridColumn: { xs: 2 } } }}
        >
          {balance === null ? (
            <span title={t('banking.noRunningBalance')}>—</span>
          ) : (
            formatMoney(balance, currency)
          )}
        </Box>
      )}
    </tr>
  )
}
