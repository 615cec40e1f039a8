import { Fragment, useState } from 'react'
import { useRead } from '../../api.ts'
import { GroupHead } from './group-head.tsx'
import { GroupLines } from './group-lines.tsx'
import { ListFrame } from './list-frame.tsx'
import type { ListProps } from './list-props.ts'
import { ListTable } from './list-table.tsx'
import { inputOf } from './use-business-filter.ts'
import type { Group, Grouping } from './use-grouping.ts'
import { useLines } from './use-lines.ts'

const SKELETON_ROWS = 12

/** A ruled head for each group with its total, and below it its rows, unless it is folded. */
export function GroupedList(given: ListProps & { grouping: Grouping }) {
  const { filter, grouping } = given
  const summary = useRead('businesses.summarise-businesses', { ...inputOf(filter), by: grouping })
  const { groups = [], more = 0, total } = summary.data ?? {}
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const spans = spansOf(groups, folded)
  const end = spans.at(-1)?.end
  const { frame, virtual, shown } = useLines(end ?? SKELETON_ROWS)
  const fold = ({ id }: Group) => {
    const next = new Set(folded)
    if (!next.delete(keyOf(id))) next.add(keyOf(id))
    setFolded(next)
  }
  return (
    <ListFrame {...given} reading={summary} total={total} moreGroups={more}>
      <ListTable {...given} frame={frame} virtual={virtual} total={total} isBusy={end === undefined}>
        {spans.map(({ group, from, end: to }) => {
          const places = shown.filter(({ index }) => index >= from && index < to)
          const [head] = places
          if (!head) return null
          return (
            <Fragment key={keyOf(group.id)}>
              {head.index === from && (
                <GroupHead
                  grouping={grouping}
                  group={group}
                  place={head}
                  isFolded={folded.has(keyOf(group.id))}
                  onFold={() => fold(group)}
                />
              )}
              {to > from + 1 && (
                <GroupLines
                  {...given}
                  group={group}
                  first={from + 1}
                  places={places.filter(({ index }) => index > from)}
                />
              )}
            </Fragment>
          )
        })}
      </ListTable>
    </ListFrame>
  )
}

/** Which lines each group takes: its head, and its rows where it is not folded. */
function spansOf(groups: readonly Group[], folded: ReadonlySet<string>) {
  let end = 0
  return groups.map((group) => {
    const from = end
    end = from + 1 + (folded.has(keyOf(group.id)) ? 0 : group.count)
    return { group, from, end }
  })
}

/** Without an id and with an empty one are two things. */
function keyOf(id: string | null): string {
  return id === null ? 'none' : `=${id}`
}
