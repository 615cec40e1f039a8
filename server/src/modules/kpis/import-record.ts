import {
  numberIn,
  textsOf,
  type CellError,
  type Outcome,
  type PreparedSheet,
  type SheetRecord,
} from '#server/modules/imports/index.ts'
import { webLink } from '#server/catalogue/fields.ts'
import type { NamedBusiness } from '#server/modules/businesses/index.ts'
import type { GivenValue } from './decide-values.ts'
import type { ValueField } from './import-target.ts'
import { readPeriod } from './read-period.ts'
import { readUnit } from './read-unit.ts'
import { decimal, type Kpi } from './schema.ts'

/** All that is known of a file and of the studio before its records are read. */
export interface Reading {
  sheet: PreparedSheet<ValueField>
  kpiOf(text: string): Kpi | undefined
  businesses: ReadonlyMap<string, readonly NamedBusiness[]>
  /** For rows that name none. */
  kpi: Kpi | undefined
  period: string | undefined
  source: string
}

/** A value with the place of its column, so that what is wrong with it is told there. */
export interface CellValue {
  at: number
  /** Of the column that told its unit: its own, or one beside it. */
  unitAt: number
  given: GivenValue
}

interface Line {
  business: NamedBusiness
  kpi: Kpi | undefined
  period: string | undefined
  unit: { text: string; at: number } | undefined
  rest: Pick<GivenValue, 'source' | 'link' | 'note'>
}

/** The values of one record: one, or one for each column that is a period or a KPI. Empty cells tell nothing. */
export function readRecord(record: SheetRecord, reading: Reading): Outcome<ValueField, CellValue[]> {
  const texts = textsOf(record, reading.sheet)
  const text = (field: ValueField) => texts.find((one) => one.field === field)?.text.trim()
  const unit = texts.find(({ field }) => field === 'unit')
  const cells = texts.filter(({ field }) => VALUES.has(field))
  if (cells.length === 0) return { ready: [] }
  const told = lineOf(text, reading)
  if ('errors' in told) return told
  const line = { ...told, unit }
  const read = cells.map(({ field, at }) => valueIn(record, { field, at }, line, reading))
  const errors = read.flatMap((one) => ('message' in one ? [one] : []))
  return errors.length > 0 ? { errors } : { ready: read.filter((one) => 'given' in one) }
}

const VALUES: ReadonlySet<ValueField> = new Set(['value', 'periodValue', 'kpiValue'])

function lineOf(
  text: (field: ValueField) => string | undefined,
  { businesses, kpiOf, kpi, period, source }: Reading,
): Omit<Line, 'unit'> | { errors: CellError<ValueField>[] } {
  const [name, kpiName, link] = [text('business'), text('kpi'), text('link')]
  const found = businesses.get(name ?? '') ?? []
  const errors: CellError<ValueField>[] = []
  const [business] = found
  if (found.length !== 1) errors.push({ field: 'business', message: noBusiness(name, found) })
  const named = kpiName === undefined ? kpi : kpiOf(kpiName)
  if (kpiName !== undefined && !named)
    errors.push({
      field: 'kpi',
      message: `There is no KPI "${kpiName.slice(0, 80)}". Create it first, or correct the name.`,
    })
  if (link !== undefined && !webLink().safeParse(link).success)
    errors.push({ field: 'link', message: 'It is no web address that begins with http:// or https://.' })
  const note = text('note') ?? ''
  if (note.length > NOTE_MAX)
    errors.push({ field: 'note', message: `It is longer than ${NOTE_MAX} characters.` })
  const told = text('source') ?? source
  if (told.length > SOURCE_MAX)
    errors.push({ field: 'source', message: `It is longer than ${SOURCE_MAX} characters.` })
  if (errors.length > 0 || !business) return { errors }
  const rest = { source: told, link: link ?? null, note }
  return { business, kpi: named, period: text('period') ?? period, rest }
}

const NOTE_MAX = 1000
const SOURCE_MAX = 400

function noBusiness(name: string | undefined, found: readonly NamedBusiness[]): string {
  if (name === undefined) return 'There is no business. Name one, or choose the column that does.'
  const shown = name.slice(0, 80)
  return found.length === 0
    ? `There is no business "${shown}" that you can use. Create it first, or correct the name.`
    : `There are ${found.length} businesses "${shown}". Write the id of the one that is meant, such as ${found[0]?.id ?? ''}.`
}

function valueIn(
  record: SheetRecord,
  { field, at }: { field: ValueField; at: number },
  line: Line,
  { sheet, kpiOf }: Reading,
): CellValue | CellError<ValueField> {
  const wrong = (message: string) => ({ field, at, message })
  const header = sheet.columns[at] ?? ''
  const kpi = field === 'kpiValue' ? kpiOf(header) : line.kpi
  if (!kpi)
    return wrong(
      field === 'kpiValue'
        ? `There is no KPI "${header}". Create it first, or choose what the column becomes.`
        : 'There is no KPI. Choose the one whose values these are.',
    )
  const when = field === 'periodValue' ? header : line.period
  if (when === undefined) return wrong('There is no period. Name one, or choose the column that does.')
  const number = numberIn(record, at, sheet.decimals[at])
  if ('message' in number) return wrong(number.message)
  const own = number.unit === '' ? [] : [{ text: number.unit, at }]
  const units = [...(line.unit ? [line.unit] : []), ...own].map((one) => ({
    at: one.at,
    text: one.text.trim(),
    read: readUnit(one.text, kpi),
  }))
  const unread = units.find(({ read }) => read === undefined)
  const measure = kpi.currency ?? kpi.unit
  if (unread !== undefined)
    return wrong(
      `"${unread.text.slice(0, 40)}" is no unit that is known, and "${kpi.name}" is told in ${measure}.`,
    )
  const decimalText = decimal().safeParse(number.value)
  if (!decimalText.success)
    return wrong(
      `${number.value.slice(0, 40)} has more digits than are kept: 18, at most 6 of them after the point.`,
    )
  const other = units.find(
    ({ read }) => read && (read.unit !== kpi.unit || (read.currency ?? kpi.currency) !== kpi.currency),
  )
  const { unit, currency } = (other ?? units[0])?.read ?? {}
  return {
    at,
    unitAt: other?.at ?? at,
    given: {
      ...line.rest,
      businessId: line.business.id,
      kpiId: kpi.id,
      period: readPeriod(when, kpi.cadence) ?? when.slice(0, 40),
      value: decimalText.data,
      unit: unit === 'money' && currency !== undefined && kpi.unit === 'money' ? undefined : unit,
      currency,
    },
  }
}
