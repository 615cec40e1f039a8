import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useColorScheme } from '@mui/material/styles'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../api.ts'
import { ActorMark } from '../design/actor-mark.tsx'
import { Icon } from '../design/icon.tsx'
import { RAIL_BELOW } from '../design/theme.ts'
import { barEntry } from './bar-entry.ts'
import type { Overlay } from './overlay.ts'
import { THEMES } from './themes.ts'
import { useSignOut } from './use-sign-out.ts'

const RAIL = `@media (max-width: ${RAIL_BELOW - 0.02}px)`

/** Who is signed in, and what is theirs to set. */
export function AccountMenu(given: {
  me: Output<'identity.get-me'>
  onOpen: (overlay: Overlay) => void
  look: 'side' | 'bar'
}) {
  const { t } = useTranslation()
  const { actor } = given.me
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { mode, setMode } = useColorScheme()
  const signOut = useSignOut()
  const isPerson = actor.kind === 'person'
  const leave = (act: () => void) => () => {
    setAnchor(null)
    act()
  }
  return (
    <>
      <ButtonBase
        aria-label={given.look === 'bar' ? undefined : t('nav.accountNamed', { name: actor.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={given.look === 'bar' ? barEntry(false) : SIDE_BUTTON}
      >
        <ActorMark name={actor.name} isPerson={isPerson} size={given.look === 'bar' ? 22 : 24} />
        {given.look === 'bar' ? (
          t('nav.accountShort')
        ) : (
          <Box component="span" sx={NAME}>
            {actor.name}
          </Box>
        )}
      </ButtonBase>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ list: { 'aria-label': t('nav.account') } }}
      >
        {THEMES.map((theme) => (
          <MenuItem
            key={theme.mode}
            role="menuitemradio"
            aria-checked={mode === theme.mode}
            onClick={leave(() => setMode(theme.mode))}
          >
            <Icon name={theme.icon} />
            <Box component="span" sx={{ flex: 1 }}>
              {t(`theme.${theme.mode}`)}
            </Box>
            {mode === theme.mode && <Icon name="check" />}
          </MenuItem>
        ))}
        <MenuItem onClick={leave(() => given.onOpen('shortcuts'))} sx={RULED}>
          <Icon name="keyboard" />
          {t('nav.shortcuts')}
        </MenuItem>
        <MenuItem onClick={leave(() => void signOut())} sx={RULED}>
          <Icon name="signOut" />
          {t('nav.signOut')}
        </MenuItem>
      </Menu>
    </>
  )
}

const RULED = { borderTop: '1px solid var(--mui-palette-divider)' } as const

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
