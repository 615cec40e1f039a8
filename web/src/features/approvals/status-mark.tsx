import { useTranslation } from 'react-i18next'
import type { Row } from '../../api.ts'
import { SIGN_PATHS, SignMark, type Sign } from '../../design/sign-mark.tsx'

export type ApprovalStatus = Row<'approvals.list-approvals'>['status']

const SIGNS: Record<ApprovalStatus, Sign> = {
  pending: { path: SIGN_PATHS.clock, colour: 'primary.main' },
  accepted: { path: SIGN_PATHS.clock, colour: 'text.secondary' },
  done: { path: SIGN_PATHS.check, colour: 'success.main' },
  refused: { path: SIGN_PATHS.cross, colour: 'text.secondary' },
  withdrawn: { path: SIGN_PATHS.cross, colour: 'text.secondary' },
  expired: { path: SIGN_PATHS.cross, colour: 'text.secondary' },
  failed: { path: SIGN_PATHS.warning, colour: 'error.main' },
}

export function StatusMark({ status }: { status: ApprovalStatus }) {
  const { t } = useTranslation()
  return <SignMark sign={SIGNS[status]}>{t(`approvals.status.${status}`)}</SignMark>
}
