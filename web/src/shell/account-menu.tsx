import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Output } from '../api.ts'
import { ActorMark } from '../design/actor-mark.tsx'
import { Icon } from '../design/icon.tsx'
import { RAIL_BELOW } from '../design/theme.ts'
import { LANGUAGES } from '#kernel/languages.ts'
import { useChoose } from '../preferences/use-choose.ts'
import { barEntry } from './bar-entry.ts'
import { MENU_RULE, MenuChoice } from './menu-choice.tsx'
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
  const { t, i18n } = useTranslation()
  const { preferences } = given.me
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const choose = useChoose()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const leave = (act: () => void) => () => {
    setAnchor(null)
    act()
  }
  return (
    <>
      <AccountButton {...given} isOpen={anchor !== null} onOpen={setAnchor} />
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ list: { 'aria-label': t('nav.account') } }}
      >
        {THEMES.map(({ mode, icon }) => (
          <MenuChoice
            key={mode}
            icon={icon}
            label={t(`theme.${mode}`)}
            isChosen={(preferences?.theme ?? 'system') === mode}
            onChoose={leave(() => void choose({ theme: mode }))}
          />
        ))}
        {LANGUAGES.map((language, at) => (
          <MenuChoice
            key={language}
            icon="language"
            label={t(`preferences.languages.${language}`)}
            isChosen={i18n.language === language}
            isRuled={at === 0}
            onChoose={leave(() => void choose({ language }))}
          />
        ))}
        <MenuItem onClick={leave(() => void navigate('/settings/you'))} sx={MENU_RULE}>
          <Icon name="settings" />
          {t('preferences.yours')}
        </MenuItem>
        <MenuItem onClick={leave(() => given.onOpen('api'))}>
          <Icon name="reference" />
          {t('apiView.open')}
        </MenuItem>
        <MenuItem onClick={leave(() => given.onOpen('shortcuts'))}>
          <Icon name="keyboard" />
          {t('nav.shortcuts')}
        </MenuItem>
        <MenuItem onClick={leave(() => void signOut())} sx={MENU_RULE}>
          <Icon name="signOut" />
          {t('nav.signOut')}
        </MenuItem>
      </Menu>
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
