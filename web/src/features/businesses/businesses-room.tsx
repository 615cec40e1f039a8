import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { usePages } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { useLiveRows } from '../../live/use-live-rows.ts'
import { BulkBar } from './bulk/bulk-bar.tsx'
import { useSelection } from './bulk/use-selection.ts'
import { BusinessFilters } from './business-filters.tsx'
import { BusinessPanel } from './business-panel.tsx'
import { BusinessRows } from './business-rows.tsx'
import { CreateBusinessPanel } from './create-business-panel.tsx'
import { ListFoot } from './list-foot.tsx'
import { NoBusinesses } from './no-businesses.tsx'
import { PortfolioTabs } from './portfolio-tabs.tsx'
import { useListOrder } from './use-list-order.ts'
import { inputOf, useBusinessFilter } from './use-business-filter.ts'

const OPERATION = 'businesses.list-businesses'
const PAGE_ROWS = 100

/** The list, and beside it one business (`/businesses/biz_…`) or a new one (`/businesses/new`). */
export function BusinessesRoom() {
  const { t } = useTranslation()
  const { panel } = useParams()
  const { search } = useLocation()
  const navigate = useNavigate()
  const { filter, narrow, clear, isNarrowed } = useBusinessFilter()
  const { order, sortBy } = useListOrder()
  const input = { ...inputOf(filter), ...order, limit: PAGE_ROWS }
  const list = usePages(OPERATION, input)
  const byIds = { ...inputOf(filter), isArchived: filter.isArchived }
  const news = useLiveRows(OPERATION, { input, byIds }, list)
  const { rows, total, problem, asOfMs } = list
  const selection = useSelection(inputOf(filter), order, rows)
  const close = () => void navigate({ pathname: '/businesses', search })
  const isEmpty = rows?.length === 0
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={t('businesses.title')}>
          <Button
            variant="contained"
            component={Link}
            to={{ pathname: '/businesses/new', search }}
            startIcon={<Icon name="plus" size={14} />}
          >
            {t('businesses.new')}
          </Button>
        </PageHeader>
        <PortfolioTabs here={filter.isArchived ? 'archived' : 'atWork'} />
        <BusinessFilters
          filter={filter}
          isNarrowed={isNarrowed}
          onNarrow={narrow}
          onClear={clear}
          order={order}
          onSort={sortBy}
        />
        {problem && (
          <Box sx={{ p: { xs: 4, sm: 6 } }}>
            <ProblemNotice problem={problem} onRetry={list.again} />
          </Box>
        )}
        {!problem && isEmpty && (
          <NoBusinesses isNarrowed={isNarrowed} isArchive={filter.isArchived} onClear={clear} />
        )}
        {!problem && !isEmpty && (
          <BusinessRows
            list={list}
            openId={panel}
            isArchive={filter.isArchived}
            selection={selection}
            order={order}
            onSort={sortBy}
          />
        )}
        {!problem && total !== undefined && (
          <>
            <BulkBar selection={selection} total={total} isArchive={filter.isArchived} />
            <ListFoot total={total} news={news} asOfMs={asOfMs} />
          </>
        )}
      </Box>
      {panel === 'new' && <CreateBusinessPanel onClose={close} />}
      {panel !== undefined && panel !== 'new' && (
        <BusinessPanel key={panel} businessId={panel} onClose={close} />
      )}
    </Box>
  )
}
