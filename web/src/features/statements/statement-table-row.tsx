import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatAmount } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { changeOf, isNothing, shareText, signedText } from './change-of.ts'
import type { StatementLine } from './lines-of.ts'
import { FOLD, indentOf, rowStyle } from './statement-table-style.ts'
import type { Statement, StatementColumn } from './statement-words.ts'

/** A caption folds, an account leads to its lines, a computed figure to the statement that it is the end of. */
export function StatementTableRow(given: {
  line: StatementLine
  statement: Statement
  isCompared: boolean
  isLast: boolean
  onFold: (key: string) => void
  hrefOf: (key: string, column: StatementColumn) => string | undefined
}) {
  const { line, statement, isCompared, isLast, onFold, hrefOf } = given
  const { row, foldKey, isFolded, depth } = line
  const { columns, currency } = statement
  const cells = row.amounts.map((amount, at) => ({ amount, column: columns[at] }))
  return (
    <Box component="tr" sx={rowStyle(row.kind, { isLast })}>
      <Box component="th" scope="row" sx={indentOf(depth)}>
        {foldKey === undefined ? (
          row.label
        ) : (
          <ButtonBase aria-expanded={!isFolded} onClick={() => onFold(foldKey)} sx={FOLD}>
            {row.label}
            <Icon name="chevron" size={12} />
          </ButtonBase>
        )}
        {row.account && statement.bookId === null && <Box sx={SECOND_LINE}>{row.account.entity.name}</Box>}
      </Box>
      {cells.map(({ amount, column }) => (
        <td key={`${column?.kind} ${column?.from} ${column?.to}`}>
          <Figure
            {...{ amount, currency }}
            to={column && (linesHref(row.account, { statement, column }) ?? hrefOf(row.key, column))}
          />
        </td>
      ))}
      {isCompared && <Change amounts={row.amounts} currency={currency} />}
    </Box>
  )
}

/** What counts in the days of the column; for a business, of that business. What was recorded later is not left out there. */
function linesHref(
  account: Statement['rows'][number]['account'],
  { statement, column }: { statement: Statement; column: StatementColumn },
): string | undefined {
  if (account === null || column.kind !== 'actual') return undefined
  const query = new URLSearchParams()
  if (column.from !== null) query.set('from', column.from)
  query.set('to', column.to)
  if (statement.business) query.set('business', statement.business.id)
  return `/banking/${account.bookId}/accounts/${account.id}?${query.toString()}`
}

function Figure({ amount, currency, to }: { amount: string; currency: string; to: string | undefined }) {
  const text = formatAmount(amount, currency)
  if (to !== undefined) {
    return (
      <Box component={Link} to={to} sx={{ ...DRILL, ...(isNothing(amount) && { color: 'text.secondary' }) }}>
        {text}
      </Box>
    )
  }
  if (!isNothing(amount)) return text
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {text}
    </Box>
  )
}

function Change({ amounts, currency }: { amounts: readonly string[]; currency: string }) {
  const { t } = useTranslation()
  const { amount, share } = changeOf(amounts, currency)
  return (
    <>
      <Box component="td" sx={{ color: 'text.secondary' }}>
        {signedText(amount, currency)}
      </Box>
      <Box component="td" sx={{ color: 'text.secondary' }}>
        {share === null ? <span title={t('statements.noShareReason')}>—</span> : shareText(share)}
      </Box>
    </>
  )
}
