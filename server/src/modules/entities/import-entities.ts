import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import {
  IMPORT_BODY_BYTES_MAX,
  ROWS_SHOWN,
  SourceFields,
  importAnswer,
  importHasErrors,
  mappingOf,
  prepareSheet,
  queueImport,
  rememberSheet,
  sourceAnswer,
} from '#server/modules/imports/index.ts'
import { STRUCTURE_MAX } from './new-structure.ts'
import { entityImport } from './import-program.ts'
import { readEntities } from './import-rows.ts'
import { ColumnField, entityTarget } from './import-target.ts'
import { HolderKind, day } from './ownership-schema.ts'
import { tooManyEntities } from './problems.ts'

const Many = z.int().min(0).max(STRUCTURE_MAX)

export const importEntities = operation({
  name: 'entities.import-entities',
  summary:
    'Imports entities and who owns them from CSV, copied cells or XLSX, a row for each owner: checked at once, then registered in one run, all or none. Entities that are there already get stakes and are never changed. Try it first as a dry run with onErrors "leave-out".',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'entities.write',
  risk: 'none',
  carriesOut: [
    'entities.create-entities',
    'entities.create-entity',
    'entities.create-holder',
    'entities.record-stake',
  ],
  bodyBytesMax: IMPORT_BODY_BYTES_MAX,
  input: z.strictObject({
    ...SourceFields,
    mapping: mappingOf(ColumnField),
    from: day().optional().describe('Since when stakes hold whose row names no first day.'),
    newHolders: HolderKind.optional().describe(
      'What owners are that are neither an entity nor a holder yet.',
    ),
  }),
  output: z.strictObject({
    ...sourceAnswer(ColumnField),
    newEntities: Many,
    newHolders: Many,
    newStakes: Many,
    preview: z
      .array(
        z.strictObject({
          row: z.int().min(1),
          name: line(200),
          kind: z.string().max(60).nullable(),
          jurisdiction: z.string().max(60).nullable(),
          ownerName: z.string().max(200).nullable(),
          votingPercent: z.string().max(10).nullable(),
          economicPercent: z.string().max(10).nullable(),
          from: z.string().max(10).nullable(),
        }),
      )
      .max(ROWS_SHOWN)
      .describe('The first rows as they were read.'),
  }),
  examples: async () => {
    const name = `Imported ${newId('entity').slice(-8)} LLC`
    const csv = `Entity,Type,Jurisdiction,Owner,Share,Since\n${name},LLC,US-DE,Fund ${newId('holder').slice(-8)},60%,2024-01-01\n`
    return [
      { csv: csv.split('\n').slice(0, 2).join('\n'), newHolders: 'investor' as const },
      { cells: `Entity\tType\tJurisdiction\n${name} II\tGmbH\tGermany\n`, onErrors: 'leave-out' as const },
    ]
  },
  async handle({ from, newHolders, onErrors, fileName, ...source }, context) {
    const sheet = await prepareSheet(entityTarget, source, context)
    const { structure, ...read } = await readEntities(sheet, { from, newHolders }, context)
    if (read.faulty > 0 && onErrors === 'refuse') {
      const { faulty, errors } = read
      throw importHasErrors({ source: sheet.source, rows: sheet.records.length, faulty, errors })
    }
    const many = Math.max(structure.entities.length, structure.stakes.length, structure.holders.length)
    if (many > STRUCTURE_MAX) throw tooManyEntities(many, STRUCTURE_MAX)
    const answer = {
      ...importAnswer(sheet, read, context.language),
      newEntities: structure.entities.length,
      newHolders: structure.holders.length,
      newStakes: structure.stakes.length,
      preview: read.ready.slice(0, ROWS_SHOWN).map(({ row, value: { name, facts, stake } }) => ({
        row,
        name,
        kind: facts.kind ?? null,
        jurisdiction: facts.jurisdiction ?? null,
        ownerName: stake?.owner ?? null,
        votingPercent: stake?.votingPercent ?? null,
        economicPercent: stake?.economicPercent ?? null,
        from: stake?.from ?? null,
      })),
    }
    if (read.ready.length === 0) return { runId: null, ...answer }
    await rememberSheet(entityTarget, sheet, context)
    const runId = await queueImport(context, entityImport, {
      rows: read.ready.length,
      fileName,
      content: structure,
    })
    return { runId, ...answer }
  },
})
