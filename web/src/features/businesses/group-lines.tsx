import { usePages } from '../../api.ts'
import { useLiveRows } from '../../live/use-live-rows.ts'
import { BusinessLine, type Place } from './list-line.tsx'
import type { ListProps } from './list-props.ts'
import { inputOf } from './use-business-filter.ts'
import { inputOfGroup, type Group, type Grouping } from './use-grouping.ts'
import { useMoreInSight } from './use-lines.ts'
import { useSameCount } from './use-same-count.ts'

const OPERATION = 'businesses.list-businesses'
const PAGE_ROWS = 100

/** The rows of one group that are in sight: the same list, narrowed to it. */
export function GroupLines(
  given: ListProps & { grouping: Grouping; group: Group; first: number; places: readonly Place[] },
) {
  const { filter, order, grouping, group, first, places } = given
  const narrowed = { ...inputOf(filter), ...inputOfGroup(grouping, group) }
  const input = { ...narrowed, ...order, limit: PAGE_ROWS }
  const list = usePages(OPERATION, input)
  useLiveRows(OPERATION, { input, byIds: { ...narrowed, isArchived: filter.isArchived } }, list)
  useMoreInSight(list, (places.at(-1)?.index ?? first) - first)
  useSameCount(group.count, list)
  return places.map((place) => {
    const business = list.rows?.[place.index - first]
    return (
      <BusinessLine
        {...given}
        key={business?.id ?? place.index}
        place={place}
        business={business}
        rows={list.rows}
      />
    )
  })
}
