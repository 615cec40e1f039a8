import { i18n } from '../../strings/i18n.ts'

/** `4.76 ms`, `1.35 s`; three digits, for the scale knows no more. */
export function formatDuration(ms: number | null): string {
  if (ms === null) return '—'
  const isLong = ms >= 1000
  const figure = new Intl.NumberFormat(i18n.language, { maximumSignificantDigits: 3 })
  return `${figure.format(isLong ? ms / 1000 : ms)} ${isLong ? 's' : 'ms'}`
}

/** `142 MB`. */
export function formatMegabytes(bytes: number): string {
  return `${new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 0 }).format(bytes / 1e6)} MB`
}
