import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { today } from '#kernel/periods.ts'
import { useRead, type Output } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { ReadPanel } from '../../design/read-panel.tsx'
import { ACCOUNT_TYPES, type Book } from './banking-words.ts'
import { FigureRows, Side } from './figure-rows.tsx'
import { DayFilter, FILTERS } from './list-body.tsx'
import { useQueryPlace } from './use-query-place.ts'

type Balance = Output<'ledger.get-trial-balance'>

/** What stands on each account, up to a day; and where it is asked for, as the book was known at the end of another. */
export function TrialBalanceView({ book, mayPost }: { book: Book; mayPost: boolean }) {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const [on, known] = [get('on'), get('known')]
  const reading = useRead('ledger.get-trial-balance', {
    bookId: book.id,
    ...(on !== '' && { effectiveOn: on }),
    ...(known !== '' && { recordedAt: `${known}T23:59:59.999Z` }),
  })
  const { data } = reading
  return (
    <>
      <Box component="search" sx={FILTERS}>
        <DayFilter
          label={t('banking.upTo')}
          value={on === '' ? today() : on}
          isLaterOpen
          onChange={(day) => put({ on: day })}
        />
        {known === '' ? (
          <Button onClick={() => put({ known: today() })}>{t('banking.asKnown')}</Button>
        ) : (
          <>
            <DayFilter
              label={t('banking.knownAtEndOf')}
              value={known}
              onChange={(day) => put({ known: day })}
            />
            <Button onClick={() => put({ known: '' })}>{t('banking.asKnownNow')}</Button>
          </>
        )}
      </Box>
      <ReadPanel
        title={t('banking.trialBalance')}
        formula={t('banking.trialFormula', { day: data?.effectiveOn ?? on })}
        reading={reading}
        isHere={data !== undefined}
      >
        {data?.rows.length === 0 && <NothingPosted bookId={book.id} mayPost={mayPost} />}
        {data && data.rows.length > 0 && <BalanceTable balance={data} />}
      </ReadPanel>
    </>
  )
}

function NothingPosted({ bookId, mayPost }: { bookId: string; mayPost: boolean }) {
  const { t } = useTranslation()
  return (
    <EmptyState title={t('banking.noBalance.title')} detail={t('banking.noBalance.detail')}>
      {mayPost && (
        <Button variant="contained" component={Link} to={`/banking/${bookId}/new`}>
          {t('banking.newEntry')}
        </Button>
      )}
    </EmptyState>
  )
}

function BalanceTable({ balance }: { balance: Balance }) {
  const { t } = useTranslation()
  const { rows, totals, book, effectiveOn } = balance
  const hasMany = totals.length > 1
  const currency = hasMany ? undefined : totals[0]?.currency
  const sideTitle = (title: string) => (currency === undefined ? title : `${title}, ${currency}`)
  const columns = [
    { key: 'account', title: t('banking.account') },
    { key: 'debit', title: sideTitle(t('banking.debit')), isNumber: true },
    { key: 'credit', title: sideTitle(t('banking.credit')), isNumber: true },
  ]
  const groups = ACCOUNT_TYPES.map((type) => ({
    type,
    rows: rows.filter(({ account }) => account.type === type),
  })).filter((group) => group.rows.length > 0)
  return (
    <FigureRows label={t('banking.trialBalance')} columns={columns}>
      {groups.map((group) => (
        <tbody key={group.type}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {t(`banking.types.${group.type}`)}
            </th>
          </tr>
          {group.rows.map((row) => (
            <tr key={`${row.account.id} ${row.currency}`}>
              <td>
                <Box
                  component={Link}
                  to={`/banking/${book.id}/accounts/${row.account.id}?to=${effectiveOn}`}
                  sx={DRILL}
                >
                  {row.account.code} {row.account.name}
                </Box>
                {hasMany && <Box sx={SECOND_LINE}>{row.currency}</Box>}
              </td>
              <Side amount={row.debit} currency={row.currency} />
              <Side amount={row.credit} currency={row.currency} />
            </tr>
          ))}
        </tbody>
      ))}
      <Totals totals={totals} />
    </FigureRows>
  )
}

function Totals({ totals }: { totals: Balance['totals'] }) {
  const { t } = useTranslation()
  return (
    <tfoot>
      {totals.map(({ currency, debit, credit }) => (
        <tr key={currency}>
          <td>
            {t('banking.totalIn', { currency })}
            <Box sx={{ ...SECOND_LINE, color: debit === credit ? 'success.main' : 'error.main' }}>
              {t(debit === credit ? 'banking.equal' : 'banking.unequal')}
            </Box>
          </td>
          <Side amount={debit} currency={currency} />
          <Side amount={credit} currency={currency} />
        </tr>
      ))}
    </tfoot>
  )
}
