import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api.ts'
import { PageHeader } from '../../../design/page-header.tsx'
import { CategoryLedger } from '../../home/category-ledger.tsx'
import { TruthBar } from '../../kpis/truth-bar.tsx'
import { HeaderAction } from '../header-action.tsx'
import { NoBusinesses } from '../no-businesses.tsx'
import { PortfolioTabs } from '../portfolio-tabs.tsx'
import { FunnelPanel } from './funnel-panel.tsx'
import { HealthPanel } from './health-panel.tsx'
import { MovesPanel } from './moves-panel.tsx'
import { OverviewFigures } from './overview-figures.tsx'
import { May } from '../../identity/may.tsx'

/** The portfolio on one page: how far, how well, how much and what moved. Every figure opens exactly its rows. */
export function PortfolioOverview() {
  const { t } = useTranslation()
  const portfolio = useRead('businesses.summarise-portfolio', {})
  const isEmpty = portfolio.data?.atWork === 0
  return (
    <Box sx={{ pb: 12 }}>
      <PageHeader title={t('overview.title')}>
        <May permission="businesses.write">
          <HeaderAction label={t('businesses.import')} icon="upload" to="/businesses/import" />
        </May>
      </PageHeader>
      <PortfolioTabs here="overview" />
      {isEmpty ? (
        <NoBusinesses isNarrowed={false} isArchive={false} onClear={() => {}} />
      ) : (
        <>
          <OverviewFigures portfolio={portfolio} />
          <Box sx={COLUMNS}>
            <Box sx={{ minWidth: 0 }}>
              <FunnelPanel />
              <CategoryLedger />
              <TruthBar />
            </Box>
            <Box sx={{ minWidth: 0, borderLeft: { lg: '1px solid var(--mui-palette-divider)' } }}>
              <HealthPanel portfolio={portfolio} />
              <MovesPanel />
            </Box>
          </Box>
        </>
      )}
    </Box>
  )
}

const COLUMNS = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 400px' },
  minHeight: 'calc(100vh - 240px)',
} as const
