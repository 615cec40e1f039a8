import { useTranslation } from 'react-i18next'
import { SIGN_PATHS, SignMark, type Sign } from '../../../design/sign-mark.tsx'
import type { Row } from '../../../api.ts'

export type Entity = Row<'entities.list-entities'>
export const STATUSES = ['active', 'dormant', 'dissolved'] as const
export type Status = (typeof STATUSES)[number]

export function isStatus(word: string | null): word is Status {
  return STATUSES.some((status) => status === word)
}

const SIGNS: Record<Status, Sign> = {
  active: { path: SIGN_PATHS.check, colour: 'success.main' },
  dormant: { path: SIGN_PATHS.dash, colour: 'text.secondary' },
  dissolved: { path: SIGN_PATHS.cross, colour: 'text.secondary' },
}

export function EntityStatus({ status }: { status: Status }) {
  const { t } = useTranslation()
  return <SignMark sign={SIGNS[status]}>{t(`entities.statuses.${status}`)}</SignMark>
}
