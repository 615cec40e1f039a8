import Box from '@mui/material/Box'
import { formatAmount } from '../../design/format.ts'
import type { LedgerColumn } from '../../design/ledger-rows.tsx'

/** A ruled table that stays one on phones too, where LedgerRows turns rows into blocks: two sides of figures are read down. */
export function FigureRows(given: { label: string; columns: LedgerColumn[]; children: React.ReactNode }) {
  const { label, columns, children } = given
  return (
    <Box component="table" aria-label={label} sx={TABLE}>
      <thead>
        <tr>
          {columns.map(({ key, title, isNumber = false }) => (
            <Box component="th" scope="col" key={key} sx={isNumber ? NUMBER : undefined}>
              {title}
            </Box>
          ))}
        </tr>
      </thead>
      {children}
    </Box>
  )
}

/** A side of a line or of a balance; the other one stays blank, as in any book. */
export function Side({ amount, currency }: { amount: string | null; currency: string }) {
  return (
    <Box component="td" sx={NUMBER}>
      {amount === null ? '' : formatAmount(amount, currency)}
    </Box>
  )
}

/** Right-aligned, its digits below one another. */
export const NUMBER = {
  '&&': { textAlign: 'right' },
  whiteSpace: 'nowrap',
  fontFeatureSettings: "'tnum', 'zero'",
} as const

const TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  bgcolor: 'background.paper',
  '& th, & td': {
    px: { xs: 1, sm: 2 },
    py: '9px',
    fontSize: 13,
    lineHeight: '20px',
    fontWeight: 400,
    textAlign: 'left',
    verticalAlign: 'top',
    borderBottom: '1px solid var(--mui-palette-divider)',
  },
  '& td:first-of-type': { overflowWrap: 'anywhere' },
  '& thead th': {
    py: 0,
    height: 32,
    verticalAlign: 'middle',
    fontSize: 11,
    fontWeight: 500,
    color: 'text.secondary',
  },
  '& th[scope=rowgroup]': { pt: 5, pb: 1, fontWeight: 600 },
  '& tfoot td': { fontWeight: 600 },
  '& th:first-of-type, & td:first-of-type': { pl: { xs: 4, sm: 6 } },
  '& th:last-of-type, & td:last-of-type': { pr: { xs: 4, sm: 6 } },
} as const

/** In a panel its edges are those of the facts above. */
export const IN_PANEL = {
  '& table :is(th, td):first-of-type': { pl: 5 },
  '& table :is(th, td):last-of-type': { pr: 5 },
} as const
