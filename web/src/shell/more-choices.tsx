import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { Icon } from '../design/icon.tsx'
import { MENU_RULE } from './menu-choice.tsx'
import { isInRoom, type ROOMS } from './rooms.ts'

/** What opens at "More". */
export function MoreChoices(given: {
  anchor: HTMLElement | null
  rooms: readonly (typeof ROOMS)[number][]
  onClose: () => void
  onSearch: () => void
}) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const leave = (act: () => void) => () => {
    given.onClose()
    act()
  }
  return (
    <Menu
      open={given.anchor !== null}
      anchorEl={given.anchor}
      onClose={given.onClose}
      anchorOrigin={{ vertical: 'top', horizontal: 'right' }}
      transformOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      slotProps={{ list: { 'aria-label': t('nav.moreRooms') } }}
    >
      {given.rooms.map(({ key, path, icon }) => (
        <MenuItem key={key} selected={isInRoom(path, pathname)} onClick={leave(() => void navigate(path))}>
          <Icon name={icon} />
          {t(`rooms.${key}`)}
        </MenuItem>
      ))}
      <MenuItem onClick={leave(given.onSearch)} sx={MENU_RULE}>
        <Icon name="search" />
        {t('nav.search')}
      </MenuItem>
    </Menu>
  )
}
