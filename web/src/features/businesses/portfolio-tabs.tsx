import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { TAB, TABS, TAB_AWAY } from '../../design/tabs.ts'

const VIEWS = [
  { key: 'overview', to: '/businesses/overview', operation: 'businesses.summarise-portfolio' },
  { key: 'atWork', to: '/businesses', operation: 'businesses.list-businesses' },
  { key: 'archived', to: '/businesses?archived=true', operation: 'businesses.list-businesses' },
  { key: 'compare', to: '/businesses/compare', operation: 'kpis.compare-series' },
  { key: 'entities', to: '/businesses/entities', operation: 'entities.list-entities' },
  { key: 'ownership', to: '/businesses/entities/tree', operation: 'entities.get-structure' },
  { key: 'kpis', to: '/businesses/kpis', operation: 'kpis.list-kpis' },
  { key: 'analytics', to: '/business-analytics', operation: 'kpis.summarise-range' },
  { key: 'settings', to: '/businesses/settings', operation: 'businesses.list-stage-clocks' },
] as const

/** The views of the portfolio, and the operation behind the one that is open. */
export function PortfolioTabs({ here }: { here: (typeof VIEWS)[number]['key'] }) {
  const { t } = useTranslation()
  const operation = VIEWS.find(({ key }) => key === here)?.operation
  return (
    <Box component="nav" aria-label={t('businesses.views')} sx={TABS}>
      {VIEWS.map(({ key, to }) => (
        <Box key={key} component={Link} to={to} aria-current={key === here ? 'page' : undefined} sx={TAB}>
          {t(`businesses.${key}`)}
        </Box>
      ))}
      <Box component={Link} to={`/reference?q=${operation}`} title={t('businesses.apiTitle')} sx={TAB_AWAY}>
        {t('businesses.api')}
      </Box>
    </Box>
  )
}
