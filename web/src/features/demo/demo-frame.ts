/** The room that the banner takes, also before it is there. */
export const DEMO_BANNER = {
  gridArea: 'banner',
  px: { xs: 4, sm: 6 },
  fontSize: 13,
  lineHeight: '20px',
  borderBottom: '1px solid var(--mui-palette-divider)',
  borderLeft: '2px solid var(--mui-palette-warning-main)',
  bgcolor: 'background.paper',
} as const
export const DEMO_LINE = {
  minHeight: 40,
  py: 1,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 3,
  rowGap: 1,
} as const
