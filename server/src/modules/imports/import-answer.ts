import type { Language } from '#kernel/languages.ts'
import { originalCell } from './csv-cell.ts'
import type { PreparedSheet } from './prepare-sheet.ts'
import { ERRORS_TOLD_MAX } from './problems.ts'
import { waysOf } from './read-number.ts'
import type { ReadRecords } from './read-records.ts'
import { columnLetters } from './sheet.ts'

const SAMPLES_SHOWN = 3
const SAMPLE_CHARS_MAX = 200
const EXAMPLE_CHARS_MAX = 60
export const ROWS_SHOWN = 10

/** What a person looks at before an import is done, and what is told of one that was begun. */
export function importAnswer<F extends string, R>(
  sheet: PreparedSheet<F>,
  read: ReadRecords<R>,
  language: Language,
) {
  const { columns, fields, decimals, records, sheets, headerRow, formulas, mappingFrom } = sheet
  return {
    rows: records.length,
    ready: read.ready.length,
    leftOut: read.faulty,
    sheets,
    sheet: sheet.sheet,
    headerRow,
    formulas,
    mappingFrom,
    columns: columns.map((column, at) => ({
      column,
      letter: columnLetters(at),
      field: fields[at] ?? 'nothing',
      samples: samplesOf(sheet, at),
      decimal: decimals[at]?.decimal ?? null,
    })),
    unclear: columns.flatMap((column, at) => {
      const { decimal, example, cells } = decimals[at] ?? { decimal: null, example: undefined, cells: 0 }
      if (decimal !== 'unclear' || example === undefined) return []
      const { withPoint = '', withComma = '' } = waysOf(example)
      const [shown, point, comma] = [example, withPoint, withComma].map((text) =>
        text.slice(0, EXAMPLE_CHARS_MAX),
      )
      return [{ column, example: shown ?? '', withPoint: point ?? '', withComma: comma ?? '', cells }]
    }),
    errors: read.errors
      .slice(0, ERRORS_TOLD_MAX)
      .map(({ row, column, cell, message }) => ({ row, column, cell, message: message[language] })),
    errorCount: read.errors.length,
  }
}

/** The first values that differ: three times the same tells no more than once. */
function samplesOf<F extends string>({ records }: PreparedSheet<F>, at: number): string[] {
  const samples = new Set<string>()
  for (const { cells } of records) {
    const text = originalCell(cells[at] ?? '').trim()
    if (text !== '') samples.add(shortened(text))
    if (samples.size >= SAMPLES_SHOWN) break
  }
  return [...samples]
}

export function shortened(text: string): string {
  return text.length > SAMPLE_CHARS_MAX ? `${text.slice(0, SAMPLE_CHARS_MAX - 1).toWellFormed()}…` : text
}
