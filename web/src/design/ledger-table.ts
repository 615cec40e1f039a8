/**
 * A table of few rows: ruled, every cell at its top, for cells may hold several lines. On phones a row is a block: its
 * name with the button beside it, and below them the rest over the whole width.
 */
export const LEDGER_TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  bgcolor: 'background.paper',
  '& td': { fontSize: 13, lineHeight: '20px', verticalAlign: 'top', overflowWrap: 'anywhere' },
  '& thead': {
    position: { xs: 'absolute', sm: 'static' },
    clipPath: { xs: 'inset(50%)', sm: 'none' },
  },
  '& tr': {
    display: { xs: 'grid', sm: 'table-row' },
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: 2,
    px: { xs: 4 },
    py: { xs: '9px' },
    borderBottom: { xs: '1px solid var(--mui-palette-divider)', sm: 0 },
  },
  '& th, & td': {
    px: { xs: 0, sm: 2 },
    py: { xs: 0, sm: '9px' },
    borderBottom: { sm: '1px solid var(--mui-palette-divider)' },
  },
  '& th': { py: 0, height: 32, fontSize: 11, fontWeight: 500, color: 'text.secondary', textAlign: 'left' },
  '& td:nth-of-type(2)': { gridColumn: '1 / -1' },
  '& th:first-of-type, & td:first-of-type': { pl: { xs: 0, sm: 6 } },
  '& th:last-of-type, & td:last-of-type': { pr: { xs: 0, sm: 6 } },
} as const

/** A column that phones have no room for. */
export const WIDE_ONLY = { display: { xs: 'none', sm: 'table-cell' }, whiteSpace: 'nowrap' } as const
/** The cell of a row's button: the words of the button stand on the line of the row and end at its edge. */
export const BUTTON_CELL = {
  gridRow: 1,
  '&&': { gridColumn: 2 },
  width: { sm: '1%' },
  textAlign: 'right',
  whiteSpace: 'nowrap',
  '& button': { my: '-6px', mr: -2, '@media (pointer: coarse)': { my: '-12px' } },
} as const
export const SECOND_LINE = { fontSize: 12, lineHeight: '16px', color: 'text.secondary' } as const
