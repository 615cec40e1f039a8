import { useTranslation } from 'react-i18next'
import { useRead } from '../api.ts'
import { CountMark } from '../design/count-mark.tsx'

/** How much waits for a decision of whoever is signed in; nothing where nothing does. */
export function WaitingCount() {
  const { t } = useTranslation()
  const { data } = useRead('approvals.list-approvals', { view: 'to-decide', limit: 1 })
  if (!data || data.total === 0) return null
  return <CountMark count={data.total} words={t('nav.waiting', { count: data.total })} />
}
