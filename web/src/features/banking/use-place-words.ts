import { useTranslation } from 'react-i18next'
import type { Entry } from './banking-words.ts'

type Line = Pick<
  Entry['lines'][number],
  'business' | 'isOverhead' | 'partnerEntity' | 'counterparty' | 'memo'
>

/** Whose a line is, who is on its other side, and what was noted beside it: in one line of words. */
export function usePlaceWords(): (line: Line) => string {
  const { t } = useTranslation()
  return ({ business, isOverhead, partnerEntity, counterparty, memo }) =>
    [
      business?.name,
      isOverhead ? t('banking.overhead') : undefined,
      partnerEntity && t('banking.withPartner', { name: partnerEntity.name }),
      counterparty,
      memo,
    ]
      .filter(Boolean)
      .join(' · ')
}
