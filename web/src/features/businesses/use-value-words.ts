import { useTranslation } from 'react-i18next'
import { isStage } from './stages.ts'

/** What a move was from or to, in words: a stage by its name, nothing as such, and what is not open to the reader. */
export function useValueWords() {
  const { t } = useTranslation()
  return (value: { id: string; name: string | null } | null): string => {
    if (value === null) return t('business.nothing')
    if (isStage(value.id)) return t(`stage.${value.id}`)
    return value.name ?? t('business.closedName')
  }
}
