import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { columnTitle } from './days-of.ts'
import { linesOf } from './lines-of.ts'
import { StatementTableRow } from './statement-table-row.tsx'
import { STATEMENT_TABLE, widthFor } from './statement-table-style.ts'
import type { Statement, StatementColumn } from './statement-words.ts'

/** The statement, ruled: words stay in sight while its columns move beneath them. */
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
  const isCompared = columns.length === 2 && columns.every((column) => column.kind === 'actual')
  const label = t(`statements.kind.${kind}`)
  const lines = linesOf(rows, folded)
  return (
    <Box component="section" tabIndex={0} aria-label={label} sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        aria-label={label}
        sx={STATEMENT_TABLE}
        style={widthFor(columns.length + (isCompared ? 2 : 0))}
      >
        <thead>
          <tr>
            <th scope="col">{currency}</th>
            {columns.map((column) => (
              <ColumnHead key={`${column.kind} ${column.from} ${column.to}`} column={column} />
            ))}
            {isCompared && (
              <>
                <th scope="col">{t('statements.change')}</th>
                <th scope="col">{t('statements.changeShare')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <StatementTableRow
              key={line.row.key}
              {...{ line, statement, isCompared, onFold, hrefOf }}
              isLast={line === lines.at(-1)}
            />
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

/** Two days stand below each other: beside each other they would be wider than the figures. */
function ColumnHead({ column }: { column: StatementColumn }) {
  const { t } = useTranslation()
  const [first, last] = columnTitle(column).split(' – ')
  return (
    <th scope="col">
      {first}
      {last !== undefined && (
        <>
          {' – '}
          <br />
          {last}
        </>
      )}
      {column.kind !== 'actual' && <Box>{t(`statements.column.${column.kind}`)}</Box>}
    </th>
  )
}
