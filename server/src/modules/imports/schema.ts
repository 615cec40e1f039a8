import { z } from 'zod'
import { id, line } from '#server/catalogue/fields.ts'
import { document } from '#server/catalogue/secret-fields.ts'
import { COLUMNS_MAX, ERRORS_TOLD_MAX, ROWS_MAX } from './problems.ts'

export const SOURCE_CHARS_MAX = 16_000_000
export const IMPORT_BODY_BYTES_MAX = 40_000_000
/** So far below the top of a sheet a header is looked for. */
export const HEADER_ROW_MAX = 50

export const Decimal = z.enum(['point', 'comma'])
export type Decimal = z.output<typeof Decimal>

const DecimalMarks = z.array(z.strictObject({ column: line(120), decimal: Decimal })).max(COLUMNS_MAX)

/** What every import takes. Exactly one of csv, cells and xlsx. */
export const SourceFields = {
  csv: document(z.string().min(1).max(SOURCE_CHARS_MAX))
    .optional()
    .describe(
      `The text of a CSV file, with a header; at most ${ROWS_MAX.toLocaleString('en')} rows. Or send cells, or xlsx.`,
    ),
  cells: document(z.string().min(1).max(SOURCE_CHARS_MAX))
    .optional()
    .describe('Cells as a spreadsheet copies them: tabs between columns. A header is known by its words.'),
  xlsx: document(z.base64().min(1).max(SOURCE_CHARS_MAX))
    .optional()
    .describe('An XLSX file in base64. Formulas count with the result that is stored in it.'),
  sheet: line(100)
    .optional()
    .describe('Which sheet of the XLSX file; the first that holds a table otherwise.'),
  headerRow: z
    .int()
    .min(0)
    .max(HEADER_ROW_MAX)
    .optional()
    .describe('The row that names the columns, 0 where none does. Otherwise the first with anything in it.'),
  decimals: DecimalMarks.optional().describe(
    'Whether numbers of a column have a decimal point or comma, where its cells leave it open ("1.234").',
  ),
  isRemembered: z
    .boolean()
    .default(true)
    .describe('Uses what was said the last time of a file with the same columns, where nothing is said now.'),
  fileName: line(200).optional().describe('For the title of the run.'),
  onErrors: z
    .enum(['refuse', 'leave-out'])
    .default('refuse')
    .describe('refuse: one faulty row refuses the file. leave-out: faulty rows are left out.'),
}

export interface Source {
  csv?: string | undefined
  cells?: string | undefined
  xlsx?: string | undefined
  sheet?: string | undefined
  headerRow?: number | undefined
}

export function mappingOf<S extends z.ZodType<string>>(field: S) {
  return z
    .array(z.strictObject({ column: line(120).describe('As the header names it.'), field }))
    .max(COLUMNS_MAX)
    .optional()
    .describe('Without it, what the header and the values suggest. Columns not named are left out.')
}

export const Count = z.int().min(0).max(ROWS_MAX)

/** What every import answers. */
export function sourceAnswer<S extends z.ZodType<string>>(field: S) {
  return {
    runId: id('run').nullable().describe('Watch it with runs.get-run. Null where no row can be imported.'),
    rows: Count.describe('Below the header; blank ones are not counted.'),
    ready: Count,
    leftOut: Count.describe('Rows with errors.'),
    sheets: z.array(z.string().max(100)).max(200).describe('Of an XLSX file.'),
    sheet: z.string().max(100).nullable().describe('The one that was read.'),
    headerRow: z.int().describe('The row that names the columns; 0 where none does.'),
    formulas: z.int().describe('Cells that hold a formula, and count with the result that is stored.'),
    mappingFrom: z
      .enum(['caller', 'remembered', 'suggested'])
      .describe(
        'Whether you said what columns become, or it was remembered, or header and values suggest it.',
      ),
    columns: z
      .array(
        z.strictObject({
          column: line(120),
          letter: z.string().max(3).describe('As a spreadsheet names it.'),
          field,
          samples: z.array(z.string().max(200)).max(3).describe('Its first values.'),
          decimal: z
            .enum(['point', 'comma', 'unclear', 'mixed'])
            .nullable()
            .describe('How its numbers are written; null where that makes no difference.'),
        }),
      )
      .max(COLUMNS_MAX)
      .describe('What each column becomes: as the mapping says, or as its header and values suggest.'),
    unclear: z
      .array(
        z.strictObject({
          column: line(120),
          example: z.string().max(60),
          withPoint: z.string().max(60).describe('What it is with a decimal point.'),
          withComma: z.string().max(60).describe('What it is with a decimal comma.'),
          cells: Count,
        }),
      )
      .max(COLUMNS_MAX)
      .describe('Columns whose numbers can be read in two ways: for you to say, in decimals.'),
    errors: z
      .array(
        z.strictObject({
          row: z.int().min(1),
          column: z.string().nullable(),
          cell: z.string().max(12).nullable().describe('As a spreadsheet names it, where it is one cell.'),
          message: z.string(),
        }),
      )
      .max(ERRORS_TOLD_MAX)
      .describe(`The first ${ERRORS_TOLD_MAX}.`),
    errorCount: z.int().min(0),
  }
}
