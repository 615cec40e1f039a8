/** How long a browser may take to begin reading what it is to save. */
const KEPT_MS = 60_000

/** Hands what it holds to the browser, to be kept under that name. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}

/** With a byte order mark, by which spreadsheets know that it is UTF-8. */
export function csvFile(csv: string): Blob {
  return new Blob(['\u{feff}', csv], { type: 'text/csv;charset=utf-8' })
}

/** Out of base64. */
export function pdfFile(content: string): Blob {
  const bytes = Uint8Array.from(atob(content), (character) => character.codePointAt(0) ?? 0)
  return new Blob([bytes], { type: 'application/pdf' })
}
