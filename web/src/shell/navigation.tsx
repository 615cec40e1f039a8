import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { Output } from '../api.ts'
import { Icon } from '../design/icon.tsx'
import { KeyCap } from '../design/key-cap.tsx'
import { PHONE_BELOW, RAIL_BELOW } from '../design/theme.ts'
import { AccountMenu } from './account-menu.tsx'
import { LiveMark } from './live-mark.tsx'
import { isInRoom } from './rooms.ts'
import type { Overlay } from './overlay.ts'
import { StudioMark } from './studio-mark.tsx'
import { UnreadCount } from './unread-count.tsx'
import { useRooms } from './use-rooms.ts'
import { WaitingCount } from './waiting-count.tsx'

const RAIL = `@media (max-width: ${RAIL_BELOW - 0.02}px)`
const PHONE = `@media (max-width: ${PHONE_BELOW - 0.02}px)`

/** The side of the page: 208 px with words, 56 px with icons, gone on phones (then `BottomBar` stands in). */
export function Navigation({
  me,
  onOpen,
}: {
  me: Output<'identity.get-me'>
  onOpen: (overlay: Overlay) => void
}) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const rooms = useRooms()
  return (
    <Box component="nav" aria-label={t('nav.label')} sx={SIDE}>
      <StudioMark studio={me.studio.name} />
      <ButtonBase title={t('palette.label')} onClick={() => onOpen('palette')} sx={SEARCH}>
        <Icon name="search" />
        <Box component="span" sx={{ flex: 1, textAlign: 'left', ...HIDDEN_IN_RAIL }}>
          {t('nav.search')}
        </Box>
        <Box component="span" sx={{ display: 'flex', gap: 0.5, ...WORDS }}>
          <KeyCap>Ctrl</KeyCap>
          <KeyCap>K</KeyCap>
        </Box>
      </ButtonBase>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pt: 2, flex: 1 }}>
        {rooms.map(({ key, path, icon }) => {
          const isHere = isInRoom(path, pathname)
          return (
            <li key={key}>
              <Box
                component={Link}
                to={path}
                aria-current={isHere ? 'page' : undefined}
                title={t(`rooms.${key}`)}
                sx={entryStyle(isHere)}
              >
                <Icon name={icon} />
                <Box component="span" sx={HIDDEN_IN_RAIL}>
                  {t(`rooms.${key}`)}
                </Box>
                {key === 'inbox' && <UnreadCount />}
                {key === 'approvals' && <WaitingCount />}
              </Box>
            </li>
          )
        })}
      </Box>
      <LiveMark wordsSx={HIDDEN_IN_RAIL} />
      <AccountMenu me={me} onOpen={onOpen} look="side" />
    </Box>
  )
}

const WORDS = { [RAIL]: { display: 'none' } } as const
/** Out of sight, but still the name of its link. */
const HIDDEN_IN_RAIL = {
  [RAIL]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
} as const

const SIDE = {
  gridArea: 'nav',
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  borderRight: '1px solid var(--mui-palette-divider)',
  [PHONE]: { display: 'none' },
} as const

const SEARCH = {
  height: 32,
  mx: 2,
  mt: 2,
  px: 2,
  gap: 2,
  fontSize: 13,
  color: 'text.secondary',
  border: '1px solid var(--mui-palette-divider)',
  borderRadius: '3px',
  bgcolor: 'background.paper',
  '&:hover': { borderColor: 'control' },
  [RAIL]: { justifyContent: 'center', px: 0, height: 40 },
} as const

function entryStyle(isHere: boolean) {
  return {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: 2,
    height: 32,
    px: 4,
    fontSize: 13,
    textDecoration: 'none',
    fontWeight: isHere ? 600 : 400,
    color: isHere ? 'text.primary' : 'text.secondary',
    bgcolor: isHere ? 'background.paper' : undefined,
    boxShadow: isHere
      ? 'inset 2px 0 var(--mui-palette-primary-main), inset 0 1px var(--mui-palette-divider), inset 0 -1px var(--mui-palette-divider)'
      : 'none',
    '&:hover': { color: 'text.primary' },
    '&:focus-visible': { outlineOffset: -2 },
    [RAIL]: { justifyContent: 'center', px: 0, height: 44 },
  } as const
}
