import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { usePages } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { ApprovalPanel } from './approval-panel.tsx'
import { ApprovalRows } from './approval-rows.tsx'
import { TAB, TABS, TAB_AWAY } from '../../design/tabs.ts'

const VIEWS = ['to-decide', 'asked', 'all'] as const
type View = (typeof VIEWS)[number]

/** The inbox: what waits for the reader, what they asked for, and all that they may see; beside it the one that is open. */
export function ApprovalsRoom({ meId }: { meId: string }) {
  const { t } = useTranslation()
  const { approvalId } = useParams()
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const view = VIEWS.find((one) => one === query.get('view')) ?? 'to-decide'
  const list = usePages('approvals.list-approvals', { view, limit: 100 })
  const close = () => void navigate({ pathname: '/approvals', search: query.toString() })
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={t('approvals.title')} />
        <ViewTabs here={view} />
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
          {list.problem && (
            <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
              <ProblemNotice problem={list.problem} onRetry={list.again} />
            </Box>
          )}
          {!list.problem && list.rows?.length === 0 && <NothingWaits view={view} />}
          {!list.problem && list.rows?.length !== 0 && <ApprovalRows rows={list.rows} openId={approvalId} />}
          {list.hasMore && (
            <Box sx={{ px: 4, py: 2 }}>
              <Button onClick={list.more}>{t('settings.more')}</Button>
            </Box>
          )}
        </Box>
      </Box>
      {approvalId !== undefined && (
        <ApprovalPanel key={approvalId} {...{ approvalId, meId }} onClose={close} />
      )}
    </Box>
  )
}

function ViewTabs({ here }: { here: View }) {
  const { t } = useTranslation()
  return (
    <Box component="nav" aria-label={t('approvals.views')} sx={TABS}>
      {VIEWS.map((view) => (
        <Box
          key={view}
          component={Link}
          to={view === 'to-decide' ? '/approvals' : `/approvals?view=${view}`}
          aria-current={view === here ? 'page' : undefined}
          sx={TAB}
        >
          {t(`approvals.view.${view}`)}
        </Box>
      ))}
      <Box component={Link} to="/settings/approvals" sx={TAB_AWAY}>
        {t('approvals.rules')}
      </Box>
    </Box>
  )
}

function NothingWaits({ view }: { view: View }) {
  const { t } = useTranslation()
  return (
    <EmptyState title={t(`approvals.empty.${view}.title`)} detail={t(`approvals.empty.${view}.detail`)}>
      <Button variant="outlined" component={Link} to="/settings/approvals">
        {t('approvals.toRules')}
      </Button>
    </EmptyState>
  )
}
