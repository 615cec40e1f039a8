import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { Pages } from '../../api.ts'
import type { ListedBusiness } from './stages.ts'
import { useRowHeight } from './use-row-height.ts'

/** As many lines as there are, of which only those in sight exist: 2,000 scroll as ten do. */
export function useLines(count: number) {
  const frame = useRef<HTMLDivElement>(null)
  const { height } = useRowHeight()
  const virtual = useVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 8,
    getScrollElement: () => frame.current,
  })
  useEffect(() => virtual.measure(), [height, virtual])
  return { frame, virtual, shown: virtual.getVirtualItems() }
}

/** Asks for the next page once a row of it comes into sight. */
export function useMoreInSight(
  { rows, hasMore, isFetching, more }: Pages<ListedBusiness>,
  lastShown: number,
): void {
  const wantsMore = hasMore && !isFetching && lastShown >= (rows?.length ?? 0)
  useEffect(() => {
    if (wantsMore) more()
  }, [wantsMore, more])
}
