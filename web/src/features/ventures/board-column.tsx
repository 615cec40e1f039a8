import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages } from '../../api.ts'
import { CountLink } from '../../design/count-link.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { StageMark } from '../businesses/stage-mark.tsx'
import type { ListedBusiness, Stage } from '../businesses/stages.ts'
import { useMoreInSight } from '../businesses/use-lines.ts'
import { useFigure } from '../kpis/figure.ts'
import { useSameCount } from '../businesses/use-same-count.ts'
import { dragged } from './dragged.ts'
import type { useHeadlineByStage } from './use-headline-by-stage.ts'
import type { Share } from './use-shares.ts'
import { useVentureFilter } from './use-venture-filter.ts'
import { VentureCard } from './venture-card.tsx'

const CARD_HEIGHT = 88
const PAGE_ROWS = 50

interface ColumnProps {
  stage: Stage
  filter: { entityId?: string; categoryId?: string; ownerId?: string }
  count: number | undefined
  headline: ReturnType<typeof useHeadlineByStage>
  shares: ReadonlyMap<string, Share>
  onOpen: (id: string) => void
  /** Left out for whom may not move any. */
  onMove: ((business: ListedBusiness, to: Stage | undefined) => void) | undefined
}

/** One stage: how many stand there and what they told of the headline; below them their cards, of which those in sight exist. */
export function BoardColumn(given: ColumnProps) {
  const { t } = useTranslation()
  const { stage, count, onMove } = given
  const { listOf } = useVentureFilter()
  const drop = useDropOf(stage, onMove)
  return (
    <Box
      component="section"
      data-column={stage}
      aria-label={t('ventures.column', { stage: t(`stage.${stage}`), count: count ?? 0 })}
      {...drop.ears}
      sx={{ ...COLUMN, ...(drop.isOver && OVER) }}
    >
      <Box sx={HEAD}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', fontSize: 13, fontWeight: 600 }}>
          <StageMark stage={stage} />
          {count === undefined ? (
            <Skeleton width={24} height={12} />
          ) : (
            <CountLink count={count} to={listOf({ stage })} />
          )}
        </Box>
        <Headline {...given} />
      </Box>
      <Cards {...given} />
    </Box>
  )
}

/** As many cards as stand there, of which only those in sight exist. */
function Cards({ stage, filter, count, shares, onOpen, onMove }: ColumnProps) {
  const { t } = useTranslation()
  const list = usePages('businesses.list-businesses', {
    stage,
    ...filter,
    sort: 'in-stage',
    limit: PAGE_ROWS,
  })
  const frame = useRef<HTMLDivElement>(null)
  const total = list.total ?? 0
  const virtual = useVirtualizer({
    count: total,
    estimateSize: () => CARD_HEIGHT,
    overscan: 6,
    getScrollElement: () => frame.current,
  })
  useEffect(() => virtual.measure(), [total, virtual])
  const shown = virtual.getVirtualItems()
  useMoreInSight(list, shown.at(-1)?.index ?? 0)
  useSameCount(count, list)
  if (list.problem) {
    return (
      <Box sx={{ p: 3 }}>
        <ProblemNotice problem={list.problem} onRetry={list.again} />
      </Box>
    )
  }
  return (
    <Box ref={frame} sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }} aria-busy={!list.rows}>
      {list.rows?.length === 0 && <Box sx={NOBODY}>{t('ventures.nobody')}</Box>}
      <Box component="ul" sx={CARDS} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const business = list.rows?.[index]
          return (
            <Box
              component="li"
              key={business?.id ?? index}
              sx={{ position: 'absolute', insetInline: 0, top: 0 }}
              style={{ height: CARD_HEIGHT, transform: `translateY(${start}px)` }}
            >
              {business ? (
                <VentureCard
                  business={business}
                  place={index}
                  share={shares.get(business.entity.id)}
                  onOpen={() => onOpen(business.id)}
                  onMove={onMove && (() => onMove(business, undefined))}
                />
              ) : (
                <Skeleton height={12} width="60%" sx={{ m: 3 }} />
              )}
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}

/** What they told of the headline; unknown is a dash with the reason. */
function Headline({ stage, headline }: { stage: Stage; headline: ReturnType<typeof useHeadlineByStage> }) {
  const { t } = useTranslation()
  const figure = useFigure()
  const { kpi, period, points, isHere, problem } = headline
  if (!kpi || problem?.status === 403) return null
  const point = points.get(stage)
  const isKnown = isHere && point?.figure !== undefined && point.figure !== null
  return (
    <Box sx={{ mt: 1, fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
      {isKnown && point.figure !== null ? (
        <Box
          component={Link}
          to={`/businesses/kpis/${kpi.id}?period=${period}&stage=${stage}`}
          title={t('ventures.headlineOf', { kpi: kpi.name, period, count: point.businesses })}
          sx={DRILL}
        >
          {figure(point.figure, kpi, 'short')}
        </Box>
      ) : (
        <span title={problem ? problem.title : t('ventures.noHeadline', { kpi: kpi.name, period })}>—</span>
      )}{' '}
      {t('ventures.headline', { kpi: kpi.name, period })}
    </Box>
  )
}

/** A card that is let go over the column is to move there; what then happens, a person says in the dialog. */
function useDropOf(stage: Stage, onMove: ColumnProps['onMove']) {
  const [isOver, setOver] = useState(false)
  const isFor = () =>
    onMove !== undefined && dragged.business !== undefined && dragged.business.stage !== stage
  return {
    isOver,
    ears: {
      onDragOver: (event: React.DragEvent) => {
        if (!isFor()) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: React.DragEvent) => {
        setOver(false)
        const { business } = dragged
        if (!business || !isFor()) return
        event.preventDefault()
        onMove?.(business, stage)
      },
    },
  }
}

const COLUMN = {
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  borderRight: '1px solid var(--mui-palette-divider)',
  scrollSnapAlign: 'start',
} as const
const OVER = {
  boxShadow: 'inset 0 2px var(--mui-palette-primary-main)',
  bgcolor: 'background.paper',
} as const
const HEAD = {
  flex: 'none',
  minHeight: 56,
  px: 3,
  py: 2,
  borderBottom: '1px solid var(--mui-palette-divider)',
  fontFeatureSettings: "'tnum', 'zero'",
} as const
const CARDS = { position: 'relative', listStyle: 'none', m: 0, p: 0 } as const
const NOBODY = { p: 3, fontSize: 12, color: 'text.secondary' } as const
