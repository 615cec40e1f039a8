import { useRead } from '../../api.ts'

const IDS_MAX = 200

/** The names of what ids stand for, as far as they are open to the reader. */
export function useNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const of = (prefix: string) => [...new Set(ids.filter((id) => id.startsWith(prefix)))].slice(0, IDS_MAX)
  const [businesses, entities, categories] = [of('biz_'), of('ent_'), of('cat_')]
  const limit = IDS_MAX
  const found = [
    useRead('businesses.list-businesses', { ids: businesses, limit }, { skip: businesses.length === 0 }),
    useRead('entities.list-entities', { ids: entities, limit }, { skip: entities.length === 0 }),
    useRead('businesses.list-categories', { ids: categories, limit }, { skip: categories.length === 0 }),
  ]
  const rows = found.flatMap(({ data }): { id: string; name: string }[] => data?.items ?? [])
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const ID = /^(biz|ent|cat)_[0-9a-z]{26}$/

/** Every id of a business, entity or category that stands in a value. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return ID.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : []
}
