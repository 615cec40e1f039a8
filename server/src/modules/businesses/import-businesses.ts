import { z } from 'zod'
import { id, line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleEntity, namesOfEntities } from '#server/modules/entities/index.ts'
import {
  Count,
  IMPORT_BODY_BYTES_MAX,
  ROWS_SHOWN,
  SourceFields,
  importAnswer,
  importHasErrors,
  mappingOf,
  prepareSheet,
  queueImport,
  rememberSheet,
  shortened,
  sourceAnswer,
  type PreparedSheet,
} from '#server/modules/imports/index.ts'
import { Stage } from './business-states.ts'
import { businessImport } from './import-program.ts'
import { businessTexts } from './import-record.ts'
import { readRows, type ReadRows } from './import-rows.ts'
import { ColumnField, businessTarget, type BusinessField } from './import-target.ts'
import { unknownEntity } from './problems.ts'
import { ensureRoom } from './room-left.ts'
import { StageWords } from './stage-words.ts'

const WORDS_MAX = 200

export const ImportAnswer = z.strictObject({
  ...sourceAnswer(ColumnField),
  stageWords: z
    .array(z.strictObject({ word: z.string().max(200), stage: Stage.nullable(), rows: Count }))
    .max(WORDS_MAX)
    .describe('Words for stages in the file. Without a stage: for you to say, in stageWords.'),
  newCategories: z.array(z.string().max(80)).max(200).describe('Categories that are made for it.'),
  preview: z
    .array(
      z.strictObject({
        row: z.int().min(1),
        name: line(200),
        stage: Stage,
        entityName: line(200),
        categoryName: line(80).nullable(),
        ownerName: line(120).nullable(),
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
    'Imports businesses from CSV, copied cells or XLSX: checked at once, then created in one run, all or none. Try it first as a dry run with onErrors "leave-out", which answers what each column and word would become and what is wrong in which row.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'businesses.write',
  risk: 'none',
  carriesOut: ['businesses.create-business', 'businesses.create-businesses'],
  bodyBytesMax: IMPORT_BODY_BYTES_MAX,
  input: z.strictObject({
    ...SourceFields,
    mapping: mappingOf(ColumnField),
    stageWords: StageWords.default([]).describe(
      "The file's words for stages. Usual ones, such as Operating or Dead, are known.",
    ),
    entityId: id('entity').optional().describe('Holds the businesses of rows that name no entity.'),
  }),
  output: ImportAnswer,
  examples: async (factory) => {
    const { id: entityId } = await exampleEntity(factory)
    const csv =
      'Company,Satus,Website\r\nLovelace Analytics,Operating,https://example.com/\r\nBabbage Engines,Dead,\r\n'
    return [
      { csv, entityId },
      {
        cells: 'Was\tWie weit\nNordlicht\tläuft\n',
        headerRow: 1,
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
  async handle({ stageWords, entityId, onErrors, fileName, ...given }, context) {
    if (entityId && !(await namesOfEntities(context.tx, [entityId])).has(entityId))
      throw unknownEntity(entityId)
    const words = stageWords.map(({ word, stage }) => ({ word, means: stage }))
    const sheet = await prepareSheet(businessTarget, { ...given, words }, context)
    const read = await readRows(sheet, { stageWords: wordsOf(sheet), entityId }, context)
    if (read.faulty > 0 && onErrors === 'refuse')
      throw importHasErrors({
        source: sheet.source,
        rows: sheet.records.length,
        faulty: read.faulty,
        errors: read.errors,
      })
    const answer = {
      ...importAnswer(sheet, read, context.language),
      stageWords: stageWordsOf(sheet, read),
      newCategories: read.newCategories,
      preview: read.ready.slice(0, ROWS_SHOWN).map((one) => shown(one, read)),
    }
    if (read.ready.length === 0) return { runId: null, ...answer }
    await ensureRoom(context.tx, read.ready.length)
    await rememberSheet(businessTarget, sheet, context)
    const content = read.ready.map(({ value }) => value)
    const runId = await queueImport(context, businessImport, { rows: content.length, fileName, content })
    return { runId, ...answer }
  },
})

function wordsOf({ words }: PreparedSheet<BusinessField>): StageWords {
  return words.flatMap(({ word, means }) => {
    const stage = Stage.safeParse(means).data
    return stage === undefined ? [] : [{ word, stage }]
  })
}

function shown({ row, value }: ReadRows['ready'][number], { reading }: ReadRows) {
  const { name, stage, entityId, categoryId, categoryName, ownerId, description, links, tags } = value
  const { entityNames, categoryNames, ownerNames } = reading.known
  return {
    row,
    name,
    stage,
    entityName: entityNames.get(entityId) ?? '',
    categoryName: categoryId === null ? categoryName : (categoryNames.get(categoryId) ?? ''),
    ownerName: ownerId === null ? null : (ownerNames.get(ownerId) ?? ''),
    description,
    links,
    tags,
  }
}

function stageWordsOf(sheet: PreparedSheet<BusinessField>, { reading }: ReadRows) {
  const counts = new Map<string, number>()
  for (const record of sheet.records) {
    const [word] = businessTexts(record, sheet).stage
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, WORDS_MAX)
    .map(([word, rows]) => ({ word: shortened(word), stage: reading.stageOf(word) ?? null, rows }))
}
