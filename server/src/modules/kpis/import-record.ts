import type { Said } from '#kernel/languages.ts'
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
      message: {
        en: `There is no KPI "${kpiName.slice(0, 80)}". Create it first, or correct the name.`,
        de: `Es gibt keine KPI „${kpiName.slice(0, 80)}“. Legen Sie sie zuerst an, oder berichtigen Sie den Namen.`,
      },
    })
  if (link !== undefined && !webLink().safeParse(link).success)
    errors.push({ field: 'link', message: NO_LINK })
  const note = text('note') ?? ''
  if (note.length > NOTE_MAX) errors.push({ field: 'note', message: tooLong(NOTE_MAX) })
  const told = text('source') ?? source
  if (told.length > SOURCE_MAX) errors.push({ field: 'source', message: tooLong(SOURCE_MAX) })
  if (errors.length > 0 || !business) return { errors }
  const rest = { source: told, link: link ?? null, note }
  return { business, kpi: named, period: text('period') ?? period, rest }
}

const NOTE_MAX = 1000
const SOURCE_MAX = 400
const NO_LINK: Said = {
  en: 'It is no web address that begins with http:// or https://.',
  de: 'Das ist keine Webadresse, die mit http:// oder https:// beginnt.',
}

function tooLong(charsMax: number): Said {
  return { en: `It is longer than ${charsMax} characters.`, de: `Es ist länger als ${charsMax} Zeichen.` }
}

function noBusiness(name: string | undefined, found: readonly NamedBusiness[]): Said {
  if (name === undefined)
    return {
      en: 'There is no business. Name one, or choose the column that does.',
      de: 'Das Unternehmen fehlt. Nennen Sie eines, oder wählen Sie die Spalte, die es tut.',
    }
  const shown = name.slice(0, 80)
  return found.length === 0
    ? {
        en: `There is no business "${shown}" that you can use. Create it first, or correct the name.`,
        de: `Es gibt kein Unternehmen „${shown}“, das Sie verwenden können. Legen Sie es zuerst an, oder berichtigen Sie den Namen.`,
      }
    : {
        en: `There are ${found.length} businesses "${shown}". Write the id of the one that is meant, such as ${found[0]?.id ?? ''}.`,
        de: `Es gibt ${found.length} Unternehmen „${shown}“. Schreiben Sie die Kennung dessen, das gemeint ist, etwa ${found[0]?.id ?? ''}.`,
      }
}

const NO_PERIOD: Said = {
  en: 'There is no period. Name one, or choose the column that does.',
  de: 'Der Zeitraum fehlt. Nennen Sie einen, oder wählen Sie die Spalte, die es tut.',
}

function valueIn(
  record: SheetRecord,
  { field, at }: { field: ValueField; at: number },
  line: Line,
  { sheet, kpiOf }: Reading,
): CellValue | CellError<ValueField> {
  const wrong = (message: Said) => ({ field, at, message })
  const header = sheet.columns[at] ?? ''
  const kpi = field === 'kpiValue' ? kpiOf(header) : line.kpi
  if (!kpi)
    return wrong(
      field === 'kpiValue'
        ? {
            en: `There is no KPI "${header}". Create it first, or choose what the column becomes.`,
            de: `Es gibt keine KPI „${header}“. Legen Sie sie zuerst an, oder wählen Sie, was die Spalte wird.`,
          }
        : {
            en: 'There is no KPI. Choose the one whose values these are.',
            de: 'Die KPI fehlt. Wählen Sie die, deren Werte das sind.',
          },
    )
  const when = field === 'periodValue' ? header : line.period
  if (when === undefined) return wrong(NO_PERIOD)
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
    return wrong({
      en: `"${unread.text.slice(0, 40)}" is no unit that is known, and "${kpi.name}" is told in ${measure}.`,
      de: `„${unread.text.slice(0, 40)}“ ist keine bekannte Einheit, und „${kpi.name}“ wird in ${measure} gemeldet.`,
    })
  const decimalText = decimal().safeParse(number.value)
  if (!decimalText.success)
    return wrong({
      en: `${number.value.slice(0, 40)} has more digits than are kept: 18, at most 6 of them after the point.`,
      de: `${number.value.slice(0, 40)} hat mehr Ziffern, als aufbewahrt werden: 18, davon höchstens 6 nach dem Komma.`,
    })
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
