import type { Transaction } from '#server/database/database.ts'

const NAMES = `select id, display_name as name from person where id = any ($1)
  union all select id, name from api_key where id = any ($1) union all select id, title from run where id = any ($1)`
/** Actors that are no rows, by their ids. */
const FIXED_NAMES: Record<string, string> = { machine: 'This machine', system: 'IZA OS', nobody: 'Nobody' }

/** What those who acted are called now, by their ids; who is not known any more, or not open to the caller, has no name. */
export async function namesOfActors(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  const rows = wanted.some((id) => !(id in FIXED_NAMES))
    ? await tx.prepared<{ id: string; name: string }>(NAMES, [wanted])
    : []
  return new Map([...Object.entries(FIXED_NAMES), ...rows.map(({ id, name }) => [id, name] as const)])
}
