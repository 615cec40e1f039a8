import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatCount } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { May } from '../identity/may.tsx'
import { AskOwners } from './ask-owners.tsx'
import type { Kpi } from './figure.ts'

/** Who told this KPI once, and not the period that is due; the longest silent first. */
export function StaleRows({ kpi }: { kpi: Kpi }) {
  const { t } = useTranslation()
  const list = usePages('kpis.list-stale', { kpiId: kpi.id, limit: 100 })
  const columns = (['business', 'lastPeriod', 'due', 'daysLate'] as const).map((key) => ({
    key,
    title: t(`kpis.${key}`),
  }))
  if (list.problem)
    return (
      <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
        <ProblemNotice problem={list.problem} onRetry={list.again} />
      </Box>
    )
  if (list.rows?.length === 0)
    return <EmptyState title={t('kpis.noStale.title')} detail={t('kpis.noStale.detail')} />
  return (
    <>
      {list.rows && (
        <May permission="kpis.write">
          <AskOwners kpi={kpi} rows={list.rows} />
        </May>
      )}
      <LedgerRows label={t('kpis.stale')} columns={columns}>
        {list.rows?.map(({ business, lastPeriod, duePeriod, daysLate }) => (
          <tr key={business.id}>
            <td>
              <Box component={Link} to={`/businesses/${business.id}`} sx={DRILL}>
                {business.name}
              </Box>
            </td>
            <td>{lastPeriod}</td>
            <td>{duePeriod}</td>
            <td>{formatCount(daysLate)}</td>
          </tr>
        ))}
      </LedgerRows>
      {list.hasMore && (
        <Button onClick={list.more} sx={{ mx: 4, my: 2 }}>
          {t('settings.more')}
        </Button>
      )}
    </>
  )
}
