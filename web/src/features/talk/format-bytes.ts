import { i18n } from '../../strings/i18n.ts'

const UNITS = [
  ['megabyte', 1e6],
  ['kilobyte', 1000],
] as const

/** `12 kB`, `3.4 MB`: as file managers write it. */
export function formatBytes(bytes: number): string {
  const [unit, each] = UNITS.find(([, size]) => bytes >= size) ?? ['byte', 1]
  const value = bytes / each
  return new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}
