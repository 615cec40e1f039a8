import { memo } from 'react'
import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { BusinessRow } from './business-row.tsx'
import type { ListProps } from './list-props.ts'
import type { ListedBusiness } from './stages.ts'
import { useRowHeight } from './use-row-height.ts'

/** Where a line of the list stands: its number, counted from 0, and how far down. */
export interface Place {
  index: number
  start: number
}

/**
 * A business at its place, or what holds the place until it is here. `rows` is what it stands among, for a range.
 * Kept as it is while the list is scrolled: each frame would otherwise draw every line in sight anew (bench/screen.ts).
 */
export const BusinessLine = memo(function BusinessLine(
  given: Pick<ListProps, 'filter' | 'openId' | 'selection' | 'columns'> & {
    place: Place
    business: ListedBusiness | undefined
    rows: readonly ListedBusiness[] | undefined
  },
) {
  const { isPhone } = useRowHeight()
  const { place, business, rows = [], filter, openId, selection } = given
  return (
    <PlacedLine place={place}>
      {business ? (
        <BusinessRow
          business={business}
          columns={given.columns}
          isOpen={business.id === openId}
          isPhone={isPhone}
          isArchive={filter.isArchived}
          isOfNow={!filter.isArchived && filter.asOf === ''}
          isChosen={selection.chosen.has(business.id)}
          onToggle={({ isRange }) => selection.toggle(business, { rows, isRange })}
        />
      ) : (
        <SkeletonRow index={place.index} />
      )}
    </PlacedLine>
  )
})

export function PlacedLine({ place, children }: { place: Place; children: React.ReactNode }) {
  const { height } = useRowHeight()
  return (
    <Box
      role="row"
      aria-rowindex={place.index + 2}
      sx={{ position: 'absolute', insetInline: 0, top: 0 }}
      style={{ height, transform: `translateY(${place.start}px)` }}
    >
      {children}
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
