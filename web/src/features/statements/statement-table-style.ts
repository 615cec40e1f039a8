import type { StatementRow } from './statement-words.ts'

/** Words on the left, which stay in sight where the columns are wider than the page. */
export const STATEMENT_TABLE = {
  width: '100%',
  borderRight: '1px solid var(--mui-palette-divider)',
  borderCollapse: 'separate',
  borderSpacing: 0,
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
  fontSize: 13,
  lineHeight: '20px',
  fontFeatureSettings: "'tnum', 'zero'",
  '& th, & td': {
    px: { xs: 2, sm: 3 },
    py: '5px',
    '@media (pointer: coarse)': { py: '11px' },
    textAlign: 'right',
    verticalAlign: 'top',
    whiteSpace: 'nowrap',
    borderBottom: '1px solid var(--mui-palette-divider)',
  },
  '& th[scope=row], & thead th:first-of-type': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    width: '100%',
    minWidth: { xs: 152, sm: 240 },
    pl: { xs: 4, sm: 6 },
    textAlign: 'left',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    bgcolor: 'background.paper',
    fontWeight: 'inherit',
  },
  '& thead th': {
    fontSize: 11,
    lineHeight: '16px',
    fontWeight: 500,
    fontFeatureSettings: 'normal',
    verticalAlign: 'bottom',
    color: 'text.secondary',
  },
  '& td:last-of-type, & thead th:last-of-type': { pr: { xs: 4, sm: 6 } },
} as const

/** A section opens with room above it; a total closes with a rule above, and the last one with two below. */
export function rowStyle(kind: StatementRow['kind'], { isLast }: { isLast: boolean }) {
  const strong = { fontWeight: 600 }
  if (kind === 'section') return { ...strong, '& th, & td': { pt: '17px' } }
  if (kind !== 'total') return { fontWeight: 400 }
  return {
    ...strong,
    '& th, & td': {
      borderTop: `1px solid var(--mui-palette-${isLast ? 'text-primary' : 'control'})`,
      ...(isLast && { borderBottom: '3px double var(--mui-palette-text-primary)' }),
    },
  }
}

const INDENTS = [
  { xs: 4, sm: 6 },
  { xs: 6, sm: 10 },
  { xs: 9, sm: 14 },
]

export function indentOf(depth: number) {
  return { '&&&': { pl: INDENTS[depth] ?? INDENTS[0] } }
}

export const FOLD = {
  justifyContent: 'flex-start',
  alignItems: 'baseline',
  gap: 1,
  font: 'inherit',
  textAlign: 'left',
  '& svg': { position: 'relative', top: 1, color: 'text.secondary' },
  '&[aria-expanded=true] svg': { transform: 'rotate(90deg)' },
  '&:hover': { color: 'primary.main' },
} as const

const WORDS_WIDTH = 440
const COLUMN_WIDTH = 140

/** No wider than that a figure and its words are read as one line. */
export function widthFor(columns: number): { maxWidth: number } {
  return { maxWidth: WORDS_WIDTH + columns * COLUMN_WIDTH }
}
