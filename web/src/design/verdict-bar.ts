/** At the foot of what is checked before it is done: what would happen, and the button that does it. */
export const VERDICT_BAR = {
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 3,
  minHeight: 64,
  px: { xs: 4, sm: 6 },
  py: 3,
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
} as const
