import type { Pages } from '../../api.ts'
import { BusinessLine } from './list-line.tsx'
import type { ListProps } from './list-props.ts'
import { ListTable } from './list-table.tsx'
import type { ListedBusiness } from './stages.ts'
import { useLines, useMoreInSight } from './use-lines.ts'

const SKELETON_ROWS = 12

/** The list without groups. Pages are fetched as their rows come into sight; until then, skeletons hold their place. */
export function BusinessRows(given: ListProps & { list: Pages<ListedBusiness> }) {
  const { rows, total } = given.list
  const { frame, virtual, shown } = useLines(total ?? SKELETON_ROWS)
  useMoreInSight(given.list, shown.at(-1)?.index ?? 0)
  return (
    <ListTable {...given} frame={frame} virtual={virtual} total={total} isBusy={rows === undefined}>
      {shown.map((place) => {
        const business = rows?.[place.index]
        return (
          <BusinessLine
            {...given}
            key={business?.id ?? place.index}
            place={place}
            business={business}
            rows={rows}
          />
        )
      })}
    </ListTable>
  )
}
