/**
 * A day as spreadsheets write it: `2026-10-31`, also with a time behind it, or `31.10.2026`. Undefined for what is none, and
 * for `3/4/2026`, which is one day in one country and another in the next.
 */
export function readDay(text: string): string | undefined {
  const [, iso] = /^(\d{4}-\d\d-\d\d)(?:[T ][\d:.]+Z?)?$/.exec(text.trim()) ?? []
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim()) ?? []
  const written = iso ?? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : undefined
}
