import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../api.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { ReadPanel } from '../../design/read-panel.tsx'
import { ApprovalRows } from '../approvals/approval-rows.tsx'

const SHOWN = 5

/** What waits for whoever reads this, the newest first. Whoever decides nothing has no such panel. */
export function ApprovalsPanel() {
  const { t } = useTranslation()
  const waiting = useRead('approvals.list-approvals', { view: 'to-decide', limit: SHOWN })
  if (waiting.problem?.status === 403) return null
  const { items, total = 0 } = waiting.data ?? {}
  return (
    <ReadPanel
      maxWidth={960}
      title={t('home.approvals')}
      reading={waiting}
      action={
        total > SHOWN && (
          <Box component={Link} to="/approvals" sx={DRILL}>
            {t('home.allApprovals', { count: total })}
          </Box>
        )
      }
    >
      {items?.length === 0 ? (
        <Typography variant="body2" sx={{ px: { xs: 4, sm: 6 }, color: 'text.secondary' }}>
          {t('home.noApprovals')}
        </Typography>
      ) : (
        <ApprovalRows rows={items} openId={undefined} />
      )}
    </ReadPanel>
  )
}
