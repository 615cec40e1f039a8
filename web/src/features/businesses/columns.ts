/** The ruled columns of the list. Container queries drop what has no room when a business is open beside it. */
export const COLUMNS = {
  display: 'grid',
  gridTemplateColumns: '16px minmax(200px, 2.4fr) 128px minmax(120px, 1.1fr) minmax(112px, 1fr) 88px',
  columnGap: 4,
  alignItems: 'center',
  px: { xs: 4, sm: 6 },
  borderBottom: '1px solid var(--mui-palette-divider)',
  '@container (max-width: 800px)': {
    gridTemplateColumns: '16px minmax(160px, 2fr) 128px minmax(120px, 1fr) 88px',
    '& > :nth-of-type(5)': { display: 'none' },
  },
} as const

export const CLIPPED = {
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const
