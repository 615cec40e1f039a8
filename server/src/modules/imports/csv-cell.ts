/**
 * A spreadsheet runs a cell that begins so as a formula, or is told by it to (OWASP, "CSV Injection", with the
 * full-width forms). Such a cell is written with an apostrophe before it, and is then text for every spreadsheet.
 */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/u

/** What a spreadsheet shows and never runs. A cell that has apostrophes of its own gets one more, so none is lost. */
export function harmlessCell(text: string): string {
  return RUNS.test(text) ? `'${text}` : text
}

/** What `harmlessCell` was given. */
export function originalCell(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell
}

/**
 * Several values in one cell: with commas where that is clear, otherwise one a line. A single value that could be taken
 * for several ends its line.
 */
export function listCell(values: readonly string[], isPlain: (value: string) => boolean): string {
  if (values.every(isPlain)) return values.join(', ')
  return values.map((value) => `${value}\n`).join('')
}

export const isPlainTag = (tag: string) => !/[,;]/.test(tag)
/** Addresses hold commas and semicolons, so only a single one stands as it is. */
export const isPlainLink = (link: string) => !/[\s,;]/.test(link)

export function tagsIn(cell: string): string[] {
  return filled(cell.split(cell.includes('\n') ? /\r?\n/ : /[,;]/))
}

/** An address without its scheme (`www.example.com`) is taken for one with https. */
export function linksIn(cell: string): string[] {
  if (cell.includes('\n')) return filled(cell.split(/\r?\n/))
  const links = cell.split(/\s+|[,;](?=https?:)/).map((link) => link.replace(/[,;]$/, ''))
  return filled(links).map((link) => (WITHOUT_SCHEME.test(link) ? `https://${link}` : link))
}

const WITHOUT_SCHEME = /^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#]|$)/i

function filled(values: readonly string[]): string[] {
  return values.map((value) => value.trim()).filter((value) => value !== '')
}
