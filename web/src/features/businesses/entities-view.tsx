import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { usePages, type Row } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { May } from '../identity/may.tsx'
import { CLIPPED } from './columns.ts'
import { EntityPanel } from './entities/entity-panel.tsx'
import { EntityFilters, useEntityFilter } from './entities/entity-filters.tsx'
import { EntityStatus } from './entities/entity-status.tsx'
import { NewEntity } from './new-entity.tsx'
import { PortfolioTabs } from './portfolio-tabs.tsx'

/** The legal entities, each a door to the businesses that it holds. */
export function EntitiesView() {
  const { t } = useTranslation()
  const { query, search, status, isNarrowed, input, set, find, clear } = useEntityFilter()
  const { entityId } = useParams()
  const navigate = useNavigate()
  const list = usePages('entities.list-entities', { limit: 200, ...input })
  const close = () => set('new', '')
  const openNew = () => void navigate({ pathname: '/businesses/entities', search: '?new=true' })
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={t('businesses.title')}>
          <May permission="entities.write">
            <Button variant="contained" onClick={openNew} startIcon={<Icon name="plus" size={14} />}>
              {t('entities.new')}
            </Button>
          </May>
        </PageHeader>
        <PortfolioTabs here="entities" />
        <EntityFilters filter={{ search, status, isNarrowed, set, find, clear }} />
        {list.problem && (
          <Box sx={{ p: { xs: 4, sm: 6 } }}>
            <ProblemNotice problem={list.problem} onRetry={list.again} />
          </Box>
        )}
        {list.rows?.length === 0 && <NoEntities isNarrowed={isNarrowed} onNew={openNew} />}
        {!list.problem && list.rows?.length !== 0 && <EntityRows rows={list.rows} />}
        {list.hasMore && (
          <Button onClick={list.more} sx={{ alignSelf: 'start', mx: 4, my: 2 }}>
            {t('entities.more')}
          </Button>
        )}
        {list.total !== undefined && (
          <Typography
            variant="caption"
            component="output"
            sx={{
              mt: 'auto',
              px: { xs: 4, sm: 6 },
              py: 2,
              borderTop: '1px solid var(--mui-palette-divider)',
            }}
          >
            {t('entities.total', { count: list.total })}
          </Typography>
        )}
      </Box>
      {entityId !== undefined && !query.has('new') && (
        <EntityPanel
          key={entityId}
          entityId={entityId}
          onClose={() => void navigate({ pathname: '/businesses/entities', search: query.toString() })}
        />
      )}
      {query.has('new') && (
        <May permission="entities.write">
          <NewEntityPanel onClose={close} />
        </May>
      )}
    </Box>
  )
}

function NoEntities({ isNarrowed, onNew }: { isNarrowed: boolean; onNew: () => void }) {
  const { t } = useTranslation()
  if (isNarrowed)
    return <EmptyState title={t('entities.emptyFilter.title')} detail={t('entities.emptyFilter.detail')} />
  return (
    <EmptyState title={t('entities.empty.title')} detail={t('entities.empty.detail')}>
      <May permission="entities.write">
        <Button variant="contained" onClick={onNew}>
          {t('entities.empty.action')}
        </Button>
      </May>
    </EmptyState>
  )
}

function NewEntityPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  return (
    <SidePanel title={t('entities.new')} onClose={onClose}>
      <Box sx={{ p: 5 }}>
        <NewEntity
          onCancel={onClose}
          onCreated={(_id, name) => {
            dispatch(toastShown({ text: t('entities.createdToast', { name }) }))
            onClose()
          }}
        />
      </Box>
    </SidePanel>
  )
}

function EntityRows({ rows }: { rows: Row<'entities.list-entities'>[] | undefined }) {
  const { t } = useTranslation()
  const titles = ['name', 'status', 'kind', 'jurisdiction', 'functionalCurrency', 'businesses'] as const
  const [query] = useSearchParams()
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', bgcolor: 'background.paper' }}>
      <Box component="table" aria-label={t('entities.list')} sx={TABLE}>
        <thead>
          <tr>
            {titles.map((title) => (
              <Box component="th" key={title} scope="col" sx={NARROW.has(title) ? undefined : WIDE}>
                {t(`entities.${title}`)}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows?.map(({ id, name, status, kind, jurisdiction, functionalCurrency }) => (
            <tr key={id}>
              <Box component="td" title={name} sx={{ ...CLIPPED, fontWeight: 500 }}>
                <Box
                  component={Link}
                  to={{ pathname: `/businesses/entities/${id}`, search: query.toString() }}
                  sx={{
                    color: 'inherit',
                    textDecoration: 'none',
                    '&:hover': { textDecoration: 'underline' },
                  }}
                >
                  {name}
                </Box>
              </Box>
              <td>
                <EntityStatus status={status} />
              </td>
              <Box component="td" sx={WIDE}>
                {kind}
              </Box>
              <Box component="td" sx={WIDE}>
                {jurisdiction}
              </Box>
              <Box component="td" sx={WIDE}>
                {functionalCurrency ?? (
                  <Box component="span" title={t('business.noneReason')} sx={{ color: 'text.secondary' }}>
                    {t('business.none')}
                  </Box>
                )}
              </Box>
              <td>
                <Box
                  component={Link}
                  to={`/businesses?entity=${id}`}
                  aria-label={t('entities.showNamed', { name })}
                  sx={DRILL}
                >
                  {t('entities.show')}
                </Box>
              </td>
            </tr>
          )) ?? (
            <tr>
              <td colSpan={6}>
                <Skeleton height={12} width="40%" />
              </td>
            </tr>
          )}
        </tbody>
      </Box>
    </Box>
  )
}

/** What phones have room for. */
const NARROW: ReadonlySet<string> = new Set(['name', 'status', 'businesses'])
const WIDE = { display: { xs: 'none', sm: 'table-cell' } } as const

const TABLE = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  '& th': { height: 32, fontSize: 11, fontWeight: 500, color: 'text.secondary', textAlign: 'left' },
  '& td': { height: 40, fontSize: 13 },
  '& th, & td': { px: 2, borderBottom: '1px solid var(--mui-palette-divider)' },
  '& th:first-of-type, & td:first-of-type': { pl: { xs: 4, sm: 6 }, width: { xs: '46%', sm: '32%' } },
} as const
