/** With a byte order mark, by which spreadsheets know that it is UTF-8. */
export function saveFile(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob(['\u{feff}', csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
