import { readDay } from '#server/modules/imports/index.ts'
import { parsePeriod, periodOf, type Cadence } from '#kernel/periods.ts'

const MONTHS = 12
/** Languages whose names of months are read; a spreadsheet shows "Okt-26" for a day of October 2026. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt']

/**
 * A period as spreadsheets write it: `2026-10`, `Q3 2026`, `KW 43/2026`, `10/2026`, `Oct 2026`, or a day, which lies in the
 * period of the cadence. Undefined for what is none, and for a day that can be read in two ways (`3/4/2026`).
 */
export function readPeriod(text: string, cadence: Cadence): string | undefined {
  const plain = text.trim()
  const day = readDay(plain)
  if (day !== undefined && day >= '1970-01-01' && day < '2200-01-01') return periodOf(cadence, day).name
  return parsePeriod(standard(plain))?.name
}

/** Whether a header names a period of any cadence. */
export function isPeriod(text: string): boolean {
  return readPeriod(text, 'month') !== undefined
}

/** As the kernel writes periods, where it is one of the usual ways. */
function standard(text: string): string {
  const [, quarter, quarterYear] = /^Q([1-4])[\s/-]*'?(\d{4})$/i.exec(text) ?? []
  if (quarter) return `${quarterYear}-Q${quarter}`
  const [, yearOfQuarter, quarterAfter] = /^(\d{4})[\s/-]*Q([1-4])$/i.exec(text) ?? []
  if (quarterAfter) return `${yearOfQuarter}-Q${quarterAfter}`
  const [, week = '', weekYear] = /^(?:W|KW|CW|week)\s*(\d{1,2})[\s/-]+(\d{4})$/i.exec(text) ?? []
  if (weekYear) return `${weekYear}-W${week.padStart(2, '0')}`
  const [, month = '', monthYear] = /^(\d{1,2})[/.](\d{4})$/.exec(text) ?? []
  if (monthYear) return `${monthYear}-${month.padStart(2, '0')}`
  const [, yearBefore, monthAfter = ''] = /^(\d{4})[/.](\d{1,2})$/.exec(text) ?? []
  if (yearBefore) return `${yearBefore}-${monthAfter.padStart(2, '0')}`
  const [, name = '', shortYear = ''] = /^(\p{L}{3,12})\.?[\s/-]*'?(\d{2}|\d{4})$/u.exec(text) ?? []
  const number = MONTH_OF_NAME.get(name.toLowerCase())
  if (number === undefined) return text
  return `${shortYear.length === 2 ? `20${shortYear}` : shortYear}-${String(number).padStart(2, '0')}`
}

const MONTH_OF_NAME = new Map(
  LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
      return Array.from({ length: MONTHS }, (_nothing, at): [string, number] => [
        format
          .format(Date.UTC(2026, at, 1))
          .toLowerCase()
          .replace('.', ''),
        at + 1,
      ])
    }),
  ),
)
