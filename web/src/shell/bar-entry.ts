/** How an entry of the bottom bar looks: the room one is in carries the rule. */
export function barEntry(isHere: boolean) {
  return {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 0.5,
    height: 56,
    fontSize: 11,
    lineHeight: '14px',
    textDecoration: 'none',
    fontWeight: isHere ? 600 : 400,
    color: isHere ? 'primary.main' : 'text.secondary',
    boxShadow: isHere ? 'inset 0 2px var(--mui-palette-primary-main)' : 'none',
    '&:focus-visible': { outlineOffset: -2 },
  } as const
}
