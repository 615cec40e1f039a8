import type { ListColumn } from './columns.ts'
import { isStage } from './stages.ts'

export const EDITABLE_COLUMNS = ['stage', 'category', 'owner'] as const satisfies readonly ListColumn[]
export type EditableColumn = (typeof EDITABLE_COLUMNS)[number]

export function isEditable(column: ListColumn): column is EditableColumn {
  return EDITABLE_COLUMNS.some((one) => one === column)
}

/** What a chosen value changes; an empty one takes category or owner away. */
export function inlineChange(column: EditableColumn, value: string) {
  if (column === 'stage') return isStage(value) ? { stage: value } : {}
  return column === 'category' ? { categoryId: value || null } : { ownerId: value || null }
}
