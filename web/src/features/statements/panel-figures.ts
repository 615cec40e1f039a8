/** A small ruled table inside a side panel. */
export const PANEL_FIGURES = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  lineHeight: '20px',
  '& th, & td': {
    py: '5px',
    '@media (pointer: coarse)': { py: '11px' },
    px: 1,
    textAlign: 'right',
    fontWeight: 400,
    borderBottom: '1px solid var(--mui-palette-divider)',
  },
  '& thead th': { fontSize: 11, lineHeight: '16px', fontWeight: 500, color: 'text.secondary' },
  '& th:first-of-type': { pl: 5, textAlign: 'left' },
  '& td:last-of-type, & thead th:last-of-type': { pr: 5 },
  '& tbody tr:last-of-type': { fontWeight: 600, '& th, & td': { fontWeight: 600 } },
} as const
