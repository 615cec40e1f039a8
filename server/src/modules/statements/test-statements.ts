import { isRecord } from '#kernel/records.ts'

/** Rows of a statement by their labels, amounts joined: `{ 'Total assets': '120.00 | 0.00' }`; accounts by their codes. */
export function rowsOf({ rows }: Record<string, unknown>): Record<string, string> {
  const all = Array.isArray(rows) ? rows.filter(isRecord) : []
  return Object.fromEntries(
    all.map(({ label, amounts }) => [String(label), (Array.isArray(amounts) ? amounts : []).join(' | ')]),
  )
}

/** The checks that do not hold, by key. */
export function unmet({ checks }: Record<string, unknown>): string[] {
  const all = Array.isArray(checks) ? checks.filter(isRecord) : []
  return all.flatMap(({ key, isMet }) => (isMet === true ? [] : [String(key)]))
}
