import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { fiscalYearStart } from '#kernel/periods.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import type { Book } from '../banking/banking-words.ts'
import { StatementFilters } from './statement-filters.tsx'
import { StatementPanel } from './statement-panel.tsx'
import { useStatementPlace, type StatementPlace } from './use-statement-place.ts'

/** The statements of one book. */
export function BookStatements({ book, mayPost }: { book: Book; mayPost: boolean }) {
  const place = useStatementPlace({ fiscalYearEnd: book.fiscalYearEnd, isOfBook: true })
  return (
    <>
      <StatementFilters place={place} bookCurrency={book.currency} />
      <StatementPanel
        subject={{ bookId: book.id }}
        place={place}
        empty={<NothingCounts book={book} place={place} mayPost={mayPost} />}
      />
    </>
  )
}

/** Nothing at all, or nothing in these days: then the year of the last entry is where to look. */
export function NothingCounts(given: { book: Book; place: StatementPlace; mayPost: boolean }) {
  const { t } = useTranslation()
  const { book, place, mayPost } = given
  const { id, lastEffectiveOn, fiscalYearEnd } = book
  if (lastEffectiveOn === null) {
    return (
      <EmptyState title={t('statements.empty.title')} detail={t('statements.empty.detail')}>
        {mayPost && (
          <Button variant="contained" component={Link} to={`/banking/${id}/new`}>
            {t('banking.newEntry')}
          </Button>
        )}
      </EmptyState>
    )
  }
  if (place.known !== '') {
    return (
      <EmptyState title={t('statements.nothing.title')} detail={t('statements.nothing.detail')}>
        <Button variant="contained" onClick={() => place.put({ known: '' })}>
          {t('banking.asKnownNow')}
        </Button>
      </EmptyState>
    )
  }
  const from = fiscalYearStart(lastEffectiveOn, fiscalYearEnd)
  return (
    <EmptyState
      title={t('statements.nothing.title')}
      detail={t('statements.nothing.lastEntry', { day: lastEffectiveOn })}
    >
      <Button variant="contained" onClick={() => place.put({ span: 'own', from, to: lastEffectiveOn })}>
        {t('statements.nothing.action')}
      </Button>
    </EmptyState>
  )
}
