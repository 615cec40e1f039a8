import { forgetImports } from './forget-imports.ts'

export { harmlessCell, isPlainLink, isPlainTag, linksIn, listCell, originalCell, tagsIn } from './csv-cell.ts'
export { csvRow } from './csv-row.ts'
export { decimalOf as columnDecimal, numberIn, type ColumnDecimal } from './decimal-marks.ts'
export { ROWS_SHOWN, importAnswer, shortened } from './import-answer.ts'
export { importProgram, queueImport } from './import-program.ts'
export { prepareSheet, rememberSheet, type PreparedSheet } from './prepare-sheet.ts'
export { ROWS_MAX, importHasErrors, type RowError } from './problems.ts'
export { readDay } from './read-day.ts'
export { rowsOf } from './read-source.ts'
export type { ReadNumber } from './read-number.ts'
export {
  leaveOut,
  placed,
  readRecords,
  textsOf,
  type CellError,
  type Outcome,
  type ReadRecords,
} from './read-records.ts'
export {
  Count,
  Decimal,
  IMPORT_BODY_BYTES_MAX,
  SOURCE_CHARS_MAX,
  SourceFields,
  mappingOf,
  sourceAnswer,
} from './schema.ts'
export { cellName, type SheetRecord } from './sheet.ts'
export type { Target } from './target.ts'

export const importsPrograms = [forgetImports]
