import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFigure, type Measure } from '../kpis/figure.ts'
import { BOTTOM, drawnOf, HEIGHT, LABELS, LEFT, type Drawn } from './drawn-of.ts'
import type { ChartPoint, ChartSeries } from './series-of.ts'

/**
 * The series over the periods. Each period is a link that goes to the values behind the point nearest to the pointer; by
 * keyboard left and right go from period to period, up and down from series to series.
 */
export function RangeChart(given: {
  measure: Measure
  periods: string[]
  series: ChartSeries[]
  compared: ChartPoint[] | undefined
  kind: 'line' | 'bar'
  allOf: (period: string) => string
}) {
  const { t } = useTranslation()
  const { measure, periods, series, kind, allOf } = given
  const figure = useFigure()
  const drawn = drawnOf(given)
  const [at, setAt] = useState<{ period: number; series: number }>()
  const chosen = at && series[at.series]
  const point = at && chosen?.points[at.period]
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box sx={{ position: 'relative' }} style={{ width: '100%', minWidth: drawn.widthMin, height: HEIGHT }}>
        <Box
          component="svg"
          viewBox={`0 0 ${drawn.width} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden
          sx={{ position: 'absolute', top: 0, left: LEFT, height: HEIGHT, overflow: 'visible' }}
          style={{ width: `calc(100% - ${LEFT + LABELS}px)` }}
        >
          <Marks drawn={drawn} chosen={at?.series} kind={kind} />
        </Box>
        <Words {...given} drawn={drawn} />
        {periods.map((period, index) => (
          <PeriodLink
            key={period}
            {...{ period, index, drawn, series, allOf, at, onAt: setAt }}
            label={t('analytics.point', {
              period,
              series: (at?.period === index ? chosen : series[0])?.label ?? '',
              figure: told((at?.period === index ? chosen : series[0])?.points[index]),
            })}
          />
        ))}
      </Box>
      <Box component="output" sx={READOUT}>
        {at && chosen
          ? t(point?.businesses === undefined ? 'analytics.readoutPlain' : 'analytics.readout', {
              period: periods[at.period] ?? '',
              series: chosen.label,
              figure: told(point),
              count: point?.businesses ?? 0,
            })
          : t('analytics.chartHint')}
      </Box>
    </Box>
  )

  function told(one: ChartPoint | undefined): string {
    return one?.figure === undefined || one.figure === null ? t('kpis.unknown') : figure(one.figure, measure)
  }
}

/** What stands beside the drawing: the marks of the axis, and each name at the end of its line. */
function Words(given: {
  measure: Measure
  series: ChartSeries[]
  compared: ChartPoint[] | undefined
  drawn: Drawn
}) {
  const { t } = useTranslation()
  const figure = useFigure()
  const { measure, series, drawn } = given
  return (
    <>
      {drawn.scale.ticks.map((tick) => (
        <Box key={tick} aria-hidden sx={TICK} style={{ top: drawn.y(tick) - 8 }}>
          {figure(String(tick), measure, 'short')}
        </Box>
      ))}
      {series.map(({ key, label }, index) => (
        <Box
          key={key}
          aria-hidden
          sx={LABEL}
          style={{ top: (drawn.labels[index] ?? 0) - 8, width: LABELS - 8 }}
          title={label}
        >
          <Box component="span" sx={{ color: drawn.colours[index] }}>
            {drawn.marks[index]}
          </Box>{' '}
          {label}
        </Box>
      ))}
      {given.compared && (
        <Box
          aria-hidden
          sx={{ ...LABEL, color: 'text.secondary' }}
          style={{ top: (drawn.labels[series.length] ?? 0) - 8, width: LABELS - 8 }}
        >
          ┄ {t('analytics.comparedFigure')}
        </Box>
      )}
    </>
  )
}

function PeriodLink(given: {
  period: string
  index: number
  label: string
  drawn: Drawn
  series: ChartSeries[]
  allOf: (period: string) => string
  at: { period: number; series: number } | undefined
  onAt: (at: { period: number; series: number }) => void
}) {
  const { period, index, label, drawn, series, allOf, at, onAt } = given
  const chosen = at?.period === index ? at.series : 0
  const named = drawn.isNamed(index)
  // Where no list finds exactly the values of a group, the link leads to all of the period.
  const to = series[chosen]?.hrefOf(period) ?? allOf(period)
  const nearest = (event: React.MouseEvent<HTMLElement>) => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top
    const away = series.map(({ points }, one) => {
      const value = points[index]?.figure
      return {
        one,
        by:
          value === undefined || value === null
            ? Number.POSITIVE_INFINITY
            : Math.abs(drawn.y(Number(value)) - y),
      }
    })
    const least = away.toSorted((one, other) => one.by - other.by)[0]
    if (least && (at?.period !== index || at.series !== least.one)) onAt({ period: index, series: least.one })
  }
  const press = (event: React.KeyboardEvent<HTMLElement>) => {
    const links = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('a') ?? [])]
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const up = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step === undefined && up === undefined) return
    event.preventDefault()
    if (step !== undefined) links[index + step]?.focus()
    else onAt({ period: index, series: (chosen + (up ?? 0) + series.length) % series.length })
  }
  return (
    <Box
      component={Link}
      to={to}
      aria-label={label}
      onMouseMove={nearest}
      onFocus={() => at?.period !== index && onAt({ period: index, series: at?.series ?? 0 })}
      onKeyDown={press}
      sx={PERIOD}
      style={{ left: drawn.share(index), width: drawn.bandShare }}
    >
      <Box
        component="span"
        sx={{ display: { xs: named.narrow ? 'inline' : 'none', lg: named.wide ? 'inline' : 'none' } }}
      >
        {period}
      </Box>
    </Box>
  )
}

function Marks({ drawn, chosen, kind }: { drawn: Drawn; chosen: number | undefined; kind: 'line' | 'bar' }) {
  return (
    <>
      {drawn.scale.ticks.map((tick) => (
        <Box
          component="path"
          key={tick}
          d={`M0 ${drawn.y(tick)}H${drawn.width}`}
          vectorEffect="non-scaling-stroke"
          sx={{ stroke: tick === 0 ? 'var(--mui-palette-control)' : 'var(--mui-palette-divider)' }}
        />
      ))}
      {drawn.comparedPath && (
        <Box
          component="path"
          d={drawn.comparedPath}
          sx={{ ...LINE, stroke: 'var(--mui-palette-text-secondary)', strokeDasharray: '2 4' }}
        />
      )}
      {kind === 'line'
        ? drawn.lines.map((path, index) => (
            <Box
              component="path"
              key={`${drawn.marks[index]}`}
              d={path}
              sx={{
                ...LINE,
                stroke: drawn.strokes[index],
                strokeDasharray: drawn.dashes[index],
                strokeWidth: chosen === index ? 3 : 1.75,
              }}
            />
          ))
        : drawn.bars.map(({ series, ...rest }) => (
            <Box
              component="rect"
              key={`${series} ${rest.x}`}
              {...rest}
              vectorEffect="non-scaling-stroke"
              sx={{
                stroke: drawn.strokes[series],
                fill: series % 2 === 0 ? drawn.strokes[series] : 'transparent',
                opacity: chosen === undefined || chosen === series ? 1 : 0.6,
              }}
            />
          ))}
    </>
  )
}

const LINE = {
  fill: 'none',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  vectorEffect: 'non-scaling-stroke',
  strokeWidth: 1.75,
} as const
const TICK = {
  position: 'absolute',
  left: 0,
  width: 64,
  pr: 1,
  fontSize: 11,
  lineHeight: '16px',
  textAlign: 'right',
  color: 'text.secondary',
  fontFeatureSettings: "'tnum'",
} as const
const LABEL = {
  position: 'absolute',
  right: 0,
  fontSize: 12,
  lineHeight: '16px',
  fontWeight: 500,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const
const PERIOD = {
  position: 'absolute',
  top: 0,
  height: HEIGHT,
  color: 'text.secondary',
  textDecoration: 'none',
  fontSize: 11,
  lineHeight: '16px',
  '& > span': {
    position: 'absolute',
    top: HEIGHT - BOTTOM + 6,
    left: '50%',
    transform: 'translateX(-50%)',
    whiteSpace: 'nowrap',
  },
  '&:hover, &:focus-visible': { bgcolor: 'rgb(128 128 160 / 12%)', color: 'text.primary' },
  '&:focus-visible': { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: -2 },
} as const
const READOUT = {
  display: 'block',
  minHeight: 32,
  pt: 2,
  pl: `${LEFT}px`,
  fontSize: 12,
  lineHeight: '16px',
  color: 'text.secondary',
} as const
