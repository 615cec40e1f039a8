import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { TAB, TABS } from '../../design/tabs.ts'
import { useMay } from '../identity/use-may.ts'

/** The books, how their months are closed, the rates that they are read with, and for whoever sees all entities what these are together. */
export function BankingTabs({ here }: { here: 'books' | 'closing' | 'rates' | 'group' }) {
  const { t } = useTranslation()
  const mayReadGroup = useMay('group.read')
  const tabs = [
    { key: 'books', to: '/banking', title: t('banking.books') },
    { key: 'closing', to: '/banking/closing', title: t('closing.title') },
    { key: 'rates', to: '/banking/rates', title: t('rates.title') },
    ...(mayReadGroup ? [{ key: 'group', to: '/banking/group', title: t('group.title') }] : []),
  ]
  return (
    <Box component="nav" aria-label={t('banking.title')} sx={TABS}>
      {tabs.map(({ key, to, title }) => (
        <Box key={key} component={Link} to={to} aria-current={key === here ? 'page' : undefined} sx={TAB}>
          {title}
        </Box>
      ))}
    </Box>
  )
}
