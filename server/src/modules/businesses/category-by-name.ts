import { newId, type Id } from '#kernel/ids.ts'
import { coverageOf } from '#server/catalogue/access.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { createCategory } from './create-category.ts'
import { categoriesNamed, insertCategories } from './categories-queries.ts'

/** By the name as it was given, in any case of letters. */
export type CategoriesByName = ReadonlyMap<string, { id: Id<'category'>; name: string }>

/** Whether names that are no category yet may become one: for that, both permissions must cover the whole studio. */
export function mayMakeCategories({ access, coverage }: Pick<CallContext, 'access' | 'coverage'>): boolean {
  return (
    coverage.isWhole &&
    access !== undefined &&
    coverageOf(access, createCategory.permission)?.isWhole === true
  )
}

/** Makes categories of the names; another caller may have been quicker with some, which is as good. */
export async function ensureCategories(
  { tx, record }: Pick<CallContext, 'tx' | 'record'>,
  studioId: Id<'studio'>,
  names: readonly string[],
): Promise<{ made: { id: Id<'category'>; name: string }[]; byName: CategoriesByName }> {
  const made = await insertCategories(
    tx,
    names.map((name) => ({ id: newId('category'), studio_id: studioId, name })),
  )
  for (const { id, name } of made) {
    record({ type: 'businesses.category-created', subjectId: id, after: { name } })
  }
  return { made, byName: await categoriesNamed(tx, names) }
}
