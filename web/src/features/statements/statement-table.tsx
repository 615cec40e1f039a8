import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { columnTitle } from './days-of.ts'
import { RuledStatement } from './ruled-statement.tsx'
import type { Statement, StatementColumn } from './statement-words.ts'

/** An account leads to its lines, a computed figure to the statement that it is the end of; two columns are compared. */
export function StatementTable(given: {
  statement: Statement
  folded: ReadonlySet<string>
  onFold: (key: string) => void
  /** Where a row leads whose figure no account stands for. */
  hrefOf: (key: string, column: StatementColumn) => string | undefined
}) {
  const { t } = useTranslation()
  const { statement, folded, onFold, hrefOf } = given
  const { kind, columns, currency, rows } = statement
  const isCompared =
    columns.length === 2 && columns.every((one) => one.kind === 'actual' && one.emptyBecause === null)
  return (
    <RuledStatement
      label={t(`statements.kind.${kind}`)}
      heads={columns.map((column) => ({
        key: `${column.kind} ${column.from} ${column.to}`,
        title: <ColumnTitle column={column} />,
        emptyBecause: column.emptyBecause,
      }))}
      hrefOf={({ key, account }, at) => {
        const column = columns[at]
        return column && (linesHref(account, { statement, column }) ?? hrefOf(key, column))
      }}
      noteOf={({ account }) => (statement.bookId === null ? account?.entity.name : undefined)}
      {...{ rows, currency, folded, onFold, isCompared }}
    />
  )
}

/** Two days stand below each other: beside each other they would be wider than the figures. */
function ColumnTitle({ column }: { column: StatementColumn }) {
  const { t } = useTranslation()
  const [first, last] = columnTitle(column).split(' – ')
  return (
    <>
      {first}
      {last !== undefined && (
        <>
          {' – '}
          <br />
          {last}
        </>
      )}
      {column.kind !== 'actual' && <Box>{t(`statements.column.${column.kind}`)}</Box>}
    </>
  )
}

/** What counts in the days of the column, of the business or category, as it was known then. */
function linesHref(
  account: Statement['rows'][number]['account'],
  { statement, column }: { statement: Statement; column: StatementColumn },
): string | undefined {
  if (account === null || column.kind !== 'actual') return undefined
  const query = new URLSearchParams()
  if (column.from !== null) query.set('from', column.from)
  query.set('to', column.to)
  if (statement.isOfNoBusiness) query.set('none', 'true')
  if (statement.business) query.set('business', statement.business.id)
  if (statement.category) query.set('category', statement.category.id)
  if (statement.recordedAt !== null) query.set('known', statement.recordedAt)
  return `/banking/${account.bookId}/accounts/${account.id}?${query.toString()}`
}
