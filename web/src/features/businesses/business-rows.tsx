import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pages } from '../../api.ts'
import { PHONE_BELOW } from '../../design/theme.ts'
import { BusinessRow } from './business-row.tsx'
import { COLUMNS } from './columns.ts'
import type { Business } from './stages.ts'

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
}) {
  const { t } = useTranslation()
  const { rows, total, hasMore, isFetching, more } = given.list
  const frame = useRef<HTMLDivElement>(null)
  const isPhone = useMediaQuery(`(max-width: ${PHONE_BELOW - 0.02}px)`, { noSsr: true })
  const isTouch = useMediaQuery('(pointer: coarse)', { noSsr: true })
  const height = isPhone ? ROW.phone : ROW[isTouch ? 'touch' : 'pointer']
  const count = total ?? SKELETON_ROWS
  const virtual = useVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 8,
    getScrollElement: () => frame.current,
  })
  useEffect(() => virtual.measure(), [height, virtual])
  const shown = virtual.getVirtualItems()
  const lastShown = shown.at(-1)?.index ?? 0
  const wantsMore = hasMore && !isFetching && lastShown >= (rows?.length ?? 0)
  useEffect(() => {
    if (wantsMore) more()
  }, [wantsMore, more])
  return (
    <Box
      ref={frame}
      role="table"
      aria-label={t('businesses.list')}
      aria-rowcount={count + 1}
      aria-busy={rows === undefined}
      onKeyDown={moveByArrows}
      sx={{
        flex: 1,
        minHeight: 0,
        overflowY: 'auto',
        bgcolor: 'background.paper',
        containerType: 'inline-size',
      }}
    >
      <Head isArchive={given.isArchive} />
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

function Head({ isArchive }: { isArchive: boolean }) {
  const { t } = useTranslation()
  const titles = ['name', 'stage', 'entity', 'category', isArchive ? 'archivedOn' : 'updated'] as const
  return (
    <Box role="rowgroup" sx={{ display: { xs: 'none', sm: 'block' }, position: 'sticky', top: 0, zIndex: 1 }}>
      <Box
        role="row"
        aria-rowindex={1}
        sx={{
          ...COLUMNS,
          height: 32,
          fontSize: 11,
          fontWeight: 500,
          color: 'text.secondary',
          bgcolor: 'background.paper',
        }}
      >
        {titles.map((title) => (
          <span key={title} role="columnheader">
            {t(`businesses.${title}`)}
          </span>
        ))}
      </Box>
    </Box>
  )
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
