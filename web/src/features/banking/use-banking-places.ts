import { useTranslation } from 'react-i18next'
import { useMay } from '../identity/use-may.ts'

export interface BankingPlace {
  key: 'books' | 'closing' | 'rates' | 'group'
  to: string
  title: string
}

/** The books, how their months are closed, the rates that they are read with, and for whoever sees all entities what these are together. */
export function useBankingPlaces(): BankingPlace[] {
  const { t } = useTranslation()
  const [mayRead, mayReadGroup] = [useMay('ledger.read'), useMay('group.read')]
  if (!mayRead) return []
  const places: BankingPlace[] = [
    { key: 'books', to: '/banking', title: t('banking.books') },
    { key: 'closing', to: '/banking/closing', title: t('closing.title') },
    { key: 'rates', to: '/banking/rates', title: t('rates.title') },
  ]
  return mayReadGroup
    ? places.concat({ key: 'group', to: '/banking/group', title: t('group.title') })
    : places
}
