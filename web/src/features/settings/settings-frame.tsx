import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Reading } from '../../api.ts'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { showOpenTab, TAB, TABS } from '../../design/tabs.ts'

export const SECTIONS = [
  'you',
  'notifications',
  'people',
  'roles',
  'keys',
  'webhooks',
  'approvals',
  'sessions',
  'sign-in',
  'audit',
] as const
export type Section = (typeof SECTIONS)[number]

/** A section of the settings: the ways to the others, what can be done, and beside it the panel that is open. */
export function SettingsFrame(given: {
  here: Section
  action?: React.ReactNode
  panel?: React.ReactNode
  /** What could not be read: told in place of the section, with who can grant it. */
  reading?: Pick<Reading<unknown>, 'problem' | 'again'>
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  const { here, action, panel, reading } = given
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={t('settings.title')}>{!reading?.problem && action}</PageHeader>
        <Box component="nav" aria-label={t('settings.sections')} ref={showOpenTab} sx={TABS}>
          {SECTIONS.map((section) => (
            <Box
              key={section}
              component={Link}
              to={`/settings/${section}`}
              aria-current={section === here ? 'page' : undefined}
              sx={TAB}
            >
              {t(`settings.${section}`)}
            </Box>
          ))}
        </Box>
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
          {reading?.problem ? (
            <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
              <ProblemNotice problem={reading.problem} onRetry={reading.again} />
            </Box>
          ) : (
            given.children
          )}
        </Box>
      </Box>
      {!reading?.problem && panel}
    </Box>
  )
}
