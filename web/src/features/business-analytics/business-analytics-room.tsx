import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../design/empty-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { TAB_AWAY, TABS } from '../../design/tabs.ts'
import { useAllRows } from '../businesses/use-all-rows.ts'
import { AnalyticsFilters } from './analytics-filters.tsx'
import { RangePanel } from './range-panel.tsx'
import { useAnalyticsPlace } from './use-analytics-place.ts'

/** KPIs over time and by what businesses were: a chart, and below it the same in figures. */
export function BusinessAnalyticsRoom() {
  const { t } = useTranslation()
  const place = useAnalyticsPlace()
  const { rows: kpis, isComplete } = useAllRows('kpis.list-kpis')
  const byDefault = kpis.find(({ isHeadline }) => isHeadline) ?? kpis[0]
  const chosen = place.kpiIds.flatMap((id) => kpis.filter((kpi) => kpi.id === id))
  const shown = chosen.length > 0 ? chosen : byDefault ? [byDefault] : []
  return (
    <Box sx={{ pb: 12 }}>
      <PageHeader title={t('analytics.title')} />
      <Box component="nav" aria-label={t('analytics.title')} sx={TABS}>
        <Box component="span" sx={{ ...TAB_AWAY, ml: 0, fontSize: 12 }}>
          {t('analytics.note')}
        </Box>
        <Box
          component={Link}
          to="/reference?q=kpis.summarise-range"
          title={t('businesses.apiTitle')}
          sx={TAB_AWAY}
        >
          {t('businesses.api')}
        </Box>
      </Box>
      {isComplete && kpis.length === 0 ? (
        <EmptyState title={t('kpis.empty.title')} detail={t('analytics.noKpis')}>
          <Button variant="contained" component={Link} to="/businesses/kpis?new=true">
            {t('kpis.empty.action')}
          </Button>
        </EmptyState>
      ) : (
        <>
          <AnalyticsFilters place={place} kpis={kpis} shown={shown} />
          {shown.map((kpi) => (
            <RangePanel key={kpi.id} kpi={kpi} place={place} />
          ))}
        </>
      )}
    </Box>
  )
}
