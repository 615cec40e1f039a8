import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { Link } from 'react-router'
import { formatCount } from './format.ts'

export interface Kpi {
  label: string
  /** Undefined while it is read; null where it could not be, and then `reason` says why. */
  value: string | number | null | undefined
  reason?: string | undefined
  /** How it is computed, in words, to stand below it. */
  formula?: string | undefined
  /** Where its parts come from. */
  marks?: React.ReactNode
  /** The rows behind the figure. */
  to: string
}

/** One ruled row of figures. Each is dotted-underlined, because it leads to the rows that it counts. */
export function KpiStrip({ label, items }: { label: string; items: Kpi[] }) {
  const count = items.length
  const columns = columnsFor(items)
  return (
    <Box
      component="dl"
      aria-label={label}
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: {
          xs: `repeat(${columns.xs}, minmax(0, 1fr))`,
          sm: `repeat(${columns.sm}, minmax(0, 1fr))`,
          lg: `repeat(${columns.lg}, minmax(0, 1fr))`,
        },
        bgcolor: 'background.paper',
        borderBottom: '1px solid var(--mui-palette-divider)',
        gap: '1px',
        backgroundColor: 'divider',
      }}
    >
      {items.map((item) => (
        <Box
          key={item.label}
          sx={{
            display: 'flex',
            flexDirection: 'column-reverse',
            justifyContent: 'flex-end',
            px: { xs: 4, sm: 6 },
            py: 4,
            bgcolor: 'background.paper',
            '&:last-of-type': {
              gridColumn: {
                xs: lastSpan(count, columns.xs),
                sm: lastSpan(count, columns.sm),
                lg: lastSpan(count, columns.lg),
              },
            },
          }}
        >
          <Box
            component="dd"
            sx={{
              m: 0,
              fontSize: 28,
              lineHeight: '36px',
              fontWeight: 500,
              letterSpacing: '-0.015em',
              overflowWrap: 'anywhere',
              fontVariantNumeric: 'tabular-nums',
            }}
          >
            <Figure item={item} />
            <Beside item={item} />
          </Box>
          <Box component="dt" sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary', mb: 0.5 }}>
            {item.label}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

/** Money of millions is wider than half of a phone, and a figure is never cut. */
function columnsFor(items: Kpi[]) {
  const isLong = items.some(({ value }) => typeof value === 'string' && value.length > LENGTH_MAX)
  return isLong ? { xs: 1, sm: 2, lg: Math.min(items.length, 4) } : { xs: 2, sm: 3, lg: items.length }
}

/** As many characters of a figure as half of a phone is wide. */
const LENGTH_MAX = 9

/** The last figure takes what is left of its row, so that none ends in a hole. */
function lastSpan(count: number, columns: number): string {
  const over = count % columns
  return over === 0 ? 'auto' : `span ${columns - over + 1}`
}

function Figure({ item: { value, reason, to } }: { item: Kpi }) {
  if (value === undefined) return <Skeleton width={56} height={28} sx={{ my: '4px' }} />
  if (value === null) {
    return (
      <>
        —<Box sx={BESIDE}>{reason}</Box>
      </>
    )
  }
  return (
    <Box component={Link} to={to} sx={DRILL}>
      {typeof value === 'number' ? formatCount(value) : value}
    </Box>
  )
}

/** The formula and the provenance, below the figure. */
function Beside({ item: { formula, marks, value } }: { item: Kpi }) {
  if (value === null || (formula === undefined && marks === undefined)) return null
  return (
    <Box sx={BESIDE}>
      {formula}
      {marks && <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>{marks}</Box>}
    </Box>
  )
}

const BESIDE = {
  fontSize: 11,
  lineHeight: '16px',
  letterSpacing: 0,
  fontWeight: 400,
  color: 'text.secondary',
  textWrap: 'pretty',
} as const

/** The sign that a number opens its rows. */
export const DRILL = {
  color: 'inherit',
  textDecoration: 'underline',
  textDecorationStyle: 'dotted',
  textDecorationThickness: '1px',
  textUnderlineOffset: '0.22em',
  textDecorationColor: 'var(--mui-palette-control)',
  '&:hover': { textDecorationColor: 'currentColor', color: 'primary.main' },
} as const
