import type { Selection } from './bulk/use-selection.ts'
import type { BusinessFilter } from './use-business-filter.ts'
import type { ListColumn } from './columns.ts'
import type { ListOrder, Sort } from './use-list-order.ts'

/** What the list is of, flat or grouped. */
export interface ListProps {
  filter: BusinessFilter
  order: ListOrder
  columns: readonly ListColumn[]
  openId: string | undefined
  selection: Selection
  isNarrowed: boolean
  onSort: (sort: Sort) => void
  onClear: () => void
}
