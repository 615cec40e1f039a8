import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pages } from '../../api.ts'
import { PHONE_BELOW } from '../../design/theme.ts'
import type { Selection } from './bulk/use-selection.ts'
import { BusinessRow } from './business-row.tsx'
import { ListHead } from './list-head.tsx'
import type { Business } from './stages.ts'
import type { ListOrder, Sort } from './use-list-order.ts'

const ROW = { pointer: 40, touch: 48, phone: 64 }
const SKELETON_ROWS = 12

/**
 * As many rows as there are businesses, of which only the visible ones exist: 2,000 scroll as ten do. Pages are fetched
 * as their rows come into sight; until they are here, skeletons of the same height hold their place.
 */
export function BusinessRows(given: {
  list: Pages<Business>
  openId: string | undefined
  isArchive: boolean
  selection: Selection
  order: ListOrder
  onSort: (sort: Sort) => void
}) {
  const { t } = useTranslation()
  const { selection } = given
  const { rows, total } = given.list
  const frame = useRef<HTMLDivElement>(null)
  const { isPhone, height } = useRowHeight()
  const count = total ?? SKELETON_ROWS
  const virtual = useVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 8,
    getScrollElement: () => frame.current,
  })
  useEffect(() => virtual.measure(), [height, virtual])
  const shown = virtual.getVirtualItems()
  useMoreInSight(given.list, shown.at(-1)?.index ?? 0)
  return (
    <Box
      ref={frame}
      role="table"
      aria-label={t('businesses.list', { sort: t(`businesses.sort.${given.order.sort}`) })}
      aria-rowcount={count + 1}
      aria-busy={rows === undefined}
      onKeyDown={(event) => {
        moveByArrows(event)
        selectByKey(event, selection)
      }}
      sx={{
        flex: 1,
        minHeight: 0,
        overflowY: 'auto',
        bgcolor: 'background.paper',
        containerType: 'inline-size',
      }}
    >
      <ListHead {...given} total={total} />
      <Box role="rowgroup" sx={{ position: 'relative' }} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const business = rows?.[index]
          return (
            <Box
              key={business?.id ?? index}
              role="row"
              aria-rowindex={index + 2}
              sx={{ position: 'absolute', insetInline: 0, top: 0 }}
              style={{ height, transform: `translateY(${start}px)` }}
            >
              {business ? (
                <BusinessRow
                  business={business}
                  isOpen={business.id === given.openId}
                  isPhone={isPhone}
                  isArchive={given.isArchive}
                  isChosen={selection.chosen.has(business.id)}
                  onToggle={(how) => selection.toggle(business.id, how)}
                />
              ) : (
                <SkeletonRow index={index} />
              )}
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}

/** Asks for the next page once a row of it comes into sight. */
function useMoreInSight({ rows, hasMore, isFetching, more }: Pages<Business>, lastShown: number): void {
  const wantsMore = hasMore && !isFetching && lastShown >= (rows?.length ?? 0)
  useEffect(() => {
    if (wantsMore) more()
  }, [wantsMore, more])
}

function useRowHeight(): { isPhone: boolean; height: number } {
  const isPhone = useMediaQuery(`(max-width: ${PHONE_BELOW - 0.02}px)`, { noSsr: true })
  const isTouch = useMediaQuery('(pointer: coarse)', { noSsr: true })
  return { isPhone, height: isPhone ? ROW.phone : ROW[isTouch ? 'touch' : 'pointer'] }
}

/** Widths that differ from row to row look like text; they are taken from the row's number, so that nothing flickers. */
function SkeletonRow({ index }: { index: number }) {
  const { t } = useTranslation()
  return (
    <Box
      role="cell"
      aria-label={t('businesses.loadingRows')}
      sx={{
        height: '100%',
        display: 'flex',
        alignItems: 'center',
        px: { xs: 4, sm: 6 },
        borderBottom: '1px solid var(--mui-palette-divider)',
      }}
    >
      <Skeleton height={12} width={`${28 + ((index * 37) % 30)}%`} />
    </Box>
  )
}

/** Up and down go from row to row, as in any list; the rows beyond the edge are there because of the overscan. */
function moveByArrows(event: React.KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-row]')]
  const at = links.findIndex((link) => link === document.activeElement)
  const next = links[at + step]
  if (at === -1 || !next) return
  event.preventDefault()
  next.focus()
}

/** `x` takes the row in or out that the keyboard is at, and with Shift all from the one before. */
function selectByKey(event: React.KeyboardEvent<HTMLElement>, { toggle }: Selection): void {
  if (event.key.toLowerCase() !== 'x' || event.ctrlKey || event.metaKey || event.altKey) return
  const row = event.target instanceof Element ? event.target.closest('[role=row]') : null
  const id = row?.querySelector<HTMLElement>('a[data-row]')?.dataset['row']
  if (id === undefined) return
  event.preventDefault()
  toggle(id, { isRange: event.shiftKey })
}
