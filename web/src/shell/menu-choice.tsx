import Box from '@mui/material/Box'
import MenuItem, { type MenuItemProps } from '@mui/material/MenuItem'
import { Icon, type IconName } from '../design/icon.tsx'

/** The first line of a part of the menu. */
export const MENU_RULE = { borderTop: '1px solid var(--mui-palette-divider)' } as const

/** One of several in a menu, of which one holds. MUI hands its lines focus and keys: they go through to the item. */
export function MenuChoice(
  given: Omit<MenuItemProps, 'role' | 'aria-checked' | 'onClick'> & {
    icon: IconName
    label: string
    isChosen: boolean
    isRuled?: boolean
    onChoose: () => void
  },
) {
  const { icon, label, isChosen, isRuled = false, onChoose, ...handed } = given
  return (
    <MenuItem
      {...handed}
      role="menuitemradio"
      aria-checked={isChosen}
      onClick={onChoose}
      {...(isRuled && { sx: MENU_RULE })}
    >
      <Icon name={icon} />
      <Box component="span" sx={{ flex: 1 }}>
        {label}
      </Box>
      {isChosen && <Icon name="check" />}
    </MenuItem>
  )
}
