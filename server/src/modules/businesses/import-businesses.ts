import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id, line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { document } from '#server/catalogue/secret-fields.ts'
import { enqueueRun } from '#server/runs/enqueue-run.ts'
import { Stage } from './business-states.ts'
import { BODY_BYTES_MAX, ROWS_MAX } from './create-businesses.ts'
import { Mapping, ColumnField, fieldsOf } from './csv-columns.ts'
import { readTable } from './csv-table.ts'
import { exampleEntity, namesOfEntities } from '#server/modules/entities/index.ts'
import { ROWS_SHOWN, importAnswer } from './import-answer.ts'
import { importProgram } from './import-program.ts'
import { insertImport } from './import-queries.ts'
import { readRows } from './import-rows.ts'
import { ERRORS_TOLD_MAX, importHasErrors, unknownEntity } from './problems.ts'
import { StageWords } from './stage-words.ts'

const CSV_CHARS_MAX = 16_000_000
const WORDS_MAX = 200

const Count = z.int().min(0).max(ROWS_MAX)

export const ImportAnswer = z.strictObject({
  runId: id('run').nullable().describe('Watch it with runs.get-run. Null where no row can be imported.'),
  rows: Count.describe('Below the header; blank ones are not counted.'),
  ready: Count,
  leftOut: Count.describe('Rows with errors.'),
  columns: z
    .array(
      z.strictObject({
        column: line(120),
        field: ColumnField,
        samples: z.array(z.string().max(200)).max(3).describe('Its first values.'),
      }),
    )
    .max(100)
    .describe('What each column becomes: as the mapping says, or as its header and values suggest.'),
  stageWords: z
    .array(z.strictObject({ word: z.string().max(200), stage: Stage.nullable(), rows: Count }))
    .max(WORDS_MAX)
    .describe('Words for stages in the file. Without a stage: for you to say, in stageWords.'),
  newCategories: z.array(z.string().max(80)).max(200).describe('Categories that are made for it.'),
  errors: z
    .array(z.strictObject({ row: z.int().min(1), column: z.string().nullable(), message: z.string() }))
    .max(ERRORS_TOLD_MAX)
    .describe(`The first ${ERRORS_TOLD_MAX}. The header is row 1.`),
  errorCount: z.int().min(0),
  preview: z
    .array(
      z.strictObject({
        row: z.int().min(1),
        name: line(200),
        stage: Stage,
        entityName: line(200),
        categoryName: line(80).nullable(),
        description: z.string().max(4000),
        links: z.array(z.string().max(2000)).max(20),
        tags: z.array(line(60)).max(50),
      }),
    )
    .max(ROWS_SHOWN)
    .describe('The first rows as they would become.'),
})

export const importBusinesses = operation({
  name: 'businesses.import-businesses',
  summary:
    'Imports businesses from CSV: checked at once, then created in one run, all or none. Try it first as a dry run with onErrors "leave-out", which answers what each column and word would become and what is wrong in which row.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'businesses.write',
  risk: 'none',
  carriesOut: ['businesses.create-business', 'businesses.create-businesses'],
  bodyBytesMax: BODY_BYTES_MAX,
  input: z.strictObject({
    csv: document(z.string().min(1).max(CSV_CHARS_MAX)).describe(
      `The file's text, with a header; at most ${ROWS_MAX.toLocaleString('en')} rows.`,
    ),
    fileName: line(200).optional().describe('For the title of the run.'),
    mapping: Mapping.optional().describe(
      'Without it, what the header and the values suggest. Columns not named are left out.',
    ),
    stageWords: StageWords.default([]).describe(
      "The file's words for stages. Usual ones, such as Operating or Dead, are known.",
    ),
    entityId: id('entity').optional().describe('Holds the businesses of rows that name no entity.'),
    onErrors: z
      .enum(['refuse', 'leave-out'])
      .default('refuse')
      .describe('refuse: one faulty row refuses the file. leave-out: faulty rows are left out.'),
  }),
  output: ImportAnswer,
  examples: async (factory) => {
    const { id: entityId } = await exampleEntity(factory)
    const csv =
      'Company,Satus,Website\r\nLovelace Analytics,Operating,https://example.com/\r\nBabbage Engines,Dead,\r\n'
    return [
      { csv, entityId },
      {
        csv: 'Was;Wie weit\nNordlicht;läuft\n',
        mapping: [
          { column: 'Was', field: 'name' as const },
          { column: 'Wie weit', field: 'stage' as const },
        ],
        stageWords: [{ word: 'läuft', stage: 'launched' as const }],
        entityId,
        onErrors: 'leave-out' as const,
        fileName: 'portfolio.csv',
      },
    ]
  },
  async handle({ csv, mapping, stageWords, entityId, onErrors, fileName }, context) {
    const { tx, access } = context
    const { studioId } = present(access, 'an import belongs to a studio')
    if (entityId && !(await namesOfEntities(tx, [entityId])).has(entityId)) throw unknownEntity(entityId)
    const table = await readTable(csv)
    const fields = fieldsOf(table, mapping)
    const read = await readRows(table, { fields, stageWords, entityId }, context)
    if (read.faulty > 0 && onErrors === 'refuse') {
      throw importHasErrors({ rows: table.records.length, faulty: read.faulty, errors: read.errors })
    }
    const answer = importAnswer(table, read)
    if (read.ready.length === 0) return { runId: null, ...answer }
    const input = { rows: read.ready.length, ...(fileName && { fileName }) }
    const runId = await enqueueRun(context, importProgram, { input })
    await insertImport(tx, { runId, studioId, businesses: read.ready.map(({ business }) => business) })
    return { runId, ...answer }
  },
})
