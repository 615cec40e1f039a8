import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages, useRead } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { TAB_AWAY, TABS } from '../../design/tabs.ts'
import { useWhole } from '../businesses/use-all-rows.ts'
import { useMay } from '../identity/use-may.ts'
import type { Book } from '../banking/banking-words.ts'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { NothingCounts } from './book-statements.tsx'
import { ResultPanel } from './result-panel.tsx'
import { StatementFilters } from './statement-filters.tsx'
import { StatementPanel } from './statement-panel.tsx'
import type { Subject } from './statement-words.ts'
import { subjectOf, SubjectChoice } from './subject-choice.tsx'
import { useStatementPlace } from './use-statement-place.ts'

/** Statements across the studio: of an entity, a business or a category; and how its result went over twelve months. */
export function FinanceRoom() {
  const { t } = useTranslation()
  const list = usePages('ledger.list-books', { limit: 200 })
  const { rows: books, isComplete } = useWhole(list)
  const { get } = useQueryPlace()
  const chosen = subjectOf(get('id'))
  const first = books.find(({ lastEffectiveOn }) => lastEffectiveOn !== null) ?? books[0]
  // Which entity stands first changes while its pages come in: nothing is shown of one that nobody chose.
  const byDefault = get('of') === '' && isComplete && first ? { bookId: first.id } : undefined
  const subject = chosen ?? byDefault
  return (
    <Box sx={{ pb: 12 }}>
      <PageHeader title={t('statements.room')} />
      <Box component="nav" aria-label={t('statements.room')} sx={TABS}>
        <Box component="span" sx={{ ...TAB_AWAY, ml: 0, fontSize: 12 }}>
          {t('statements.roomNote')}
        </Box>
        <Box
          component={Link}
          to="/reference?q=statements.get-statement"
          title={t('businesses.apiTitle')}
          sx={TAB_AWAY}
        >
          {t('businesses.api')}
        </Box>
      </Box>
      {list.problem && (
        <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
          <ProblemNotice problem={list.problem} onRetry={list.again} />
        </Box>
      )}
      {!list.problem && isComplete && !first && <NoBooks />}
      {first && (
        <>
          <SubjectChoice books={books} subject={subject} />
          {subject ? (
            <StatementOf key={JSON.stringify(subject)} subject={subject} books={books} />
          ) : (
            <EmptyState title={t('statements.choose.title')} detail={t('statements.choose.detail')} />
          )}
        </>
      )}
    </Box>
  )
}

function StatementOf({ subject, books }: { subject: Subject; books: Book[] }) {
  const { t } = useTranslation()
  const mayPost = useMay('ledger.post')
  const isOfBook = 'bookId' in subject
  const book = isOfBook ? books.find(({ id }) => id === subject.bookId) : undefined
  const holding = useHoldingBook(subject, books)
  const place = useStatementPlace({ fiscalYearEnd: (book ?? holding)?.fiscalYearEnd, isOfBook })
  const empty = book ? (
    <NothingCounts {...{ book, place, mayPost }} />
  ) : (
    <EmptyState title={t('statements.nothing.title')} detail={t('statements.nothing.detail')} />
  )
  return (
    <>
      <StatementFilters place={place} bookCurrency={book?.currency} />
      <StatementPanel subject={subject} place={place} empty={empty} />
      <ResultPanel subject={subject} place={place} />
    </>
  )
}

/** Of a business the book of the entity that holds it: its fiscal years are those of that book. */
function useHoldingBook(subject: Subject, books: Book[]): Book | undefined {
  const businessId = 'businessId' in subject ? subject.businessId : ''
  const { data } = useRead('businesses.get-business', { businessId }, { skip: businessId === '' })
  return data && books.find(({ entity }) => entity.id === data.entity.id)
}

function NoBooks() {
  const { t } = useTranslation()
  return (
    <EmptyState title={t('banking.empty.title')} detail={t('banking.empty.detail')}>
      <Button variant="contained" component={Link} to="/banking">
        {t('statements.toBooks')}
      </Button>
    </EmptyState>
  )
}
