import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { Icon } from '../../design/icon.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { May } from '../identity/may.tsx'
import { useSelection } from './bulk/use-selection.ts'
import { AsOfBanner } from './as-of-banner.tsx'
import { BusinessFilters } from './business-filters.tsx'
import { BusinessPanel } from './business-panel.tsx'
import { CreateBusinessPanel } from './create-business-panel.tsx'
import { ExportButton } from './export-button.tsx'
import { HeaderAction } from './header-action.tsx'
import { FlatList } from './flat-list.tsx'
import { GroupedList } from './grouped-list.tsx'
import { PortfolioTabs } from './portfolio-tabs.tsx'
import { inputOf, useBusinessFilter } from './use-business-filter.ts'
import { useColumns } from './use-columns.ts'
import { useGrouping } from './use-grouping.ts'
import { useListOrder } from './use-list-order.ts'
import { ViewsLine } from './views/views-line.tsx'

/** The list, and beside it one business (`/businesses/biz_…`) or a new one (`/businesses/new`). */
export function BusinessesRoom() {
  const { t } = useTranslation()
  const { panel } = useParams()
  const { search } = useLocation()
  const navigate = useNavigate()
  const { filter, narrow, clear, isNarrowed } = useBusinessFilter()
  const { order, sortBy } = useListOrder()
  const { grouping, groupBy } = useGrouping()
  const { columns, toggle } = useColumns()
  const selection = useSelection(inputOf(filter), order)
  const list = {
    filter,
    order,
    columns,
    openId: panel,
    selection,
    isNarrowed,
    onSort: sortBy,
    onClear: clear,
  }
  const close = () => void navigate({ pathname: '/businesses', search })
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={t('businesses.title')}>
          <ExportButton filter={filter} order={order} />
          <May permission="businesses.write">
            <HeaderAction label={t('businesses.import')} icon="upload" to="/businesses/import" />
            <Button
              variant="contained"
              component={Link}
              to={{ pathname: '/businesses/new', search }}
              startIcon={<Icon name="plus" size={14} />}
            >
              {t('businesses.new')}
            </Button>
          </May>
        </PageHeader>
        <PortfolioTabs here={filter.isArchived ? 'archived' : 'atWork'} />
        <ViewsLine input={inputOf(filter)} order={order} grouping={grouping} columns={columns} />
        <BusinessFilters
          {...list}
          onNarrow={narrow}
          grouping={grouping}
          onGroup={groupBy}
          onToggle={toggle}
        />
        <AsOfBanner filter={filter} onNarrow={narrow} />
        {grouping ? <GroupedList key={grouping} {...list} grouping={grouping} /> : <FlatList {...list} />}
      </Box>
      {panel === 'new' && (
        <May permission="businesses.write">
          <CreateBusinessPanel onClose={close} />
        </May>
      )}
      {panel !== undefined && panel !== 'new' && (
        <BusinessPanel key={panel} businessId={panel} onClose={close} />
      )}
    </Box>
  )
}
