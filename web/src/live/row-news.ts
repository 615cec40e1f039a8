import type { ChangedRows } from './changed-rows.ts'

/** Ids of rows that would appear, and of rows that would go, if the list were read again. */
export interface RowNews {
  added: ReadonlySet<string>
  gone: ReadonlySet<string>
}

export const NO_NEWS: RowNews = { added: new Set(), gone: new Set() }

/** `found` is what of the changed rows the list would show; `shown` what it shows, in part where it `hasMore`. */
export function newsAfter(
  { added, gone }: RowNews,
  { all, fresh }: ChangedRows,
  list: { found: ReadonlySet<string>; shown: ReadonlySet<string>; hasMore: boolean },
): RowNews {
  const { found, shown, hasMore } = list
  const changed = [...all]
  // Of a list that is loaded in part, a changed row that is not here may always have stood further down.
  const isNew = (id: string) => found.has(id) && !shown.has(id) && (fresh.has(id) || !hasMore)
  const others = (known: ReadonlySet<string>) => [...known].filter((id) => !all.has(id))
  return {
    added: new Set([...others(added), ...changed.filter(isNew)]),
    gone: new Set([...others(gone), ...changed.filter((id) => shown.has(id) && !found.has(id))]),
  }
}
