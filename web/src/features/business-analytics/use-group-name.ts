import { useTranslation } from 'react-i18next'
import { isStage } from '../businesses/stages.ts'
import type { Split } from './use-analytics-place.ts'

/** What a group is called: a stage in words, what has none as such, and what was not known then or is closed to the reader. */
export function useGroupName(split: Split | undefined) {
  const { t } = useTranslation()
  return ({ id, name }: { id: string | null; name: string | null }): string => {
    if (id !== null && isStage(id)) return t(`stage.${id}`)
    if (id !== null) return name ?? t('business.closedName')
    return split === 'category' || split === 'owner'
      ? t(`businesses.without.${split}`)
      : t('analytics.notBegun')
  }
}
