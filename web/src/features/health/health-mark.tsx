import { useTranslation } from 'react-i18next'
import type { Output } from '../../api.ts'
import { SIGN_PATHS, SignMark, type Sign } from '../../design/sign-mark.tsx'

export type Health = Output<'monitoring.get-health'>
export type PartStatus = Health['status']

const SIGNS: Record<PartStatus, Sign> = {
  ok: { path: SIGN_PATHS.check, colour: 'success.main' },
  degraded: { path: SIGN_PATHS.warning, colour: 'warning.main' },
  down: { path: SIGN_PATHS.cross, colour: 'error.main' },
  unknown: { path: SIGN_PATHS.dash, colour: 'text.secondary' },
}

export function HealthMark({ status, children }: { status: PartStatus; children?: React.ReactNode }) {
  const { t } = useTranslation()
  return <SignMark sign={SIGNS[status]}>{children ?? t(`health.word.${status}`)}</SignMark>
}
