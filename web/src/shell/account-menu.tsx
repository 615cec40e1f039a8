import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../api.ts'
import { ActorMark } from '../design/actor-mark.tsx'
import { RAIL_BELOW } from '../design/theme.ts'
import { barEntry } from './bar-entry.ts'
import { later } from './later.ts'
import { OverlayWall } from './overlay-wall.tsx'
import type { Overlay } from './overlay.ts'

const AccountChoices = later([], async () => (await import('./account-choices.tsx')).AccountChoices)

const RAIL = `@media (max-width: ${RAIL_BELOW - 0.02}px)`

/** Who is signed in, and what is theirs to set. */
export function AccountMenu(given: {
  me: Output<'identity.get-me'>
  onOpen: (overlay: Overlay) => void
  look: 'side' | 'bar'
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <AccountButton {...given} isOpen={anchor !== null} onOpen={setAnchor} />
      <OverlayWall isOpen={anchor !== null} onClose={() => setAnchor(null)}>
        <AccountChoices {...given} anchor={anchor} onClose={() => setAnchor(null)} />
      </OverlayWall>
    </>
  )
}

function AccountButton(given: {
  me: Output<'identity.get-me'>
  look: 'side' | 'bar'
  isOpen: boolean
  onOpen: (anchor: HTMLElement) => void
}) {
  const { t } = useTranslation()
  const { name, kind } = given.me.actor
  const isBar = given.look === 'bar'
  return (
    <ButtonBase
      aria-label={isBar ? undefined : t('nav.accountNamed', { name })}
      aria-haspopup="menu"
      aria-expanded={given.isOpen}
      onClick={(event) => given.onOpen(event.currentTarget)}
      sx={isBar ? barEntry(false) : SIDE_BUTTON}
    >
      <ActorMark name={name} isPerson={kind === 'person'} size={isBar ? 22 : 24} />
      {isBar ? (
        t('nav.accountShort')
      ) : (
        <Box component="span" sx={NAME}>
          {name}
        </Box>
      )}
    </ButtonBase>
  )
}

const SIDE_BUTTON = {
  flex: 'none',
  height: 48,
  px: 4,
  gap: 2,
  justifyContent: 'flex-start',
  fontSize: 13,
  borderTop: '1px solid var(--mui-palette-divider)',
  '&:hover': { bgcolor: 'background.paper' },
  '&:focus-visible': { outlineOffset: -2 },
  [RAIL]: { px: 0, justifyContent: 'center' },
} as const

const NAME = {
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  [RAIL]: { display: 'none' },
} as const
