import { useTranslation } from 'react-i18next'
import { today } from '#kernel/periods.ts'

/** When a schedule ends, or that it did: what has posted all that it will goes on no longer. */
export function useEndWords(): (lastOn: string | null) => string {
  const { t } = useTranslation()
  return (lastOn) => {
    if (lastOn === null) return t('schedules.goesOn')
    return t(lastOn < today() ? 'schedules.finished' : 'schedules.endsOn', { day: lastOn })
  }
}
