import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages, useRead } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatMoney } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL, KpiStrip } from '../../design/kpi-strip.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { ProvenanceMark } from '../../design/provenance-mark.tsx'
import { SearchField } from '../../design/search-field.tsx'
import { useMay } from '../identity/use-may.ts'
import { BankingTabs } from './banking-tabs.tsx'
import { BookRows } from './book-rows.tsx'
import { FILTERS, ListBody } from './list-body.tsx'
import { OpenBookPanel } from './open-book-panel.tsx'
import { useQueryPlace } from './use-query-place.ts'

/** The books of the studio: what cash they hold as booked, and each with its own. */
export function BankingRoom() {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const search = get('q')
  const find = useCallback((words: string) => put({ q: words }), [put])
  const list = usePages('ledger.list-books', { limit: 50, ...(search !== '' && { search }) })
  const mayOpen = useMay('ledger.write')
  const mayImport = useMay('ledger.post')
  const openNew = () => put({ new: 'true' })
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={t('banking.title')}>
          {mayImport && (
            <Button component={Link} to="/banking/import" startIcon={<Icon name="upload" size={14} />}>
              {t('migration.link')}
            </Button>
          )}
          {mayOpen && (
            <Button variant="contained" onClick={openNew} startIcon={<Icon name="plus" size={14} />}>
              {t('banking.open')}
            </Button>
          )}
        </PageHeader>
        <BankingTabs here="books" />
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
          <CashStrip />
          <Box component="search" sx={FILTERS}>
            <SearchField label={t('banking.search')} value={search} onChange={find} />
            <Waiting />
          </Box>
          <ListBody
            list={list}
            total={(count) => t('banking.total', { count })}
            empty={
              search === '' ? (
                <NoBooks onOpen={mayOpen ? openNew : undefined} />
              ) : (
                <EmptyState title={t('banking.emptySearch.title')} detail={t('banking.emptySearch.detail')}>
                  <Button variant="outlined" onClick={() => put({ q: '' })}>
                    {t('banking.emptySearch.action')}
                  </Button>
                </EmptyState>
              )
            }
          >
            <BookRows rows={list.rows} />
          </ListBody>
        </Box>
      </Box>
      {get('new') !== '' && mayOpen && <OpenBookPanel onClose={() => put({ new: '' })} />}
    </Box>
  )
}

function NoBooks({ onOpen }: { onOpen: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('banking.empty.title')}
      detail={t(onOpen ? 'banking.empty.detail' : 'banking.empty.askFor')}
    >
      {onOpen && (
        <Button variant="contained" onClick={onOpen}>
          {t('banking.empty.action')}
        </Button>
      )}
    </EmptyState>
  )
}

/** The way to what waits in books for a second person, while there is something. */
function Waiting() {
  const { t } = useTranslation()
  const { data } = useRead('exceptions.list-exceptions', { rule: WAITING, limit: 1 })
  if (!data?.total) return null
  return (
    <Box component={Link} to={`/exceptions?rule=${WAITING}`} sx={{ ...DRILL, fontSize: 13 }}>
      {t('banking.waiting', { count: data.total })}
    </Box>
  )
}

const WAITING = 'ledger.entries-waiting'

/** Nothing is converted: a figure per currency, each the sum of posted entries. */
function CashStrip() {
  const { t } = useTranslation()
  const { data, problem, again } = useRead('ledger.summarise-cash', {})
  if (problem) {
    return (
      <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
        <ProblemNotice problem={problem} onRetry={again} />
      </Box>
    )
  }
  if (data?.cash.length === 0) return null
  const items = data?.cash.map(({ currency, amount, books }) => ({
    label: t('banking.cashIn', { currency }),
    value: formatMoney(amount, currency),
    formula: t('banking.inBooks', { count: books }),
    marks: <ProvenanceMark kind="posted" />,
    to: '/banking',
  }))
  const waiting = [{ label: t('banking.cash'), value: undefined, to: '/banking' }]
  return <KpiStrip label={t('banking.cash')} items={items ?? waiting} />
}
