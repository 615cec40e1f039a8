import type { Said } from '#kernel/languages.ts'
import { setImmediate } from 'node:timers/promises'
import { xlsxBroken, xlsxTooLarge, sheetTooWide, COLUMNS_MAX } from './problems.ts'
import { columnAt, type SheetRecord } from './sheet.ts'
import { openBook, textReader, type Book } from './xlsx-book.ts'
import { dateOfSerial, plainNumber } from './xlsx-formats.ts'
import { xmlTokens, type XmlToken } from './xml-tokens.ts'

/** About 10 ms of reading; then others have their turn. */
const TOKENS_AT_ONCE = 5000
/** Of all cells together: one long text that a million cells share inflates a second time here. */
const CHARS_MAX = 32_000_000

export interface XlsxRows {
  rows: SheetRecord[]
  sheets: string[]
  sheet: string
  /** Cells whose value a formula had, as the spreadsheet program last computed it. */
  formulas: number
}

interface Cell {
  at: number
  style: number
  type: string
  hasFormula: boolean
  hasValue: boolean
  value: string
}

interface Reading {
  book: Book
  rows: SheetRecord[]
  formulas: number
  chars: number
}

/**
 * Every row of one sheet of an XLSX file, blank ones left out; what is wrong with a cell stands at the cell. Where no sheet
 * is named it is the first with more than one row: the first of many workbooks is a cover.
 */
export async function xlsxRows(
  base64: string,
  { sheet, rowsMax }: { sheet: string | undefined; rowsMax: number },
): Promise<XlsxRows> {
  const first = await rowsOfSheet(base64, { sheet, rowsMax })
  if (sheet !== undefined || first.rows.length > 1) return first
  for (const other of first.shown.slice(0, SHEETS_TRIED)) {
    const found = await rowsOfSheet(base64, { sheet: other, rowsMax })
    if (found.rows.length > 1) return found
  }
  return first
}

const SHEETS_TRIED = 5

async function rowsOfSheet(
  base64: string,
  { sheet, rowsMax }: { sheet: string | undefined; rowsMax: number },
): Promise<XlsxRows & { shown: string[] }> {
  const book = await openBook(base64, sheet)
  const reading: Reading = { book, rows: [], formulas: 0, chars: 0 }
  const reader = cellReader(reading)
  let count = 0
  for (const token of xmlTokens(book.xml)) {
    if (++count % TOKENS_AT_ONCE === 0) await setImmediate()
    reader(token)
    if (reading.rows.length > rowsMax) break
  }
  const { rows, formulas } = reading
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  for (const { cells } of rows) while (cells.length < width) cells.push('')
  return { rows, sheets: book.sheets, shown: book.shown, sheet: book.sheet, formulas }
}

/** Takes token after token, and puts a row at the end of each `<row>`. */
function cellReader(reading: Reading): (token: XmlToken) => void {
  const inline = textReader()
  let row = 0
  let record: Draft | undefined
  let cell: Cell | undefined
  let isValue = false
  return (token) => {
    inline.take(token)
    if (token.is === 'text') {
      if (isValue && cell) cell.value += token.text
      return
    }
    const { name } = token
    const isOpen = token.is === 'open'
    if (name === 'row' && isOpen) {
      row = rowNumber(token.attributes['r'], row)
      record = { row, cells: [], numbers: new Set(), faults: new Map() }
    }
    if (name === 'c' && isOpen) {
      inline.clear()
      cell = cellOf(token.attributes, record)
    }
    if (name === 'f' && isOpen && cell) cell.hasFormula = true
    if (name === 'v') {
      isValue = isOpen && !token.isEmpty
      if (isValue && cell) cell.hasValue = true
    }
    const isEnd = !isOpen || token.isEmpty
    if (name === 'c' && isEnd && cell && record) {
      if (cell.type === 'inlineStr') cell.value = inline.text()
      put(cell, record, reading)
      cell = undefined
    }
    if (name === 'row' && isEnd && record) {
      if (record.cells.some((text) => text.trim() !== '') || record.faults.size > 0) reading.rows.push(record)
      record = undefined
    }
  }
}

interface Draft extends SheetRecord {
  numbers: Set<number>
  faults: Map<number, Said>
}

function rowNumber(given: string | undefined, before: number): number {
  const row = given === undefined ? before + 1 : Number(given)
  if (!Number.isInteger(row) || row <= before || row > 1_048_576)
    throw xlsxBroken({ en: 'its rows are not in order', de: 'ihre Zeilen sind nicht in Reihenfolge' })
  return row
}

function cellOf(attributes: Record<string, string>, record: Draft | undefined): Cell {
  const { r, s = '0', t = 'n' } = attributes
  const at = r === undefined ? (record?.cells.length ?? 0) : columnAt(r.replace(/\d+$/, ''))
  if (at === undefined)
    throw xlsxBroken({
      en: `it has a cell "${String(r).slice(0, 20)}"`,
      de: `sie hat eine Zelle „${String(r).slice(0, 20)}“`,
    })
  return { at, style: Number(s), type: t, hasFormula: false, hasValue: false, value: '' }
}

function put(cell: Cell, record: Draft, reading: Reading): void {
  const { text, isNumber, fault } = contentOf(cell, reading.book)
  if (cell.hasFormula && fault === undefined) reading.formulas++
  if (text === '' && fault === undefined) return
  // Before the row is filled up to there: one cell in the last column would make 16,384 of it.
  if (cell.at >= COLUMNS_MAX) throw sheetTooWide(cell.at + 1, COLUMNS_MAX)
  if (fault !== undefined) record.faults.set(cell.at, fault)
  reading.chars += text.length
  if (reading.chars > CHARS_MAX) throw xlsxTooLarge(CHARS_MAX)
  while (record.cells.length < cell.at) record.cells.push('')
  record.cells[cell.at] = text
  if (isNumber) record.numbers.add(cell.at)
}

interface Content {
  text: string
  isNumber?: boolean
  fault?: Said
}

function contentOf(cell: Cell, { strings, kinds, is1904 }: Book): Content {
  const { type, value, hasFormula, hasValue, style } = cell
  // An empty text is a result too; a formula without any was never computed.
  if (hasFormula && !hasValue && type !== 'str')
    return {
      text: '',
      fault: {
        en: 'It holds a formula whose result is not stored. Open the file in a spreadsheet program, save it, and choose it again.',
        de: 'Sie enthält eine Formel, deren Ergebnis nicht gespeichert ist. Öffnen Sie die Datei in einem Tabellenprogramm, speichern Sie sie, und wählen Sie sie noch einmal.',
      },
    }
  if (type === 's') {
    const text = strings[Number(value)]
    return text === undefined
      ? {
          text: '',
          fault: {
            en: 'It names a text that the file does not hold.',
            de: 'Sie nennt einen Text, den die Datei nicht enthält.',
          },
        }
      : { text }
  }
  if (type === 'e')
    return {
      text: value,
      fault: {
        en: `Its formula ends in the error ${value}. Correct it, or empty the cell.`,
        de: `Ihre Formel endet im Fehler ${value}. Berichtigen Sie sie, oder leeren Sie die Zelle.`,
      },
    }
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' }
  if (type !== 'n' || value.trim() === '') return { text: value }
  const number = Number(value)
  if (!Number.isFinite(number))
    return {
      text: value,
      fault: { en: `"${value.slice(0, 40)}" is no number.`, de: `„${value.slice(0, 40)}“ ist keine Zahl.` },
    }
  const kind = kinds[style] ?? 'number'
  if (kind === 'percent') return { text: `${plainNumber(number * 100)}%`, isNumber: true }
  if (kind === 'number') return { text: plainNumber(number), isNumber: true }
  const day = dateOfSerial(number, is1904)
  return day === undefined
    ? {
        text: value,
        fault: {
          en: 'It is formatted as a day, and no day has this number.',
          de: 'Sie ist als Tag formatiert, und kein Tag hat diese Zahl.',
        },
      }
    : { text: day }
}
