import { usePages } from '../../api.ts'
import { useLiveRows } from '../../live/use-live-rows.ts'
import { BusinessRows } from './business-rows.tsx'
import { ListFrame } from './list-frame.tsx'
import type { ListProps } from './list-props.ts'
import { inputOf } from './use-business-filter.ts'

const OPERATION = 'businesses.list-businesses'
const PAGE_ROWS = 100

export function FlatList(given: ListProps) {
  const { filter, order } = given
  const input = { ...inputOf(filter), ...order, limit: PAGE_ROWS }
  const list = usePages(OPERATION, input)
  const byIds = { ...inputOf(filter), isArchived: filter.isArchived }
  const news = useLiveRows(OPERATION, { input, byIds }, list)
  return (
    <ListFrame {...given} reading={list} total={list.total} news={news}>
      <BusinessRows {...given} list={list} />
    </ListFrame>
  )
}
