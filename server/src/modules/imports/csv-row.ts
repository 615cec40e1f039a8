/** Cells as a line of CSV (RFC 4180). Text of people's own goes through `harmlessCell` first; figures stay figures. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(cell)).join(',')}\r\n`
}

/** Semicolons and tabs too: a spreadsheet may take them for the delimiter, whatever the header says. */
function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell
}
