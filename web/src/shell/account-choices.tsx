import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { LANGUAGES } from '#kernel/languages.ts'
import type { Output } from '../api.ts'
import { Icon } from '../design/icon.tsx'
import { useChoose } from '../preferences/use-choose.ts'
import { MENU_RULE, MenuChoice } from './menu-choice.tsx'
import type { Overlay } from './overlay.ts'
import { THEMES } from './themes.ts'
import { useSignOut } from './use-sign-out.ts'

/** What opens at the name of whoever is signed in. */
export function AccountChoices(given: {
  me: Output<'identity.get-me'>
  anchor: HTMLElement | null
  onClose: () => void
  onOpen: (overlay: Overlay) => void
}) {
  const { t, i18n } = useTranslation()
  const { preferences } = given.me
  const choose = useChoose()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const leave = (act: () => void) => () => {
    given.onClose()
    act()
  }
  return (
    <Menu
      open={given.anchor !== null}
      anchorEl={given.anchor}
      onClose={given.onClose}
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
  )
}
