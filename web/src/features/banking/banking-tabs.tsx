import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { showOpenTab, TAB, TABS } from '../../design/tabs.ts'
import { useBankingPlaces, type BankingPlace } from './use-banking-places.ts'

export function BankingTabs({ here }: { here: BankingPlace['key'] }) {
  const { t } = useTranslation()
  return (
    <Box component="nav" aria-label={t('banking.title')} ref={showOpenTab} sx={TABS}>
      {useBankingPlaces().map(({ key, to, title }) => (
        <Box key={key} component={Link} to={to} aria-current={key === here ? 'page' : undefined} sx={TAB}>
          {title}
        </Box>
      ))}
    </Box>
  )
}
