import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { today } from '#kernel/periods.ts'
import { useRead } from '../../api.ts'
import { formatAmount } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { ReadPanel } from '../../design/read-panel.tsx'
import { FigureRows, NUMBER } from '../banking/figure-rows.tsx'
import { RangeChart } from '../business-analytics/range-chart.tsx'
import { columnsOf } from './days-of.ts'
import { isNothing } from './change-of.ts'
import type { Statement, StatementColumn, Subject } from './statement-words.ts'
import type { StatementPlace } from './use-statement-place.ts'

/** What is drawn, and the key of its row. */
const DRAWN = [
  { name: 'revenue', row: 'section:revenue' },
  { name: 'gross-profit', row: 'gross-profit' },
  { name: 'net-result', row: 'net-result' },
] as const

/** Revenue, gross profit and net result of the last twelve months: drawn, and below it in figures. */
export function ResultPanel({ subject, place }: { subject: Subject; place: StatementPlace }) {
  const { t } = useTranslation()
  const { fiscalYearEnd, currency, known, isOfNoBusiness, addressOf } = place
  const asked = { kind: 'income-statement', span: 'own', compare: 'months', fiscalYearEnd } as const
  const reading = useRead('statements.get-statement', {
    kind: 'income-statement',
    ...subject,
    periods: columnsOf({ from: today(), to: today() }, asked),
    ...(known !== '' && { recordedAt: `${known}T23:59:59.999Z` }),
    ...(currency !== '' && { currency }),
    ...(isOfNoBusiness && { isOfNoBusiness }),
  })
  const { data } = reading
  const hrefOf = ({ from, to }: StatementColumn) =>
    addressOf({ kind: '', method: '', span: 'own', compare: 'none', from: from ?? to, to })
  return (
    <ReadPanel
      title={t('statements.resultTitle')}
      formula={t('statements.resultFormula')}
      reading={reading}
      isHere={data !== undefined}
    >
      {data?.rows.every(({ amounts }) => amounts.every(isNothing)) && (
        <Box sx={{ ...CHART, fontSize: 13, color: 'text.secondary' }}>{t('statements.nothingYet')}</Box>
      )}
      {data?.rows.some(({ amounts }) => !amounts.every(isNothing)) && (
        <>
          <Box sx={CHART}>
            <ResultChart statement={data} hrefOf={hrefOf} />
          </Box>
          <ResultTable statement={data} hrefOf={hrefOf} />
        </>
      )}
    </ReadPanel>
  )
}

interface Given {
  statement: Statement
  hrefOf: (column: StatementColumn) => string
}

function ResultChart({ statement, hrefOf }: Given) {
  const { t } = useTranslation()
  const columns = statement.columns.toReversed()
  const byMonth = new Map(columns.map((column) => [monthOf(column), hrefOf(column)]))
  const open = (month: string) => byMonth.get(month) ?? ''
  const series = DRAWN.map(({ name, row }) => ({
    key: name,
    label: t(`statements.drawn.${name}`),
    points: amountsOf(statement, row)
      .toReversed()
      .map((figure) => ({ figure })),
    hrefOf: open,
  }))
  return (
    <RangeChart
      measure={{ unit: 'money', currency: statement.currency }}
      periods={[...byMonth.keys()]}
      series={series}
      compared={undefined}
      kind="line"
      allOf={open}
    />
  )
}

function ResultTable({ statement, hrefOf }: Given) {
  const { t } = useTranslation()
  const { columns, currency } = statement
  const figures = DRAWN.map(({ name, row }) => ({ key: name, amounts: amountsOf(statement, row) }))
  return (
    <FigureRows
      label={t('statements.resultTitle')}
      columns={[
        { key: 'month', title: t('statements.monthIn', { currency }) },
        ...DRAWN.map(({ name }) => ({ key: name, title: t(`statements.drawn.${name}`), isNumber: true })),
      ]}
    >
      <tbody>
        {columns.map((column, at) => (
          <tr key={column.to}>
            <td>{monthOf(column)}</td>
            {figures.map(({ key, amounts }) => (
              <Box component="td" key={key} sx={NUMBER}>
                <Box component={Link} to={hrefOf(column)} sx={DRILL}>
                  {formatAmount(amounts[at] ?? '0', currency)}
                </Box>
              </Box>
            ))}
          </tr>
        ))}
      </tbody>
    </FigureRows>
  )
}

function amountsOf({ rows, columns }: Statement, wanted: string): readonly string[] {
  return rows.find(({ key }) => key === wanted)?.amounts ?? columns.map(() => '0')
}

function monthOf({ to }: StatementColumn): string {
  return to.slice(0, 7)
}

const CHART = {
  px: { xs: 4, sm: 6 },
  py: 4,
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
} as const
