import type { Language } from '#kernel/languages.ts'
import type { Statement } from './schema.ts'
import { columnTitle, statementTitle } from './statement-title.ts'

/** A statement as it leaves on paper or as a table, whoever made it. */
export interface PrintedStatement {
  title: string
  /** Above each amount of a row. */
  heads: readonly string[]
  rows: readonly { kind: string; depth: number; label: string; amounts: readonly string[] }[]
  /** What it rests on, in small print below it. */
  notes: readonly string[]
}

const WORDS = {
  en: { known: 'As known at', now: 'As known now', rates: 'Rates' },
  de: { known: 'Stand der Kenntnis', now: 'Nach heutiger Kenntnis', rates: 'Kurse' },
}

/** What was known when, at which rates, and what of the statement does not hold. */
export function printedStatement(statement: Statement, language: Language): PrintedStatement {
  const { columns, rows, recordedAt, rates, checks } = statement
  return {
    title: statementTitle(statement, language),
    heads: columns.map((one) => columnTitle(one, language)),
    rows,
    notes: [
      ...columns.flatMap((one) =>
        one.emptyBecause === null ? [] : [`${columnTitle(one, language)}: ${one.emptyBecause}`],
      ),
      knownNote(recordedAt, language),
      ...rateNotes(rates, language),
      ...checks.map(({ label, isMet, differences }) => `${label}: ${isMet ? 'OK' : differences.join(' | ')}`),
    ],
  }
}

export function knownNote(recordedAt: string | null, language: Language): string {
  const words = WORDS[language]
  return recordedAt === null ? words.now : `${words.known} ${recordedAt}`
}

/** A line for each pair of currencies and source. */
export function rateNotes(rates: Statement['rates'], language: Language): string[] {
  const alike = Map.groupBy(rates, ({ from, to, source }) => `${from}/${to}, ${source}`)
  return [...alike].map(
    ([pair, own]) =>
      `${WORDS[language].rates} ${pair}: ${own.map(({ rate, on }) => `${rate} (${on})`).join(', ')}`,
  )
}
