import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { LEDGER_TABLE, WIDE_ONLY } from './ledger-table.ts'

export interface LedgerColumn {
  key: string
  title: string
  isWideOnly?: boolean
  /** Numbers end at one edge, and so does what stands above them. */
  isNumber?: boolean
}

/** The frame of a ruled table; `children` are its rows, and until they are there it holds their place. */
export function LedgerRows(given: { label: string; columns: LedgerColumn[]; children: React.ReactNode }) {
  const { label, columns, children } = given
  return (
    <Box component="table" aria-label={label} sx={LEDGER_TABLE}>
      <thead>
        <tr>
          {columns.map(({ key, title, isWideOnly = false, isNumber = false }) => (
            <Box
              component="th"
              scope="col"
              key={key}
              sx={{ ...(isWideOnly && WIDE_ONLY), ...(isNumber && { '&&': { textAlign: 'right' } }) }}
            >
              {title}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {children ?? (
          <tr>
            <td colSpan={columns.length}>
              <Skeleton height={12} width="40%" sx={{ my: 1 }} />
            </td>
          </tr>
        )}
      </tbody>
    </Box>
  )
}
