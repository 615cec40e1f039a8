import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageHeader } from '../../design/page-header.tsx'
import { showOpenTab, TAB, TABS } from '../../design/tabs.ts'
import { BankingTabs } from '../banking/banking-tabs.tsx'

type View = 'consolidations' | 'between' | 'top-side'

/** What every view of the group has: where it is, the ways to the others, and beside it a panel. */
export function GroupFrame(given: {
  title: string
  here: View
  actions?: React.ReactNode
  panel?: React.ReactNode
  children: React.ReactNode
}) {
  const { title, here, actions, panel, children } = given
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={title}>{actions}</PageHeader>
        <BankingTabs here="group" />
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', pb: 12 }}>
          <Views here={here} />
          {children}
        </Box>
      </Box>
      {panel}
    </Box>
  )
}

function Views({ here }: { here: View }) {
  const { t } = useTranslation()
  const views = [
    { key: 'consolidations', to: '/banking/group', title: t('group.consolidations') },
    { key: 'between', to: '/banking/group/between', title: t('group.between') },
    { key: 'top-side', to: '/banking/group/top-side', title: t('group.topSide.title') },
  ]
  return (
    <Box component="nav" aria-label={t('group.title')} ref={showOpenTab} sx={TABS}>
      {views.map(({ key, to, title }) => (
        <Box key={key} component={Link} to={to} aria-current={key === here ? 'page' : undefined} sx={TAB}>
          {title}
        </Box>
      ))}
    </Box>
  )
}
