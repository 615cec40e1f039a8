import type { Said } from '#kernel/languages.ts'
import { firstOf, Problem, problem } from '#kernel/problem.ts'

export const ROWS_MAX = 20_000
export const COLUMNS_MAX = 200
export const ERRORS_TOLD_MAX = 50

export const oneSource = problem('invalid', 'imports.one-source', (given: readonly string[]) => ({
  en: `An import reads one of csv, cells and xlsx, and ${given.length === 0 ? 'none was sent' : `${given.join(' and ')} were sent`}. Send the text of a CSV file, cells as they are copied out of a spreadsheet, or an XLSX file in base64.`,
  de: `Ein Import liest eines von csv, cells und xlsx, und ${given.length === 0 ? 'keines wurde gesendet' : `gesendet wurden ${given.join(' und ')}`}. Senden Sie den Text einer CSV-Datei, aus einer Tabelle kopierte Zellen oder eine XLSX-Datei in base64.`,
}))

export const noRows = problem('invalid', 'imports.no-rows', (headerRow: number) => ({
  en:
    headerRow === 0
      ? 'There is no row with anything in it. Send at least one.'
      : `There is no row below the header (row ${headerRow}). Send a header and at least one row; where no row names the columns, say headerRow 0.`,
  de:
    headerRow === 0
      ? 'Es gibt keine Zeile, in der etwas steht. Senden Sie mindestens eine.'
      : `Unter der Kopfzeile (Zeile ${headerRow}) steht keine Zeile. Senden Sie eine Kopfzeile und mindestens eine Zeile; nennt keine Zeile die Spalten, sagen Sie headerRow 0.`,
}))

export const sheetTooLong = problem('invalid', 'imports.too-long', (rowsMax: number) => ({
  en: `There are more than ${rowsMax.toLocaleString('en')} rows, which is all that one import takes, for it is one change. Cut it into several files.`,
  de: `Es sind mehr als ${rowsMax.toLocaleString('de')} Zeilen, und mehr nimmt ein Import nicht auf, denn er ist eine einzige Änderung. Teilen Sie die Datei.`,
}))

export const sheetTooWide = problem('invalid', 'imports.too-wide', (columns: number, columnsMax: number) => ({
  en: `Something stands in column ${columns.toLocaleString('en')}, and ${columnsMax} columns are all that is read. Take out those that are not needed.`,
  de: `In Spalte ${columns.toLocaleString('de')} steht etwas, und gelesen werden ${columnsMax} Spalten. Nehmen Sie heraus, was nicht gebraucht wird.`,
}))

const WHY_BROKEN: Record<string, Said> = {
  CSV_QUOTE_NOT_CLOSED: {
    en: 'a quotation mark is opened in it and never closed',
    de: 'ein Anführungszeichen wird darin geöffnet und nie geschlossen',
  },
  CSV_INVALID_CLOSING_QUOTE: {
    en: 'something stands between a closing quotation mark and the next column',
    de: 'zwischen einem schließenden Anführungszeichen und der nächsten Spalte steht etwas',
  },
  INVALID_OPENING_QUOTE: {
    en: 'a quotation mark stands within a cell that does not begin with one',
    de: 'ein Anführungszeichen steht in einer Zelle, die nicht mit einem beginnt',
  },
  CSV_MAX_RECORD_SIZE: {
    en: 'it is longer than 200,000 characters; perhaps a quotation mark is never closed',
    de: 'sie ist länger als 200.000 Zeichen; vielleicht wird ein Anführungszeichen nie geschlossen',
  },
}

export const csvBroken = problem('invalid', 'imports.csv-broken', (row: number, code: string) => ({
  en: `Row ${row} cannot be read: ${WHY_BROKEN[code]?.en ?? 'it is no CSV'}. A cell that holds quotation marks is written in quotation marks, with each of its own doubled.`,
  de: `Zeile ${row} lässt sich nicht lesen: ${WHY_BROKEN[code]?.de ?? 'das ist kein CSV'}. Eine Zelle mit Anführungszeichen steht in Anführungszeichen, und jedes eigene ist verdoppelt.`,
}))

export const xlsxBroken = problem('invalid', 'imports.xlsx-broken', (why: Said) => ({
  en: `The file cannot be read as XLSX: ${why.en}. Save it as an Excel workbook (.xlsx) once more, or send it as CSV.`,
  de: `Die Datei lässt sich nicht als XLSX lesen: ${why.de}. Speichern Sie sie noch einmal als Excel-Arbeitsmappe (.xlsx), oder senden Sie sie als CSV.`,
}))

export const xlsxOldOrLocked = problem('invalid', 'imports.xlsx-old-or-locked', () => ({
  en: 'The file is of an Office before 2007, or has a password. Save it as an Excel workbook (.xlsx) without one, and choose it again.',
  de: 'Die Datei stammt aus einem Office vor 2007 oder hat ein Passwort. Speichern Sie sie als Excel-Arbeitsmappe (.xlsx) ohne Passwort, und wählen Sie sie noch einmal.',
}))

export const xlsxTooLarge = problem('invalid', 'imports.xlsx-too-large', (bytesMax: number) => ({
  en: `The file holds more than ${Math.round(bytesMax / 1_000_000)} MB once it is unpacked, which is all that one import reads. Take out sheets, pictures and columns that are not needed, or send it as CSV.`,
  de: `Entpackt hat die Datei mehr als ${Math.round(bytesMax / 1_000_000)} MB, und mehr liest ein Import nicht. Nehmen Sie Blätter, Bilder und Spalten heraus, die nicht gebraucht werden, oder senden Sie sie als CSV.`,
}))

export const noSuchSheet = problem(
  'invalid',
  'imports.no-such-sheet',
  (sheet: string, sheets: readonly string[]) => ({
    en: `The file has no sheet "${sheet}". It has: ${sheets.slice(0, 30).join(', ')}.`,
    de: `Die Datei hat kein Blatt „${sheet}“. Sie hat: ${sheets.slice(0, 30).join(', ')}.`,
  }),
)

export const unknownColumn = problem(
  'invalid',
  'imports.unknown-column',
  (column: string, columns: readonly string[]) => ({
    en: `There is no column "${column}". There are: ${columns.slice(0, 30).join(', ')}.`,
    de: `Es gibt keine Spalte „${column}“. Vorhanden sind: ${columns.slice(0, 30).join(', ')}.`,
  }),
)

export const twoColumnsForOne = problem(
  'invalid',
  'imports.two-columns-for-one',
  (field: string, columns: readonly string[]) => ({
    en: `A row has one ${field}, and ${columns.length} columns would become it: ${columns.slice(0, 10).join(', ')}. Choose one of them.`,
    de: `Eine Zeile hat genau ein Feld ${field}, und ${columns.length} Spalten würden dazu: ${columns.slice(0, 10).join(', ')}. Wählen Sie eine davon.`,
  }),
)

export interface RowError {
  row: number
  column: string | null
  /** As a spreadsheet names it, where it is one cell: B7. */
  cell: string | null
  message: Said
}

/** The whole import is refused: what is wrong in which row, the first fifty of it. */
export function importHasErrors(given: {
  source: 'csv' | 'cells' | 'xlsx'
  rows: number
  faulty: number
  errors: RowError[]
}): Problem {
  const { source, rows, faulty, errors } = given
  const told = errors.slice(0, ERRORS_TOLD_MAX).map(({ row, column, message }) => ({
    path: `/${source}`,
    message: {
      en: `Row ${row}${column === null ? '' : `, ${column}`}: ${message.en}`,
      de: `Zeile ${row}${column === null ? '' : `, ${column}`}: ${message.de}`,
    },
  }))
  const { says } = firstOf(told)
  return new Problem({
    kind: 'invalid',
    code: 'imports.has-errors',
    message: {
      en:
        `Nothing was imported: ${faulty.toLocaleString('en')} of ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'} cannot be used. ${says.en} ` +
        'Correct the file, or send onErrors "leave-out" to import the others.',
      de:
        `Nichts wurde importiert: ${faulty.toLocaleString('de')} von ${rows.toLocaleString('de')} ${rows === 1 ? 'Zeile' : 'Zeilen'} ist nichts zu entnehmen. ${says.de} ` +
        'Berichtigen Sie die Datei, oder senden Sie onErrors „leave-out“, um die anderen zu importieren.',
    },
    fields: told,
  })
}
