import ButtonBase from '@mui/material/ButtonBase'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Icon } from '../design/icon.tsx'
import { barEntry } from './bar-entry.ts'
import { later } from './later.ts'
import { OverlayWall } from './overlay-wall.tsx'
import { isInRoom } from './rooms.ts'
import { useRooms } from './use-rooms.ts'

const MoreChoices = later([], async () => (await import('./more-choices.tsx')).MoreChoices)

/** On a phone the way to all rooms that the bar has no place for, and to the search. */
export function MoreRooms({ inReach, onSearch }: { inReach: readonly string[]; onSearch: () => void }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const rooms = useRooms().filter(({ key }) => !inReach.includes(key))
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
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
      <OverlayWall isOpen={anchor !== null} onClose={close}>
        <MoreChoices anchor={anchor} rooms={rooms} onClose={close} onSearch={onSearch} />
      </OverlayWall>
    </>
  )
}
