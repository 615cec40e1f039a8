/** RFC 4180. What a spreadsheet would run as a formula begins with an apostrophe, as in the export of the list; numbers stay numbers. */
export function csvOfTable(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => row.map(cellOf).join(',')).join('\r\n') + '\r\n'
}

function cellOf(value: string | null): string {
  const text = value ?? ''
  const isNumber = /^-?\d+(\.\d+)?$/.test(text)
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
