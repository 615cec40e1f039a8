import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { today } from '#kernel/periods.ts'
import type { Problem } from '#contract/operations.d.ts'
import { useRead } from '../../api.ts'
import { formatAmount } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { useMay } from '../identity/use-may.ts'
import { NUMBER } from '../banking/figure-rows.tsx'
import { BalanceFigures } from './balance-figures.tsx'
import { isNothing } from './change-of.ts'
import { daysOf, yearUpTo } from './days-of.ts'
import { PANEL_FIGURES } from './panel-figures.ts'
import type { Subject } from './statement-words.ts'

const SHOWN = new Set(['section:revenue', 'gross-profit', 'contribution', 'operating-result', 'net-result'])

/** In the panel of a business: what it earned this year and in twelve months. Absent for whoever may not read books. */
export function BusinessFinance({ businessId }: { businessId: string }) {
  const mayRead = useMay('ledger.read')
  if (!mayRead) return null
  return (
    <Frame to={`/financial-analytics?id=${businessId}`}>
      <ResultFigures subject={{ businessId }} fiscalYearEnd="12-31" />
    </Frame>
  )
}

/** In the panel of an entity: the same of its book, and what it owns and owes. */
export function EntityFinance({ entityId }: { entityId: string }) {
  const mayRead = useMay('ledger.read')
  return mayRead ? <BookFinance entityId={entityId} /> : null
}

function BookFinance({ entityId }: { entityId: string }) {
  const { t } = useTranslation()
  const { data, problem, again } = useRead('ledger.list-books', { entityId, limit: 1 })
  const book = data?.items[0]
  const to = book ? `/financial-analytics?id=${book.id}` : undefined
  return (
    <Frame to={to}>
      {problem && <Refused {...{ problem, again }} />}
      {data && !book && (
        <Typography variant="body2" sx={{ px: 5, py: 3, color: 'text.secondary' }}>
          {t('statements.noBook')}{' '}
          <Box component={Link} to="/banking?new=true" sx={DRILL}>
            {t('banking.open')}
          </Box>
        </Typography>
      )}
      {book && (
        <>
          <ResultFigures subject={{ bookId: book.id }} fiscalYearEnd={book.fiscalYearEnd} />
          <BalanceFigures bookId={book.id} />
        </>
      )}
    </Frame>
  )
}

function Frame({ to, children }: { to: string | undefined; children: React.ReactNode }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <Box component="section" aria-labelledby={id} sx={{ pt: 5 }}>
      <Box sx={HEAD}>
        <Typography variant="h3" component="h2" id={id}>
          {t('statements.inPanel')}
        </Typography>
        {to !== undefined && (
          <Box component={Link} to={to} sx={{ ...DRILL, fontSize: 13 }}>
            {t('statements.openRoom')}
          </Box>
        )}
      </Box>
      {children}
    </Box>
  )
}

/** The steps of the income statement, each figure a way to all of it. */
function ResultFigures({ subject, fiscalYearEnd }: { subject: Subject; fiscalYearEnd: string }) {
  const { t } = useTranslation()
  const given = { on: today(), fiscalYearEnd }
  const periods = [daysOf('year-to-date', given), yearUpTo(today())]
  const { data, problem, again } = useRead('statements.get-statement', {
    kind: 'income-statement',
    ...subject,
    periods,
  })
  if (problem) return <Refused {...{ problem, again }} />
  if (!data) return <Skeleton height={12} width="50%" sx={{ mx: 5, my: 3 }} />
  const rows = data.rows.filter(({ key }) => SHOWN.has(key))
  if (data.rows.every(({ amounts }) => amounts.every(isNothing))) {
    return (
      <Typography variant="body2" sx={{ px: 5, py: 3, color: 'text.secondary' }}>
        {t('statements.nothingYet')}
      </Typography>
    )
  }
  const [id = ''] = Object.values(subject)
  const hrefs = periods.map(
    ({ from, to }) => `/financial-analytics?id=${id}&span=own&compare=none&from=${from}&to=${to}`,
  )
  return (
    <Box component="table" aria-label={t('statements.kind.income-statement')} sx={PANEL_FIGURES}>
      <thead>
        <tr>
          <th scope="col">{data.currency}</th>
          <th scope="col">{t('statements.span.year-to-date')}</th>
          <th scope="col">{t('statements.lastTwelve')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, amounts }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {hrefs.map((to, at) => (
              <Box component="td" key={to} sx={NUMBER}>
                <Box component={Link} to={to} sx={DRILL}>
                  {formatAmount(amounts[at] ?? '', data.currency)}
                </Box>
              </Box>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

function Refused({ problem, again }: { problem: Problem; again: () => void }) {
  return (
    <Box sx={{ p: 5 }}>
      <ProblemNotice problem={problem} onRetry={again} />
    </Box>
  )
}

const HEAD = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  minHeight: 40,
  px: 5,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
