import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link, useSearchParams } from 'react-router'
import { usePages, useRead, useWrite } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatCount } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { PortfolioTabs } from '../businesses/portfolio-tabs.tsx'
import { May } from '../identity/may.tsx'
import { useFigure, type Kpi } from './figure.ts'
import { EMPTY_KPI, fieldsOf, type KpiDraft } from './kpi-draft.ts'
import { KpiForm } from './kpi-form.tsx'

/** What the businesses are measured by, each with how many told its latest period. */
export function KpisView() {
  const { t } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const list = usePages('kpis.list-kpis', { limit: 50 })
  const openNew = () => setQuery({ new: 'true' })
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={t('businesses.title')}>
          <Button component={Link} to="/businesses/kpis/requests">
            {t('kpis.requests.title')}
          </Button>
          <May permission="kpis.write">
            <Button variant="contained" onClick={openNew} startIcon={<Icon name="plus" size={14} />}>
              {t('kpis.new')}
            </Button>
          </May>
        </PageHeader>
        <PortfolioTabs here="kpis" />
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
          {list.problem && (
            <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
              <ProblemNotice problem={list.problem} onRetry={list.again} />
            </Box>
          )}
          {list.rows?.length === 0 && (
            <EmptyState title={t('kpis.empty.title')} detail={t('kpis.empty.detail')}>
              <May permission="kpis.write">
                <Button variant="contained" onClick={openNew}>
                  {t('kpis.empty.action')}
                </Button>
              </May>
            </EmptyState>
          )}
          {!list.problem && list.rows?.length !== 0 && <KpiRows rows={list.rows} />}
          {list.hasMore && (
            <Button onClick={list.more} sx={{ mx: 4, my: 2 }}>
              {t('kpis.more')}
            </Button>
          )}
        </Box>
      </Box>
      {query.has('new') && (
        <May permission="kpis.write">
          <NewKpiPanel onClose={() => setQuery({})} />
        </May>
      )}
    </Box>
  )
}

function KpiRows({ rows }: { rows: Kpi[] | undefined }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'name', title: t('kpis.name') },
    { key: 'latest', title: t('kpis.latest') },
    { key: 'coverage', title: t('kpis.coverage'), isWideOnly: true },
    { key: 'stale', title: t('kpis.staleTitle'), isWideOnly: true },
  ]
  return (
    <LedgerRows label={t('kpis.list')} columns={columns}>
      {rows?.map((kpi) => (
        <KpiRow key={kpi.id} kpi={kpi} />
      ))}
    </LedgerRows>
  )
}

function KpiRow({ kpi }: { kpi: Kpi }) {
  const { t } = useTranslation()
  const figure = useFigure()
  const { data, problem } = useRead('kpis.summarise-values', { kpiId: kpi.id })
  const waiting = problem ? <span title={problem.title}>—</span> : <Skeleton width={64} height={12} />
  return (
    <tr>
      <td>
        <Box component={Link} to={`/businesses/kpis/${kpi.id}`} sx={{ ...DRILL, fontWeight: 500 }}>
          {kpi.name}
        </Box>
        <Box sx={SECOND_LINE}>
          {[
            kpi.currency ?? t(`kpis.unit.${kpi.unit}`),
            t(`kpis.cadence.${kpi.cadence}`),
            t(`kpis.better.${kpi.better}`),
            ...(kpi.isHeadline ? [t('kpis.headline')] : []),
            ...(kpi.ownerName === null ? [] : [kpi.ownerName]),
          ].join(' · ')}
        </Box>
      </td>
      <td>
        {data ? (
          <>
            {data.figure === null ? t('kpis.unknown') : figure(data.figure, kpi)}
            <Box sx={SECOND_LINE}>{data.period}</Box>
          </>
        ) : (
          waiting
        )}
      </td>
      <Box component="td" sx={WIDE_ONLY}>
        {data ? t('kpis.knownOf', { known: data.known, all: data.known + data.unknown }) : waiting}
      </Box>
      <Box component="td" sx={WIDE_ONLY}>
        {data ? (
          <Box component={Link} to={`/businesses/kpis/${kpi.id}?view=stale`} sx={DRILL}>
            {formatCount(data.stale)}
          </Box>
        ) : (
          waiting
        )}
      </Box>
    </tr>
  )
}

function NewKpiPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('kpis.create-kpi')
  const me = useRead('identity.get-me', {})
  const currency = me.data?.preferences?.currency ?? EMPTY_KPI.currency
  const create = async (draft: KpiDraft) => {
    const kpi = await send(fieldsOf(draft))
    if (!kpi) return
    const undo = { operation: 'kpis.archive-kpi', input: { kpiId: kpi.id } } as const
    dispatch(toastShown({ text: t('kpis.createdToast', { name: kpi.name }), undo }))
    onClose()
  }
  return (
    <SidePanel title={t('kpis.new')} onClose={onClose}>
      <KpiForm
        start={{ ...EMPTY_KPI, currency }}
        submitLabel={t('kpis.create')}
        onSubmit={(draft) => void create(draft)}
        onCancel={onClose}
        {...{ problem, isSending }}
      />
    </SidePanel>
  )
}
