import Box from '@mui/material/Box'
import { useMemo } from 'react'
import { encode } from 'uqr'

/** Modules of white around it: readers need four to find its edge (ISO/IEC 18004, section 9.1). */
const QUIET = 4
/** A whole number: modules of uneven width are what readers stumble over. */
const MODULE_PX = 3

/** Always black on white, in the dark as well: many readers do not take the inverse. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, width } = useMemo(() => drawn(text), [text])
  return (
    <Box
      component="svg"
      aria-label={label}
      viewBox={`0 0 ${width} ${width}`}
      shapeRendering="crispEdges"
      sx={{ width: width * MODULE_PX, height: width * MODULE_PX, display: 'block', flex: 'none' }}
    >
      <path fill="#FFFFFF" d={`M0 0h${width}v${width}H0z`} />
      <path fill="#000000" d={path} />
    </Box>
  )
}

/** One path with a square per black module. */
function drawn(text: string): { path: string; width: number } {
  const { data, size } = encode(text, { ecc: 'L', border: QUIET })
  const squares = data.flatMap((row, y) => row.flatMap((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : [])))
  return { path: squares.join(''), width: size }
}
