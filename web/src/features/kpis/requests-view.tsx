import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { usePages, type Row } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatDay, formatInstant } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { PortfolioTabs } from '../businesses/portfolio-tabs.tsx'

type Request = Row<'kpis.list-requests'>
const STATUSES = ['open', 'answered', 'expired'] as const
const ASKS_SHOWN = 3

/** Who was asked for which values, and what came of it. */
export function RequestsView() {
  const { t } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const status = STATUSES.find((one) => one === query.get('status'))
  const list = usePages('kpis.list-requests', { limit: 50, ...(status && { status }) })
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHeader title={t('kpis.requests.title')}>
        <Box sx={{ width: 160 }}>
          <Choice
            label={t('kpis.requests.status')}
            value={status ?? ''}
            options={[
              { value: '', label: t('kpis.requests.any') },
              ...STATUSES.map((one) => ({ value: one, label: t(`kpis.requests.statuses.${one}`) })),
            ]}
            onChange={(value) => setQuery(value === '' ? {} : { status: value })}
          />
        </Box>
      </PageHeader>
      <PortfolioTabs here="kpis" />
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
        {list.problem && (
          <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
            <ProblemNotice problem={list.problem} onRetry={list.again} />
          </Box>
        )}
        {list.rows?.length === 0 && (
          <EmptyState title={t('kpis.requests.none')} detail={t('kpis.requests.noneDetail')}>
            <Button variant="outlined" component={Link} to="/businesses/kpis">
              {t('kpis.back')}
            </Button>
          </EmptyState>
        )}
        {!list.problem && list.rows?.length !== 0 && <RequestRows rows={list.rows} />}
        {list.hasMore && (
          <Button onClick={list.more} sx={{ mx: 4, my: 2 }}>
            {t('settings.more')}
          </Button>
        )}
      </Box>
    </Box>
  )
}

function RequestRows({ rows }: { rows: Request[] | undefined }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'person', title: t('kpis.requests.person') },
    { key: 'asks', title: t('kpis.requests.asks') },
    { key: 'status', title: t('kpis.requests.status') },
    { key: 'asked', title: t('kpis.requests.asked'), isWideOnly: true },
  ]
  return (
    <LedgerRows label={t('kpis.requests.title')} columns={columns}>
      {rows?.map((row) => (
        <tr key={row.id}>
          <td>{row.person.name}</td>
          <td>
            <Asks asks={row.asks} />
          </td>
          <td>
            <Box sx={{ color: row.status === 'expired' ? 'warning.main' : 'text.primary' }}>
              {t(`kpis.requests.statuses.${row.status}`)}
            </Box>
            <Box sx={SECOND_LINE}>
              <Since row={row} />
            </Box>
          </td>
          <Box component="td" sx={WIDE_ONLY}>
            {formatInstant(row.askedAt)}
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}

function Asks({ asks }: { asks: Request['asks'] }) {
  const { t } = useTranslation()
  return (
    <>
      {asks.slice(0, ASKS_SHOWN).map(({ business, kpi, period }) => (
        <Box key={`${business.id} ${kpi.id} ${period}`}>
          <Box component={Link} to={`/businesses/kpis/${kpi.id}?period=${period}`} sx={DRILL}>
            {kpi.name}
          </Box>{' '}
          · {business.name} · {period}
        </Box>
      ))}
      {asks.length > ASKS_SHOWN && (
        <Box sx={SECOND_LINE}>{t('kpis.requests.more', { count: asks.length - ASKS_SHOWN })}</Box>
      )}
    </>
  )
}

function Since({ row }: { row: Request }) {
  const { t } = useTranslation()
  const { status, answeredAt, openedAt, expiresAt } = row
  if (answeredAt !== null) return formatInstant(answeredAt)
  if (status === 'expired') return t('kpis.requests.expiredOn', { day: formatDay(expiresAt) })
  const until = t('kpis.requests.until', { day: formatDay(expiresAt) })
  return openedAt === null ? until : t('kpis.requests.opened', { until })
}
