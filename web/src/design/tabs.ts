/** The ways to the parts of a room, as a ruled line of links; the one that is open is underlined. */
export const TABS = {
  flex: 'none',
  display: 'flex',
  gap: { xs: 4, sm: 5 },
  height: 40,
  px: { xs: 4, sm: 6 },
  overflowX: 'auto',
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const

export const TAB = {
  display: 'flex',
  flex: 'none',
  alignItems: 'center',
  fontSize: 13,
  textDecoration: 'none',
  color: 'text.secondary',
  '&:hover': { color: 'text.primary' },
  '&:focus-visible': { outlineOffset: -2 },
  '&[aria-current]': {
    color: 'text.primary',
    fontWeight: 600,
    boxShadow: 'inset 0 -2px var(--mui-palette-primary-main)',
  },
} as const

/** A way to somewhere else, at the other end of the line. */
export const TAB_AWAY = { ...TAB, ml: 'auto' } as const
