import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { Output } from '../api.ts'
import { Icon } from '../design/icon.tsx'
import { PHONE_BELOW } from '../design/theme.ts'
import { AccountMenu } from './account-menu.tsx'
import { barEntry } from './bar-entry.ts'
import { LiveMark } from './live-mark.tsx'
import { MoreRooms } from './more-rooms.tsx'
import { isInRoom, ROOMS } from './rooms.ts'
import type { Overlay } from './overlay.ts'
import { UnreadCount } from './unread-count.tsx'
import { WaitingCount } from './waiting-count.tsx'

/** As many as a phone has room for; the others stand in a menu. */
const IN_REACH = ['home', 'inbox', 'businesses', 'approvals']

/** The rooms within reach of a thumb. */
export function BottomBar({
  me,
  onOpen,
}: {
  me: Output<'identity.get-me'>
  onOpen: (overlay: Overlay) => void
}) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <Box sx={FOOT}>
      <LiveMark />
      <Box component="nav" aria-label={t('nav.label')} sx={BAR}>
        {ROOMS.filter(({ key }) => IN_REACH.includes(key)).map(({ key, path, icon }) => {
          const isHere = isInRoom(path, pathname)
          return (
            <Box
              key={key}
              component={Link}
              to={path}
              aria-current={isHere ? 'page' : undefined}
              sx={barEntry(isHere)}
            >
              <Icon name={icon} size={20} />
              {t(`rooms.${key}`)}
              {key === 'inbox' && <UnreadCount />}
              {key === 'approvals' && <WaitingCount />}
            </Box>
          )
        })}
        <MoreRooms inReach={IN_REACH} onSearch={() => onOpen('palette')} />
        <AccountMenu me={me} onOpen={onOpen} look="bar" />
      </Box>
    </Box>
  )
}

const FOOT = {
  gridArea: 'bar',
  display: 'none',
  bgcolor: 'background.paper',
  paddingBottom: 'env(safe-area-inset-bottom)',
  [`@media (max-width: ${PHONE_BELOW - 0.02}px)`]: { display: 'block' },
} as const

const BAR = {
  display: 'flex',
  // Each as wide as its word, and then some: in German two words are longer than a sixth of a phone.
  '& > *': { flex: '1 1 auto' },
  borderTop: '1px solid var(--mui-palette-divider)',
} as const
