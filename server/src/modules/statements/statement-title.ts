import type { Part } from '#kernel/consolidation-figures.ts'
import type { Language, Said } from '#kernel/languages.ts'
import type { Statement } from './schema.ts'

export const STATEMENT_TITLES: Record<Part, Said> = {
  'balance-sheet': { en: 'Balance sheet', de: 'Bilanz' },
  'income-statement': { en: 'Income statement', de: 'Gewinn- und Verlustrechnung' },
  'cash-flow': { en: 'Cash flow statement', de: 'Kapitalflussrechnung' },
  'cash-flow-direct': { en: 'Cash flow statement, direct', de: 'Kapitalflussrechnung, direkt' },
}
const COLUMN_KINDS: Record<Statement['columns'][number]['kind'], Said> = {
  actual: { en: '', de: '' },
  budget: { en: 'budget ', de: 'Budget ' },
  variance: { en: 'variance ', de: 'Abweichung ' },
}

/** `Balance sheet, Acme LLC, USD`. */
export function statementTitle(statement: Statement, language: Language): string {
  const { kind, entity, isOfNoBusiness, business, category, currency } = statement
  const combined = { en: ' (combined)', de: ' (zusammengefasst)' }[language]
  const subject = category ? `${category.name}${combined}` : (entity ?? business)?.name
  const part = isOfNoBusiness ? [{ en: 'of no business', de: 'zu keinem Unternehmen' }[language]] : []
  return [STATEMENT_TITLES[kind][language], subject ?? '', ...part, currency].join(', ')
}

export function columnTitle({ kind, from, to }: Statement['columns'][number], language: Language): string {
  const days = from === null ? to : `${from} – ${to}`
  return `${COLUMN_KINDS[kind][language]}${days}`
}
