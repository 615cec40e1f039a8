import ButtonBase from '@mui/material/ButtonBase'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { Icon } from '../design/icon.tsx'
import { barEntry } from './bar-entry.ts'
import { MENU_RULE } from './menu-choice.tsx'
import { isInRoom } from './rooms.ts'
import { useRooms } from './use-rooms.ts'

/** On a phone the way to all rooms that the bar has no place for, and to the search. */
export function MoreRooms({ inReach, onSearch }: { inReach: readonly string[]; onSearch: () => void }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const rooms = useRooms().filter(({ key }) => !inReach.includes(key))
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const leave = (act: () => void) => () => {
    setAnchor(null)
    act()
  }
  const isHere = rooms.some(({ path }) => isInRoom(path, pathname))
  return (
    <>
      <ButtonBase
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={barEntry(isHere)}
      >
        <Icon name="more" size={20} />
        {t('nav.more')}
      </ButtonBase>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'right' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        slotProps={{ list: { 'aria-label': t('nav.moreRooms') } }}
      >
        {rooms.map(({ key, path, icon }) => (
          <MenuItem key={key} selected={isInRoom(path, pathname)} onClick={leave(() => void navigate(path))}>
            <Icon name={icon} />
            {t(`rooms.${key}`)}
          </MenuItem>
        ))}
        <MenuItem onClick={leave(onSearch)} sx={MENU_RULE}>
          <Icon name="search" />
          {t('nav.search')}
        </MenuItem>
      </Menu>
    </>
  )
}
