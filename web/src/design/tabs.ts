/** The ways to the parts of a room, as a ruled line of links; the one that is open is underlined. */
export const TABS = {
  flex: 'none',
  display: 'flex',
  gap: { xs: 4, sm: 5 },
  height: 40,
  px: { xs: 4, sm: 6 },
  overflowX: 'auto',
  borderBottom: '1px solid var(--mui-palette-divider)',
  // A shade at the end while there is more to the side: what covers it moves with the links.
  background: `linear-gradient(to left, var(--mui-palette-background-default) 50%, transparent) right / 32px 100% no-repeat local,
    linear-gradient(to left, var(--mui-palette-divider), transparent) right / 20px 100% no-repeat scroll`,
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

/** For the `ref` of the line: on a phone the tab that is open may stand beside the screen; it is brought to the middle. */
export function showOpenTab(line: HTMLElement | null): void {
  const open = line?.querySelector('[aria-current]')
  if (!line || !open) return
  const [outer, inner] = [line.getBoundingClientRect(), open.getBoundingClientRect()]
  line.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2)
}
