import { scaleOf, spread } from './scale-of.ts'
import type { ChartPoint, ChartSeries } from './series-of.ts'

export const HEIGHT = 280
export const TOP = 12
export const BOTTOM = 28
/** For the names at the ends of the lines. */
export const LABELS = 136
export const LEFT = 72
/** As wide as a thumb needs it at least. */
const BAND_MIN = 28

/** The second cue beside the colour: how the line is broken, and the sign before its name. */
const DASHES = ['none', '6 3', '1.5 4', '9 3 2 3', '4 2', '12 4', '2 2']
const MARKS = ['●', '▲', '■', '◆', '○', '△', '□']
const COLOURS = [1, 2, 3, 4, 5, 6].map((at) => `series.${at}`)
const OTHER = 'text.secondary'

/** Where everything stands, in a frame as wide as its periods need; the page may stretch it. */
export function drawnOf(given: {
  periods: string[]
  series: ChartSeries[]
  compared: ChartPoint[] | undefined
  kind: 'line' | 'bar'
}) {
  const { periods, series, compared } = given
  const count = Math.max(1, periods.length)
  const width = count * BAND_MIN
  const band = BAND_MIN
  const numbers = [...series.map(({ points }) => points), compared ?? []].flatMap((points) =>
    points.flatMap(({ figure }) => (figure === null ? [] : [Number(figure)])),
  )
  const scale = scaleOf(numbers)
  const y = (value: number) =>
    HEIGHT - BOTTOM - ((value - scale.low) / (scale.high - scale.low)) * (HEIGHT - TOP - BOTTOM)
  const x = (at: number) => (at + 0.5) * band
  const ends = [...series.map(lastOf), ...(compared ? [lastOf({ points: compared })] : [])].map((value) =>
    y(Number(value ?? 0)),
  )
  const colours = series.map(({ key }, at) => (key === 'other' ? OTHER : (COLOURS[at] ?? OTHER)))
  const share = (px: number) => `calc(${LEFT}px + (100% - ${LEFT + LABELS}px) * ${px})`
  return {
    width,
    widthMin: width + LEFT + LABELS,
    scale,
    y,
    labels: spread(ends, { gap: 16, low: TOP, high: HEIGHT - BOTTOM }),
    colours,
    strokes: colours.map((name) => `var(--mui-palette-${name.replace('.', '-')})`),
    dashes: series.map((_one, at) => DASHES[at] ?? 'none'),
    marks: series.map((_one, at) => MARKS[at] ?? '●'),
    lines: series.map(({ points }) => pathOf(points, x, y)),
    comparedPath: compared ? pathOf(compared.slice(0, count), x, y) : undefined,
    bars: given.kind === 'bar' ? barsOf(series, { x, y, band }) : [],
    share: (at: number) => share(at / count),
    bandShare: `calc((100% - ${LEFT + LABELS}px) / ${count})`,
    /** Every period has its name on its link; on the page only as many as do not lie on each other. */
    isNamed: (at: number) => ({
      narrow: (count - 1 - at) % 3 === 0,
      wide: (count - 1 - at) % Math.ceil(count / 12) === 0,
    }),
  }
}
export type Drawn = ReturnType<typeof drawnOf>

/** Broken where nothing is known; a value alone is a dot. */
function pathOf(
  points: readonly ChartPoint[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  return points
    .map(({ figure }, at) => {
      if (figure === null) return ''
      const isBegun = at > 0 && points[at - 1]?.figure !== null
      return `${isBegun ? 'L' : 'M'}${x(at).toFixed(1)} ${y(Number(figure)).toFixed(1)}${isBegun ? '' : 'h0'}`
    })
    .join('')
}

function barsOf(
  series: readonly ChartSeries[],
  { x, y, band }: { x: (at: number) => number; y: (value: number) => number; band: number },
) {
  const wide = (band * 0.8) / Math.max(1, series.length)
  return series.flatMap(({ points }, one) =>
    points.flatMap(({ figure }, at) => {
      if (figure === null) return []
      const [zero, top] = [y(0), y(Number(figure))]
      const from = x(at) - band * 0.4 + one * wide
      return [
        {
          series: one,
          x: from,
          y: Math.min(zero, top),
          width: Math.max(1, wide - 1),
          height: Math.max(0.5, Math.abs(zero - top)),
        },
      ]
    }),
  )
}

function lastOf({ points }: Pick<ChartSeries, 'points'>): string | null {
  return points.findLast(({ figure }) => figure !== null)?.figure ?? null
}
