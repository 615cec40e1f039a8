import type { Language } from '#kernel/languages.ts'
import type { Statement } from './schema.ts'
import { columnTitle, statementTitle } from './statement-title.ts'
import { tablePdf } from './table-pdf.ts'

const WORDS = {
  en: { known: 'As known at', now: 'As known now', rates: 'Rates' },
  de: { known: 'Stand der Kenntnis', now: 'Nach heutiger Kenntnis', rates: 'Kurse' },
}

/** A statement to print; the bytes of the PDF. */
export async function statementPdf(statement: Statement, language: Language): Promise<Buffer> {
  return tablePdf(
    {
      title: statementTitle(statement, language),
      columns: statement.columns.map((column) => columnTitle(column, language)),
      rows: statement.rows.map(({ kind, label, depth, amounts }) => ({
        label,
        depth,
        amounts,
        isTotal: kind === 'total',
        isBold: kind === 'total' || kind === 'section',
      })),
      notes: notesOf(statement, language),
    },
    language,
  )
}

/** What was known when, at which rates, and what of the statement does not hold. */
function notesOf({ recordedAt, rates, checks }: Statement, language: Language): string[] {
  const words = WORDS[language]
  return [
    recordedAt === null ? words.now : `${words.known} ${recordedAt}`,
    ...rates.map(
      ({ from, to, rate, on, source }) => `${words.rates}: ${from}/${to} ${rate}, ${on}, ${source}`,
    ),
    ...checks.map(({ label, isMet, differences }) => `${label}: ${isMet ? 'OK' : differences.join(' | ')}`),
  ]
}
