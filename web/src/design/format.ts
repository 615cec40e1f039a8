import { i18n } from '../strings/i18n.ts'

/** A whole number with separators: `2,056`. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(i18n.language).format(count)
}

/** A part of a whole, with one digit after the point: `12.5 %` reads the same in every column. */
export function formatShare(part: number, whole: number): string {
  return new Intl.NumberFormat(i18n.language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(whole === 0 ? 0 : part / whole)
}

/** `2026-11-24`, in UTC: dates in tables sort as they read. */
export function formatDay(instant: string): string {
  return instant.slice(0, 10)
}

/** `2026-11-24 14:02 UTC`. */
export function formatInstant(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`
}

/** `14:02 UTC`: when a panel was read. */
export function formatTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(11, 16)} UTC`
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
