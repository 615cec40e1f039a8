import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { usePages } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { TAB, TABS, TAB_AWAY } from '../../design/tabs.ts'
import { InboxPanel } from './inbox-panel.tsx'
import { InboxRows } from './inbox-rows.tsx'
import { useInboxKeys } from './use-inbox-keys.ts'
import { useMarks } from './use-marks.ts'

const VIEWS = ['all', 'unread'] as const

/** What one was told, the newest first; beside it what one of them is about. */
export function InboxRoom() {
  const { t } = useTranslation()
  const { notificationId } = useParams()
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const view = query.get('view') === 'unread' ? 'unread' : 'all'
  const list = usePages('notifications.list-notifications', { isUnread: view === 'unread', limit: 50 })
  const marks = useMarks()
  useInboxKeys(list.rows, { openId: notificationId, turn: marks.turn })
  const hasUnread = list.rows?.some(({ readAt }) => readAt === null) ?? false
  const problem = list.problem ?? marks.problem
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={t('inbox.title')}>
          {hasUnread && (
            <Button disabled={marks.isSending} onClick={() => marks.markAll(list.rows?.[0])}>
              {t('inbox.markAll')}
            </Button>
          )}
        </PageHeader>
        <ViewTabs here={view} />
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
          {problem && (
            <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
              <ProblemNotice problem={problem} onRetry={list.again} />
            </Box>
          )}
          {!list.problem && list.rows?.length === 0 && <NothingTold view={view} />}
          {!list.problem && list.rows?.length !== 0 && (
            <InboxRows
              rows={list.rows}
              openId={notificationId}
              onOpen={marks.markRead}
              asOfMs={list.asOfMs ?? 0}
            />
          )}
          {list.hasMore && (
            <Box sx={{ px: 4, py: 2 }}>
              <Button onClick={list.more}>{t('settings.more')}</Button>
            </Box>
          )}
        </Box>
      </Box>
      {notificationId !== undefined && list.rows && (
        <InboxPanel
          key={notificationId}
          told={list.rows.find(({ id }) => id === notificationId)}
          onTurn={marks.turn}
          onClose={() => void navigate({ pathname: '/inbox', search: query.toString() })}
        />
      )}
    </Box>
  )
}

function ViewTabs({ here }: { here: (typeof VIEWS)[number] }) {
  const { t } = useTranslation()
  return (
    <Box component="nav" aria-label={t('inbox.views')} sx={TABS}>
      {VIEWS.map((view) => (
        <Box
          key={view}
          component={Link}
          to={view === 'all' ? '/inbox' : `/inbox?view=${view}`}
          aria-current={view === here ? 'page' : undefined}
          sx={TAB}
        >
          {t(`inbox.view.${view}`)}
        </Box>
      ))}
      <Box component={Link} to="/settings/notifications" sx={TAB_AWAY}>
        {t('inbox.choose')}
      </Box>
    </Box>
  )
}

function NothingTold({ view }: { view: (typeof VIEWS)[number] }) {
  const { t } = useTranslation()
  return (
    <EmptyState title={t(`inbox.empty.${view}.title`)} detail={t(`inbox.empty.${view}.detail`)}>
      <Button variant="outlined" component={Link} to="/settings/notifications">
        {t('inbox.toChoices')}
      </Button>
    </EmptyState>
  )
}
