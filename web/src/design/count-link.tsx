import Box from '@mui/material/Box'
import { Link } from 'react-router'
import { formatCount } from './format.ts'
import { DRILL } from './kpi-strip.tsx'

/** A count that opens its rows. A zero opens nothing: there are none behind it. */
export function CountLink({ count, to, label }: { count: number; to: string; label?: string }) {
  if (count === 0) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        0
      </Box>
    )
  }
  return (
    <Box
      component={Link}
      to={to}
      aria-label={label}
      sx={{ ...DRILL, lineHeight: { xs: '28px', sm: 'inherit' } }}
    >
      {formatCount(count)}
    </Box>
  )
}
