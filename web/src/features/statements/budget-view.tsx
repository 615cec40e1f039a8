import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { today } from '#kernel/periods.ts'
import { usePages } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import type { Book } from '../banking/banking-words.ts'
import { FILTERS } from '../banking/list-body.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { useWhole } from '../businesses/use-all-rows.ts'
import { useMay } from '../identity/use-may.ts'
import { BudgetGrid } from './budget-grid.tsx'
import { budgetYears, monthsFrom } from './budget-months.ts'
import { useBudget } from './use-budget.ts'

/** What a book is meant to come to in a fiscal year: accounts down, months across. */
export function BudgetView({ book }: { book: Book }) {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const years = budgetYears(today(), book.fiscalYearEnd)
  const year = years.find((one) => one === get('year')) ?? years[1] ?? today()
  return (
    <>
      <Box component="search" sx={FILTERS}>
        <Choice
          label={t('budget.year')}
          value={year}
          options={years.map((value) => {
            const months = monthsFrom(value)
            return { value, label: t('budget.yearFrom', { from: months[0] ?? '', to: months.at(-1) ?? '' }) }
          })}
          onChange={(value) => put({ year: value })}
        />
      </Box>
      <YearOf key={year} book={book} year={year} />
    </>
  )
}

function YearOf({ book, year }: { book: Book; year: string }) {
  const { t } = useTranslation()
  const months = monthsFrom(year)
  const mayWrite = useMay('ledger.write')
  const budget = useBudget(book, months)
  const income = useWhole(usePages('ledger.list-accounts', { bookId: book.id, type: 'income', limit: 200 }))
  const expense = useWhole(usePages('ledger.list-accounts', { bookId: book.id, type: 'expense', limit: 200 }))
  const accounts = [...income.rows, ...expense.rows]
  if (budget.list.problem) {
    return (
      <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
        <ProblemNotice problem={budget.list.problem} onRetry={budget.list.again} />
      </Box>
    )
  }
  if (income.isComplete && expense.isComplete && accounts.length === 0) return <NoAccounts bookId={book.id} />
  return (
    <Box
      component="form"
      noValidate
      aria-label={t('budget.title')}
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        void budget.save()
      }}
    >
      <Box sx={NOTE}>
        {t('budget.note', { name: book.entity.name, currency: book.currency })}
        {budget.ofBusinesses > 0 && ` ${t('budget.ofBusinesses', { count: budget.ofBusinesses })}`}
      </Box>
      {budget.problem && budget.problem.errors.length === 0 && (
        <Box sx={{ px: { xs: 4, sm: 6 }, pb: 4, maxWidth: 720 }}>
          <ProblemNotice problem={budget.problem} />
        </Box>
      )}
      <BudgetGrid {...{ book, accounts, months, budget, mayWrite }} />
      {mayWrite && (
        <Box sx={FOOT}>
          <Button type="submit" variant="contained" disabled={budget.isSending || budget.changed === 0}>
            {budget.isSending ? t('settings.saving') : t('budget.save')}
          </Button>
          <Button disabled={budget.changed === 0} onClick={budget.discard}>
            {t('budget.discard')}
          </Button>
          <Box component="output" sx={{ fontSize: 12, color: 'text.secondary' }}>
            {budget.changed === 0 ? t('budget.unchanged') : t('budget.changed', { count: budget.changed })}
          </Box>
        </Box>
      )}
    </Box>
  )
}

function NoAccounts({ bookId }: { bookId: string }) {
  const { t } = useTranslation()
  return (
    <EmptyState title={t('budget.noAccounts.title')} detail={t('budget.noAccounts.detail')}>
      <Button variant="contained" component={Link} to={`/banking/${bookId}/accounts?account=new`}>
        {t('budget.noAccounts.action')}
      </Button>
    </EmptyState>
  )
}

const NOTE = {
  px: { xs: 4, sm: 6 },
  py: 3,
  maxWidth: 720,
  fontSize: 12,
  lineHeight: '16px',
  color: 'text.secondary',
} as const
const FOOT = {
  position: 'sticky',
  bottom: 0,
  zIndex: 2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 2,
  px: { xs: 4, sm: 6 },
  py: 2,
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
} as const
