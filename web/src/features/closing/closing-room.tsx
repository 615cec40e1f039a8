import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { SearchField } from '../../design/search-field.tsx'
import { BankingTabs } from '../banking/banking-tabs.tsx'
import { FILTERS, ListBody } from '../banking/list-body.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { useMay } from '../identity/use-may.ts'
import { BoardRows } from './board-rows.tsx'
import { BookMonthPanel } from './book-month-panel.tsx'
import { CloseBar } from './close-bar.tsx'
import { CLOSED_MAX, monthIn, monthsOffered } from './closing-words.ts'
import { useChosen } from './use-chosen.ts'

/** A month across all books: what of it is met, what stands in the way, and closing many at once. */
export function ClosingRoom() {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const [month, search, bookId] = [monthIn(get('month')), get('q'), get('book')]
  const find = useCallback((words: string) => put({ q: words }), [put])
  const list = usePages('closing.list-board', { month, limit: 50, ...(search !== '' && { search }) })
  const mayClose = useMay('ledger.close')
  const chosen = useChosen(`${month} ${search}`)
  const rows = list.rows ?? []
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={t('closing.title')} />
        <BankingTabs here="closing" />
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
          <Box component="search" sx={FILTERS}>
            <Choice
              label={t('closing.month')}
              value={month}
              options={monthsOffered(month).map((name) => ({ value: name, label: name }))}
              onChange={(name) => put({ month: name })}
            />
            <SearchField label={t('banking.search')} value={search} onChange={find} />
            {mayClose && rows.length > 0 && (
              <Button onClick={() => chosen.all(rows.slice(0, CLOSED_MAX))}>
                {t('closing.selectShown', { count: Math.min(rows.length, CLOSED_MAX) })}
              </Button>
            )}
          </Box>
          <ListBody
            list={list}
            total={(count) => t('banking.total', { count })}
            empty={<NoBooks isSearched={search !== ''} onClear={() => put({ q: '' })} />}
          >
            <BoardRows rows={list.rows} month={month} chosen={mayClose ? chosen : undefined} />
          </ListBody>
        </Box>
        <CloseBar month={month} chosen={chosen} />
      </Box>
      {bookId !== '' && (
        <BookMonthPanel
          key={`${bookId} ${month}`}
          bookId={bookId}
          month={month}
          mayClose={mayClose}
          onClose={() => put({ book: '' })}
        />
      )}
    </Box>
  )
}

function NoBooks({ isSearched, onClear }: { isSearched: boolean; onClear: () => void }) {
  const { t } = useTranslation()
  if (isSearched) {
    return (
      <EmptyState title={t('banking.emptySearch.title')} detail={t('banking.emptySearch.detail')}>
        <Button variant="outlined" onClick={onClear}>
          {t('banking.emptySearch.action')}
        </Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('closing.empty.title')} detail={t('closing.empty.detail')}>
      <Button variant="contained" component={Link} to="/banking">
        {t('statements.toBooks')}
      </Button>
    </EmptyState>
  )
}
