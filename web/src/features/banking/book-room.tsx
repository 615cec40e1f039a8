import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link, Route, Routes, useLocation, useParams } from 'react-router'
import { useRead } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { Icon } from '../../design/icon.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { showOpenTab, TAB, TAB_AWAY, TABS } from '../../design/tabs.ts'
import { useMay } from '../identity/use-may.ts'
import { SchedulePanel } from '../schedules/schedule-panel.tsx'
import { SchedulesView } from '../schedules/schedules-view.tsx'
import { BookStatements } from '../statements/book-statements.tsx'
import { BudgetView } from '../statements/budget-view.tsx'
import { AccountPanel } from './account-panel.tsx'
import { AccountsView } from './accounts-view.tsx'
import type { Book } from './banking-words.ts'
import { BookRules } from './book-rules.tsx'
import { EntriesView } from './entries-view.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { NewEntryView } from './new-entry-view.tsx'
import { PendingPanel } from './pending-panel.tsx'
import { StatementView } from './statement-view.tsx'
import { TrialBalanceView } from './trial-balance-view.tsx'
import { useQueryPlace } from './use-query-place.ts'

/** One book: its views, and beside each of them the entry or the account that is open. */
export function BookRoom() {
  const { t } = useTranslation()
  const { bookId = '', '*': rest = '' } = useParams()
  const { data: book, problem, again } = useRead('ledger.get-book', { bookId })
  const mayPost = useMay('ledger.post')
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={book?.entity.name ?? t('banking.book')}>
          {book && mayPost && rest !== 'new' && (
            <Button
              variant="contained"
              component={Link}
              to={`/banking/${bookId}/new`}
              startIcon={<Icon name="plus" size={14} />}
            >
              {t('banking.newEntry')}
            </Button>
          )}
        </PageHeader>
        <BookTabs bookId={bookId} here={rest.split('/', 1)[0] ?? ''} />
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
          {problem && (
            <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
              <ProblemNotice problem={problem} onRetry={again} />
            </Box>
          )}
          {book && <BookViews book={book} mayPost={mayPost} />}
        </Box>
      </Box>
      {book && <BookPanels book={book} mayPost={mayPost} />}
    </Box>
  )
}

function BookViews({ book, mayPost }: { book: Book; mayPost: boolean }) {
  return (
    <Routes>
      <Route index element={<TrialBalanceView book={book} mayPost={mayPost} />} />
      <Route path="statements" element={<BookStatements book={book} mayPost={mayPost} />} />
      <Route path="budget" element={<BudgetView book={book} />} />
      <Route path="schedules" element={<SchedulesView book={book} />} />
      <Route path="rules" element={<BookRules book={book} />} />
      <Route path="entries" element={<EntriesView book={book} mayPost={mayPost} />} />
      <Route path="accounts" element={<AccountsView book={book} />} />
      <Route path="accounts/:accountId" element={<StatementView />} />
      <Route path="new" element={mayPost ? <NewEntryView book={book} /> : <MayNotPost />} />
      <Route path="*" element={<Nowhere />} />
    </Routes>
  )
}

function MayNotPost() {
  const { t } = useTranslation()
  return <EmptyState title={t('banking.mayNotPost.title')} detail={t('banking.mayNotPost.detail')} />
}

function Nowhere() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return <EmptyState title={t('app.noRoom')} detail={t('app.noRoomDetail', { path: pathname })} />
}

function BookPanels({ book, mayPost }: { book: Book; mayPost: boolean }) {
  const { get, put } = useQueryPlace()
  const mayWrite = useMay('ledger.write')
  const [open, account, schedule, pending] = ['open', 'account', 'schedule', 'pending'].map(get)
  if (account && mayWrite)
    return <AccountPanel key={account} book={book} accountId={account} onClose={() => put({ account: '' })} />
  if (schedule)
    return (
      <SchedulePanel key={schedule} book={book} scheduleId={schedule} onClose={() => put({ schedule: '' })} />
    )
  if (pending)
    return (
      <PendingPanel
        key={pending}
        {...{ book, mayPost }}
        pendingId={pending}
        onClose={() => put({ pending: '' })}
      />
    )
  if (!open) return null
  return <EntryPanel key={open} entryId={open} mayPost={mayPost} onClose={() => put({ open: '' })} />
}

function BookTabs({ bookId, here }: { bookId: string; here: string }) {
  const { t } = useTranslation()
  const tabs = [
    { path: '', title: t('banking.trialBalance') },
    { path: 'statements', title: t('statements.title') },
    { path: 'entries', title: t('banking.entries') },
    { path: 'accounts', title: t('banking.accounts') },
    { path: 'budget', title: t('budget.title') },
    { path: 'schedules', title: t('schedules.title') },
    { path: 'rules', title: t('bookRules.title') },
  ]
  return (
    <Box component="nav" aria-label={t('banking.views')} ref={showOpenTab} sx={TABS}>
      {tabs.map(({ path, title }) => (
        <Box
          key={path}
          component={Link}
          to={path === '' ? `/banking/${bookId}` : `/banking/${bookId}/${path}`}
          aria-current={path === here ? 'page' : undefined}
          sx={TAB}
        >
          {title}
        </Box>
      ))}
      <Box component={Link} to="/banking" sx={TAB_AWAY}>
        {t('banking.allBooks')}
      </Box>
    </Box>
  )
}
