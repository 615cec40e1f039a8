import { minorDigits } from '#kernel/currencies.ts'
import { currentZone } from '../preferences/zone.ts'
import { i18n } from '../strings/i18n.ts'

/** A whole number with separators: `2,056`. */
export function formatCount(count: number): string {
  return writtenBy({}, count)
}

/** A decimal of the API (`33.333333`), digit for digit, as the language writes it. */
export function formatDecimal(text: string): string {
  return Number.isFinite(Number(text)) ? writtenBy({ maximumFractionDigits: 20 }, Number(text)) : text
}

/** `$1,200.50`: a decimal of the API in units of its currency, formatted from its text, so that no digit is lost. */
export function formatMoney(decimal: string, currency: string): string {
  return written(decimal, { style: 'currency', currency })
}

/** `1,200.50`: the same where the currency stands beside it or above it. */
export function formatAmount(decimal: string, currency: string): string {
  const digits = minorDigits(currency)
  return written(decimal, { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

function written(decimal: string, options: Intl.NumberFormatOptions): string {
  if (!isDecimal(decimal)) return decimal
  return writtenBy(options, decimal)
}

/** A figure as the language writes it; the minus is the sign, and no hyphen, wherever one stands. */
export function writtenBy(options: Intl.NumberFormatOptions, figure: number | `${number}`): string {
  return new Intl.NumberFormat(i18n.language, options).format(figure).replace('-', '\u2212')
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text)
}

/** A part of a whole, with one digit after the point: `12.5 %` reads the same in every column. */
export function formatShare(part: number, whole: number): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return writtenBy({ style: 'percent', ...digits }, whole === 0 ? 0 : part / whole)
}

/** `2026-11-24`, in the person's time zone; a day that is no instant stays. ISO in every language: it sorts as it reads. */
export function formatDay(instant: string): string {
  return isDay(instant) ? instant : stampOf(Date.parse(instant)).slice(0, 10)
}

/** `2026-11-24`, in UTC: where the day itself is counted in UTC. */
export function formatUtcDay(instant: string): string {
  return instant.slice(0, DAY_LENGTH)
}

/** `2026-11-24 14:02 CET`: the zone is always named. */
export function formatInstant(instant: string): string {
  const ms = Date.parse(instant)
  return `${stampOf(ms)} ${zoneName(ms)}`
}

/** `14:02 CET`: when a panel was read. */
export function formatTime(ms: number): string {
  return `${stampOf(ms).slice(11)} ${zoneName(ms)}`
}

const DAY_LENGTH = 10

function isDay(text: string): boolean {
  return text.length === DAY_LENGTH
}

/** `2026-11-24 14:02`: Swedish writes as ISO 8601 does. */
function stampOf(ms: number): string {
  return formatterOf('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms)
}

/** CET, MEZ, EST: as the language calls it at that instant, or by the offset. British English names Europe, American America. */
function zoneName(ms: number): string {
  const languages = i18n.language === 'en' ? ['en-GB', 'en-US'] : [i18n.language]
  const names = languages.map(
    (language) =>
      formatterOf(language, { timeZoneName: 'short' })
        .formatToParts(ms)
        .find(({ type }) => type === 'timeZoneName')?.value ?? '',
  )
  return names.find((name) => !/[+-]\d/.test(name)) ?? names[0] ?? ''
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Kept: one is made in about 50 µs and used in one, and a list shows hundreds of instants. */
function formatterOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const timeZone = currentZone()
  const key = `${language} ${timeZone} ${Object.keys(options).length}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language, { ...options, timeZone })
  formatters.set(key, made)
  return made
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** `3 minutes ago`, for feeds; the instant itself stands in the title. What is less than a minute old is `now`. */
export function formatAgo(instant: string, nowMs: number): string {
  const words = new Intl.RelativeTimeFormat(i18n.language, { numeric: 'auto' })
  const pastMs = Math.max(0, nowMs - Date.parse(instant))
  const unit = UNITS.find(([, ms]) => pastMs >= ms)
  return unit ? words.format(-Math.floor(pastMs / unit[1]), unit[0]) : words.format(0, 'second')
}
