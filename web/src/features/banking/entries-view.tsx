import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages, type Row } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatInstant, formatMoney } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { SearchField } from '../../design/search-field.tsx'
import type { Book } from './banking-words.ts'
import { DraftsList } from './drafts-list.tsx'
import { EntryKinds } from './entry-kinds.tsx'
import { LinesAsCsv } from './export-lines.tsx'
import { NUMBER } from './figure-rows.tsx'
import { DayFilter, FILTERS, ListBody } from './list-body.tsx'
import { PendingList } from './pending-list.tsx'
import { useQueryPlace } from './use-query-place.ts'

/** What was posted; and beside it what is not posted yet, and therefore in no balance. */
export function EntriesView({ book, mayPost }: { book: Book; mayPost: boolean }) {
  const list = useQueryPlace().get('list')
  return (
    <>
      <EntryKinds book={book} mayPost={mayPost} />
      {list === 'drafts' && mayPost && <DraftsList book={book} />}
      {list === 'pending' && <PendingList book={book} />}
      {list !== 'pending' && !(list === 'drafts' && mayPost) && (
        <PostedEntries book={book} mayPost={mayPost} />
      )}
    </>
  )
}

/** The latest day first. */
function PostedEntries({ book, mayPost }: { book: Book; mayPost: boolean }) {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const find = useCallback((words: string) => put({ q: words }), [put])
  const [search, from, to] = [get('q'), get('from'), get('to')]
  const isNarrowed = search !== '' || from !== '' || to !== ''
  const clear = () => put({ q: '', from: '', to: '' })
  const list = usePages('ledger.list-entries', {
    bookId: book.id,
    limit: 50,
    ...(search !== '' && { search }),
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
  })
  const empty = isNarrowed ? 'noneFound' : 'noEntries'
  return (
    <>
      <Box component="search" sx={FILTERS}>
        <SearchField label={t('banking.searchEntries')} value={search} onChange={find} />
        <DayFilter
          label={t('banking.from')}
          value={from}
          isLaterOpen
          onChange={(day) => put({ from: day })}
        />
        <DayFilter label={t('banking.to')} value={to} isLaterOpen onChange={(day) => put({ to: day })} />
        {isNarrowed && <Button onClick={clear}>{t('banking.clear')}</Button>}
        <LinesAsCsv
          label={t('banking.generalLedger')}
          asked={{ bookId: book.id, ...(from !== '' && { from }), ...(to !== '' && { to }) }}
        />
      </Box>
      <ListBody
        list={list}
        total={(count) => t('banking.entryTotal', { count })}
        empty={
          <EmptyState title={t(`banking.${empty}.title`)} detail={t(`banking.${empty}.detail`)}>
            {!isNarrowed && mayPost && (
              <Button variant="contained" component={Link} to={`/banking/${book.id}/new`}>
                {t('banking.newEntry')}
              </Button>
            )}
          </EmptyState>
        }
      >
        <EntryRows rows={list.rows} />
      </ListBody>
    </>
  )
}

function EntryRows({ rows }: { rows: Row<'ledger.list-entries'>[] | undefined }) {
  const { t } = useTranslation()
  const { addressOf } = useQueryPlace()
  const columns = [
    { key: 'memo', title: t('banking.memo') },
    { key: 'day', title: t('banking.day') },
    { key: 'amount', title: t('banking.amount'), isNumber: true },
    { key: 'recorded', title: t('banking.postedAt'), isWideOnly: true },
  ]
  return (
    <LedgerRows label={t('banking.entries')} columns={columns}>
      {rows?.map((entry) => (
        <tr key={entry.id}>
          <td>
            <Box component={Link} to={addressOf({ open: entry.id })} sx={{ ...DRILL, fontWeight: 500 }}>
              {entry.memo}
            </Box>
            <Box sx={SECOND_LINE}>
              {[
                t('banking.lineCount', { count: entry.lineCount }),
                entry.source,
                ...(entry.reversesId === null ? [] : [t('banking.isReversal')]),
                ...(entry.reversedById === null ? [] : [t('banking.isReversed')]),
              ].join(' · ')}
            </Box>
          </td>
          <Box component="td" sx={{ whiteSpace: 'nowrap', fontFeatureSettings: "'tnum', 'zero'" }}>
            {entry.effectiveOn}
          </Box>
          <Box
            component="td"
            sx={{ ...NUMBER, '&&': { textAlign: 'right', gridRow: { xs: 1 }, gridColumn: { xs: 2 } } }}
          >
            {entry.sums.map(({ currency, amount }) => (
              <Box key={currency}>{formatMoney(amount, currency)}</Box>
            ))}
          </Box>
          <Box component="td" sx={WIDE_ONLY}>
            {formatInstant(entry.recordedAt)}
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}
