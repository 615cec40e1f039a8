import Box from '@mui/material/Box'

const [WIDTH, HEIGHT, EDGE] = [96, 20, 2]

/** A line over the periods, broken where nothing is known. Decoration: the table beside it says the same. */
export function Sparkline(given: {
  values: (string | null)[]
  /** Where several are to be compared; its own lowest and highest otherwise. */
  scale?: { low: number; high: number }
}) {
  const { values, scale } = given
  const numbers = values.map((value) => (value === null ? null : Number(value)))
  const known = numbers.filter((one) => one !== null)
  if (known.length < 2) return null
  const { low, high } = scale ?? { low: Math.min(...known), high: Math.max(...known) }
  const x = (at: number) => EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(numbers.length - 1, 1)
  const y = (one: number) =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((one - low) * (HEIGHT - 2 * EDGE)) / (high - low)
  const path = numbers
    .map((one, at) => {
      if (one === null) return ''
      const isBegun = at > 0 && numbers[at - 1] !== null
      return `${isBegun ? 'L' : 'M'}${x(at).toFixed(1)} ${y(one).toFixed(1)}${isBegun ? '' : 'h0'}`
    })
    .join('')
  return (
    <Box
      component="svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      sx={{ width: WIDTH, height: HEIGHT, color: 'series.1' }}
    >
      <path d={path} />
    </Box>
  )
}
