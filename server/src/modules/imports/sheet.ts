import type { Said } from '#kernel/languages.ts'
/** A row of cells, as any source has it. */
export interface SheetRecord {
  /** As a spreadsheet numbers it: the first is row 1, and blank rows count. */
  row: number
  cells: string[]
  /** Places of cells that are numbers for the source: written with a point, whatever the language of the file. */
  numbers?: ReadonlySet<number>
  /** What is wrong with a cell before anybody asks what it means, by its place. */
  faults?: ReadonlyMap<number, Said>
}

/** A table with names for its columns. */
export interface Sheet {
  /** Named by the header, each name once: an empty one is "Column 3", a second "Name" is "Name (2)". */
  columns: string[]
  records: SheetRecord[]
  /** The row that names the columns; 0 where none does. */
  headerRow: number
}

const LETTERS = 26
const A = 65

/** A, B … Z, AA: the first column is at 0. */
export function columnLetters(at: number): string {
  const last = String.fromCodePoint(A + (at % LETTERS))
  return at < LETTERS ? last : columnLetters(Math.floor(at / LETTERS) - 1) + last
}

/** As a spreadsheet names a cell: B7. */
export function cellName(at: number, row: number): string {
  return `${columnLetters(at)}${row}`
}

/** The place of a column by its letters; undefined for what is none. */
export function columnAt(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(letters)) return undefined
  return (
    Array.from(letters).reduce((at, letter) => at * LETTERS + (letter.codePointAt(0) ?? A) - A + 1, 0) - 1
  )
}
