/** Facts on the left, which stay in sight where the columns are wider than the page. */
export const COMPARE_TABLE = {
  borderCollapse: 'separate',
  borderSpacing: 0,
  tableLayout: 'fixed',
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
  fontSize: 13,
  lineHeight: '20px',
  fontFeatureSettings: "'tnum', 'zero'",
  '& th, & td': {
    px: 3,
    py: '9px',
    verticalAlign: 'top',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    borderBottom: '1px solid var(--mui-palette-divider)',
    borderLeft: '1px solid var(--mui-palette-divider)',
  },
  '& thead th': { fontWeight: 600, fontSize: 14 },
  '& th:first-of-type': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    width: { xs: 112, sm: 176 },
    pl: { xs: 4, sm: 6 },
    bgcolor: 'background.paper',
    borderLeft: 0,
    fontSize: 12,
    fontWeight: 400,
    color: 'text.secondary',
  },
} as const

const COLUMN_MIN = 184
const FACT_COLUMN = 144

/** Two share the page, six are as wide as they need. */
export function widthOf(columns: number): { width: string; minWidth: number } {
  return {
    width: columns < 4 ? `min(100%, ${FACT_COLUMN + columns * 400}px)` : '100%',
    minWidth: FACT_COLUMN + columns * COLUMN_MIN,
  }
}
