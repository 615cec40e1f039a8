import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Row } from '../../api.ts'
import { Icon, type IconName } from '../../design/icon.tsx'

export type ApprovalStatus = Row<'approvals.list-approvals'>['status']

const LOOKS = {
  pending: { icon: 'clock', color: 'primary.main' },
  accepted: { icon: 'clock', color: 'text.secondary' },
  done: { icon: 'check', color: 'success.main' },
  refused: { icon: 'close', color: 'text.secondary' },
  withdrawn: { icon: 'close', color: 'text.secondary' },
  expired: { icon: 'close', color: 'text.secondary' },
  failed: { icon: 'warning', color: 'error.main' },
} as const satisfies Record<ApprovalStatus, { icon: IconName; color: string }>

/** How an approval stands: a sign, a colour and a word, none of them alone. */
export function StatusMark({ status }: { status: ApprovalStatus }) {
  const { t } = useTranslation()
  const { icon, color } = LOOKS[status]
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5, whiteSpace: 'nowrap' }}
    >
      <Box component="span" sx={{ color }}>
        <Icon name={icon} size={14} />
      </Box>
      {t(`approvals.status.${status}`)}
    </Box>
  )
}
