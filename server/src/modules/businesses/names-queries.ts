import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

export interface NamedBusiness {
  id: Id<'business'>
  name: string
}

/** Those that the caller sees, by the id or the name as it was given; names repeat, so there may be several of one. */
export async function businessesNamed(
  tx: Transaction,
  names: readonly string[],
): Promise<Map<string, NamedBusiness[]>> {
  const found = new Map<string, NamedBusiness[]>()
  if (names.length === 0) return found
  const rows = await tx.prepared<{ given: string; id: Id<'business'>; name: string }>(
    `select given, business.id, business.name from unnest($1::text[]) as given
     join business on lower(business.name) = lower(given) and business.archived_at is null
     union all
     select given, business.id, business.name from unnest($1::text[]) as given join business on business.id = given
     order by 2`,
    [names],
  )
  for (const { given, id, name } of rows) {
    const named = found.get(given)
    if (named) named.push({ id, name })
    else found.set(given, [{ id, name }])
  }
  return found
}
