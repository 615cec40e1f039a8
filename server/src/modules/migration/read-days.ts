import { readDay } from '#server/modules/imports/index.ts'

export type DayOrder = 'day-first' | 'month-first'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const FIRST_DAY = '1970-01-01'
const LAST_DAY = '2199-12-31'

/** Days that books take. */
export function isInReach(day: string): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY
}

/** Of `3/4/2026` and `03-04-2026` nobody knows which is the day: told by those in the column that leave no doubt. */
export function dayOrderOf(cells: readonly string[]): DayOrder | undefined {
  let order: DayOrder | undefined
  for (const cell of cells) {
    const [, first = '', second = ''] = NUMBERS.exec(cell.trim()) ?? []
    const found = Number(first) > 12 ? 'day-first' : Number(second) > 12 ? 'month-first' : undefined
    if (found === undefined) continue
    if (order !== undefined && order !== found) return undefined
    order = found
  }
  return order
}

const NUMBERS = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?: |$)/

/** Undefined for what is no day; `open` for one that can be read in two ways. */
export function readDayText(text: string, order: DayOrder | undefined): string | undefined {
  const [, first = '', second = '', year] = NUMBERS.exec(text.trim()) ?? []
  if (year === undefined) return readDay(text) ?? (WORDS.test(text) ? dayIn(text) : undefined)
  if (first !== second && order === undefined) return 'open'
  const [day, month] = order === 'month-first' ? [second, first] : [first, second]
  return readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

const WORDS = /[a-z]{3}/i

/** The last day that a line in words tells: "As of December 31, 2025", "1 January 2025 to 31 December 2025", "End of Dec 2025". */
export function dayIn(text: string): string | undefined {
  const found = [...text.matchAll(WORDED)].at(-1)
  if (!found) return numbersIn(text)
  const [, before, name = '', after, year = ''] = found
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  const day = before ?? after ?? String(last)
  return readDay(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
}

function numbersIn(text: string): string | undefined {
  const found = [...text.matchAll(/\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g)].at(-1)?.[0] ?? ''
  const day = readDayText(found, dayOrderOf([found]))
  return day === 'open' ? undefined : day
}

const WORDED =
  /(?:\b(\d{1,2})(?:st|nd|rd|th)?\s+)?\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})\b/gi
