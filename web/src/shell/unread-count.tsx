import { useTranslation } from 'react-i18next'
import { CountMark } from '../design/count-mark.tsx'
import { useUnread } from '../live/use-unread.ts'

/** How much in the inbox was not read; nothing where nothing is. */
export function UnreadCount() {
  const { t } = useTranslation()
  const unread = useUnread()
  if (unread === 0) return null
  return <CountMark count={unread} words={t('nav.unread', { count: unread })} />
}
