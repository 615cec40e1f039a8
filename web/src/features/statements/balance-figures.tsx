import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { today } from '#kernel/periods.ts'
import { useRead } from '../../api.ts'
import { formatAmount } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { NUMBER } from '../banking/figure-rows.tsx'
import { PANEL_FIGURES } from './panel-figures.ts'

const SHOWN = new Set(['caption:cash', 'total-assets', 'total-liabilities', 'section:equity'])

/** What a book holds today: cash, and the totals of its balance sheet. */
export function BalanceFigures({ bookId }: { bookId: string }) {
  const { t } = useTranslation()
  const { data, problem, again } = useRead('statements.get-statement', {
    kind: 'balance-sheet',
    bookId,
    periods: [{ to: today() }],
  })
  if (problem) {
    return (
      <Box sx={{ p: 5 }}>
        <ProblemNotice problem={problem} onRetry={again} />
      </Box>
    )
  }
  if (!data) return null
  const to = `/financial-analytics?id=${bookId}&kind=balance-sheet`
  return (
    <Box component="table" aria-label={t('statements.kind.balance-sheet')} sx={{ ...PANEL_FIGURES, mt: 4 }}>
      <thead>
        <tr>
          <th scope="col">{data.currency}</th>
          <th scope="col">{t('statements.asOf', { day: data.columns[0]?.to ?? '' })}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows
          .filter(({ key }) => SHOWN.has(key))
          .map(({ key, label, amounts }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <Box component="td" sx={NUMBER}>
                <Box component={Link} to={to} sx={DRILL}>
                  {formatAmount(amounts[0] ?? '', data.currency)}
                </Box>
              </Box>
            </tr>
          ))}
      </tbody>
    </Box>
  )
}
