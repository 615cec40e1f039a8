import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { formatAmount } from '../../design/format.ts'
import type { Account, Book } from '../banking/banking-words.ts'
import { STATEMENT_TABLE } from './statement-table-style.ts'
import { keyOf, type useBudget } from './use-budget.ts'

/** Accounts stay in sight while the months move beneath them. The fields are the browser's own: there are hundreds. */
export function BudgetGrid(given: {
  book: Book
  accounts: readonly Account[]
  months: readonly string[]
  budget: ReturnType<typeof useBudget>
  mayWrite: boolean
}) {
  const { t } = useTranslation()
  const { book, accounts, months, budget, mayWrite } = given
  return (
    <Box component="section" tabIndex={0} aria-label={t('budget.title')} sx={{ overflowX: 'auto' }}>
      <Box component="table" aria-label={t('budget.title')} sx={GRID}>
        <thead>
          <tr>
            <th scope="col">{book.currency}</th>
            {months.map((month) => (
              <th scope="col" key={month}>
                {month}
              </th>
            ))}
            <th scope="col">{t('budget.total')}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <th scope="row">{`${account.code} ${account.name}`}</th>
              {months.map((month) => (
                <td key={month}>
                  <Figure {...{ account, month, budget, mayWrite }} />
                </td>
              ))}
              <td>{formatAmount(budget.totalOf(account.id), book.currency)}</td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function Figure(given: {
  account: Account
  month: string
  budget: ReturnType<typeof useBudget>
  mayWrite: boolean
}) {
  const { t } = useTranslation()
  const { account, month, budget, mayWrite } = given
  const key = keyOf(account.id, month)
  const error = budget.errorOf(key)
  const label = t('budget.figureOf', { account: `${account.code} ${account.name}`, month })
  return (
    <>
      <input
        aria-label={label}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${key} error`.replaceAll(' ', '-')}
        value={budget.textOf(key)}
        readOnly={!mayWrite || !budget.isComplete}
        inputMode="decimal"
        autoComplete="off"
        maxLength={30}
        onChange={(event) => budget.put(key, event.target.value)}
      />
      {error !== undefined && (
        <Box
          id={`${key} error`.replaceAll(' ', '-')}
          role="alert"
          sx={{ maxWidth: 160, whiteSpace: 'normal', fontSize: 12, lineHeight: '16px', color: 'error.main' }}
        >
          {error}
        </Box>
      )}
    </>
  )
}

const GRID = {
  ...STATEMENT_TABLE,
  '& td': { px: 0.5, verticalAlign: 'middle' },
  '& th[scope=row], & thead th:first-of-type': {
    ...STATEMENT_TABLE['& th[scope=row], & thead th:first-of-type'],
    width: 'auto',
    verticalAlign: 'middle',
  },
  '& input': {
    width: 88,
    height: 28,
    '@media (pointer: coarse)': { height: 44 },
    px: 1,
    font: 'inherit',
    textAlign: 'right',
    color: 'text.primary',
    bgcolor: 'transparent',
    border: '1px solid var(--mui-palette-divider)',
    borderRadius: '3px',
    '&:hover': { borderColor: 'control' },
    '&[aria-invalid=true]': { borderColor: 'error.main' },
    '&:read-only': { borderColor: 'transparent' },
  },
} as const
