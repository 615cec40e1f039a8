import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id, line } from '#server/catalogue/fields.ts'
import { operation, type CallContext } from '#server/catalogue/operation.ts'
import { businessesNamed, exampleBusiness } from '#server/modules/businesses/index.ts'
import {
  Count,
  IMPORT_BODY_BYTES_MAX,
  ROWS_SHOWN,
  SourceFields,
  importAnswer,
  importHasErrors,
  leaveOut,
  mappingOf,
  placed,
  prepareSheet,
  queueImport,
  readRecords,
  rememberSheet,
  sourceAnswer,
  textsOf,
  type PreparedSheet,
  type ReadRecords,
  type RowError,
} from '#server/modules/imports/index.ts'
import { errorsIn } from './decide-values.ts'
import { exampleKpi } from './example-kpi.ts'
import { valueImport } from './import-program.ts'
import { readRecord, type CellValue } from './import-record.ts'
import { ColumnField, kpiByName, valueTarget, type ValueField } from './import-target.ts'
import { pageOfKpis } from './kpis-queries.ts'
import { kpiNotFound, tooManyValues } from './problems.ts'
import { CLAIMS_MAX, period, type Kpi } from './schema.ts'
import { archivedAmong } from './values-queries.ts'

/** A studio with more would not find one by the header of a column. */
const KPIS_READ = 1000

export const importValues = operation({
  name: 'kpis.import-values',
  summary:
    'Imports claimed values of KPIs from CSV, copied cells or XLSX; periods or KPIs stand in rows or in the headers of columns. Checked at once, then recorded in one run, all or none. Try it first as a dry run with onErrors "leave-out".',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'kpis.write',
  risk: 'none',
  carriesOut: ['kpis.record-values'],
  bodyBytesMax: IMPORT_BODY_BYTES_MAX,
  input: z.strictObject({
    ...SourceFields,
    mapping: mappingOf(ColumnField),
    kpiId: id('kpi').optional().describe('Whose values those are of rows and columns that name no KPI.'),
    period: period().optional().describe('Of values that name no period.'),
  }),
  output: z.strictObject({
    ...sourceAnswer(ColumnField),
    values: z.int().min(0).max(CLAIMS_MAX).describe('Values of the rows that are ready.'),
    withoutValue: Count.describe('Rows whose cells for values are empty: nothing is told by them.'),
    preview: z
      .array(
        z.strictObject({
          row: z.int().min(1),
          businessName: line(200),
          kpiName: line(80),
          period: z.string().max(40),
          value: z.string().max(40),
          measure: z.string().max(20).describe('The currency of money, the unit of everything else.'),
        }),
      )
      .max(ROWS_SHOWN)
      .describe('The first values as they would be recorded.'),
  }),
  examples: async (factory) => {
    const [{ id: businessId }, kpi] = [await exampleBusiness(factory), await exampleKpi(factory)]
    return [
      { csv: `Business,2026-08,2026-09\n${businessId},"1,200.50",1300\n`, kpiId: kpi.id },
      {
        cells: `Business\tMonth\t${kpi.name}\n${businessId}\tOkt 2026\t1.234,50 €\n`,
        onErrors: 'leave-out' as const,
      },
    ]
  },
  async handle({ kpiId, period: given, onErrors, fileName, ...source }, context) {
    const kpis = await pageOfKpis(context.tx, { isArchived: false, after: undefined, limit: KPIS_READ })
    const kpi = kpis.find((one) => one.id === kpiId)
    if (kpiId && !kpi) throw kpiNotFound(kpiId)
    const target = valueTarget(kpis)
    const sheet = await prepareSheet(target, source, context)
    const read = await readValues(sheet, { kpis, kpi, period: given, source: fileName ?? '' }, context)
    if (read.faulty > 0 && onErrors === 'refuse') {
      const { faulty, errors } = read
      throw importHasErrors({ source: sheet.source, rows: sheet.records.length, faulty, errors })
    }
    const ready = read.ready.filter(({ value }) => value.length > 0)
    const values = ready.flatMap(({ value }) => value.map((one) => one.given))
    if (values.length > CLAIMS_MAX) throw tooManyValues(values.length, CLAIMS_MAX)
    const answer = {
      ...importAnswer(sheet, { ...read, ready }, context.language),
      values: values.length,
      withoutValue: read.ready.length - ready.length,
      preview: previewOf(ready, kpis, read.names),
    }
    if (values.length === 0) return { runId: null, ...answer }
    await rememberSheet(target, sheet, context)
    const queued = { rows: ready.length, fileName, content: values }
    return { runId: await queueImport(context, valueImport, queued), ...answer }
  },
})

interface ReadValues extends ReadRecords<CellValue[]> {
  names: ReadonlyMap<string, string>
}

/** Every value of the file; then all of them are judged as `record-values` judges them. */
async function readValues(
  sheet: PreparedSheet<ValueField>,
  given: { kpis: readonly Kpi[]; kpi: Kpi | undefined; period: string | undefined; source: string },
  { tx }: CallContext,
): Promise<ReadValues> {
  const named = sheet.records.flatMap((record) =>
    textsOf(record, sheet).flatMap(({ field, text }) => (field === 'business' ? text.trim() : [])),
  )
  const businesses = await businessesNamed(tx, [...new Set(named)])
  const reading = { ...given, sheet, businesses, kpiOf: kpiByName(given.kpis) }
  const read = await readRecords(sheet, (record) => readRecord(record, reading))
  const placesOf = read.ready.flatMap(({ row, value }) => value.map((one) => ({ row, ...one })))
  const known = {
    kpis: new Map(given.kpis.map((kpi) => [kpi.id, kpi])),
    archivedBusinesses: await archivedAmong(tx, [...new Set(placesOf.map((one) => one.given.businessId))]),
  }
  const later = errorsIn(
    placesOf.map((one) => one.given),
    known,
  ).map(({ path, message }): RowError => {
    const [, , number = '', field = ''] = path.split('/')
    const place = present(placesOf[Number(number)], 'a value that was judged')
    const column = COLUMN_OF[field]
    const at = UNITS.has(field) ? place.unitAt : place.at
    const hasColumn = column !== undefined && sheet.fields.includes(column)
    return placed({ field: column ?? 'value', ...(!hasColumn && { at }), message }, place.row, sheet)
  })
  const names = new Map([...businesses.values()].flat().map(({ id: businessId, name }) => [businessId, name]))
  return { ...leaveOut(read, later), names }
}

/** Where an error of a value is told, in files that have a column for it. */
const COLUMN_OF: Record<string, ValueField> = {
  businessId: 'business',
  kpiId: 'kpi',
  period: 'period',
}

const UNITS: ReadonlySet<string> = new Set(['unit', 'currency'])

function previewOf(
  ready: readonly { row: number; value: CellValue[] }[],
  kpis: readonly Kpi[],
  names: ReadonlyMap<string, string>,
) {
  const first = ready
    .slice(0, ROWS_SHOWN)
    .flatMap(({ row, value }) => value.map(({ given }) => ({ row, given })))
  return first.slice(0, ROWS_SHOWN).map(({ row, given }) => {
    const kpi = present(
      kpis.find((one) => one.id === given.kpiId),
      'a KPI that was found',
    )
    return {
      row,
      businessName: names.get(given.businessId) ?? '',
      kpiName: kpi.name,
      period: given.period,
      value: given.value,
      measure: kpi.currency ?? kpi.unit,
    }
  })
}
