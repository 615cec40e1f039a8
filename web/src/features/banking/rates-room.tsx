import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { usePages, type Row } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatDecimal, formatInstant } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { WIDE_ONLY } from '../../design/ledger-table.ts'
import { PageHeader } from '../../design/page-header.tsx'
import { Sentence } from '../../design/sentence.tsx'
import { useMay } from '../identity/use-may.ts'
import { BankingTabs } from './banking-tabs.tsx'
import { NUMBER } from './figure-rows.tsx'
import { DayFilter, FILTERS, ListBody } from './list-body.tsx'
import { RecordRatePanel } from './record-rate-panel.tsx'
import { useQueryPlace } from './use-query-place.ts'

/** What one currency was worth in another, on which day and who says so: the latest day first. */
export function RatesRoom() {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const mayWrite = useMay('ledger.write')
  const [from, to] = [get('from'), get('to')]
  const isNarrowed = from !== '' || to !== ''
  const list = usePages('ledger.list-rates', {
    limit: 50,
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
  })
  const openNew = () => put({ new: 'true' })
  const empty = isNarrowed ? 'banking.noneFound' : 'rates.empty'
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={t('rates.title')}>
          {mayWrite && (
            <Button variant="contained" onClick={openNew} startIcon={<Icon name="plus" size={14} />}>
              {t('rates.record')}
            </Button>
          )}
        </PageHeader>
        <BankingTabs here="rates" />
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
          <Box component="search" sx={FILTERS}>
            <DayFilter label={t('banking.from')} value={from} onChange={(day) => put({ from: day })} />
            <DayFilter label={t('banking.to')} value={to} onChange={(day) => put({ to: day })} />
            {isNarrowed && <Button onClick={() => put({ from: '', to: '' })}>{t('banking.clear')}</Button>}
          </Box>
          <ListBody
            list={list}
            total={(count) => t('rates.total', { count })}
            empty={
              <EmptyState title={t(`${empty}.title`)} detail={t(`${empty}.detail`)}>
                {mayWrite && !isNarrowed && (
                  <Button variant="contained" onClick={openNew}>
                    {t('rates.empty.action')}
                  </Button>
                )}
              </EmptyState>
            }
          >
            <RateRows rows={list.rows} />
          </ListBody>
        </Box>
      </Box>
      {get('new') !== '' && mayWrite && <RecordRatePanel onClose={() => put({ new: '' })} />}
    </Box>
  )
}

function RateRows({ rows }: { rows: Row<'ledger.list-rates'>[] | undefined }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'pair', title: t('rates.pair') },
    { key: 'source', title: t('rates.source') },
    { key: 'rate', title: t('rates.rate'), isNumber: true },
    { key: 'day', title: t('banking.day'), isWideOnly: true },
    { key: 'recorded', title: t('rates.recordedAt'), isWideOnly: true },
  ]
  return (
    <LedgerRows label={t('rates.title')} columns={columns}>
      {rows?.map(({ id, base, quote, on, rate, source, recordedAt }) => (
        <tr key={id}>
          <td>{t('statements.pair', { from: base, to: quote })}</td>
          <td>
            {source}
            <Box component="span" sx={{ display: { sm: 'none' } }}>
              <Sentence>{` · ${on}`}</Sentence>
            </Box>
          </td>
          <Box
            component="td"
            sx={{ ...NUMBER, '&&': { textAlign: 'right', gridRow: { xs: 1 }, gridColumn: { xs: 2 } } }}
          >
            {formatDecimal(rate)}
          </Box>
          <Box component="td" sx={WIDE_ONLY}>
            {on}
          </Box>
          <Box component="td" sx={WIDE_ONLY}>
            {formatInstant(recordedAt)}
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}
