import { forgetImports } from './forget-imports.ts'

export { harmlessCell, isPlainLink, isPlainTag, linksIn, listCell, originalCell, tagsIn } from './csv-cell.ts'
export { csvRow } from './csv-row.ts'
export { numberIn } from './decimal-marks.ts'
export { ROWS_SHOWN, importAnswer, shortened } from './import-answer.ts'
export { importProgram, queueImport } from './import-program.ts'
export { prepareSheet, rememberSheet, type PreparedSheet } from './prepare-sheet.ts'
export { ROWS_MAX, importHasErrors, type RowError } from './problems.ts'
export { readDay } from './read-day.ts'
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
export { Count, IMPORT_BODY_BYTES_MAX, SourceFields, mappingOf, sourceAnswer } from './schema.ts'
export type { SheetRecord } from './sheet.ts'
export type { Target } from './target.ts'

export const importsPrograms = [forgetImports]
