import { createHash } from 'node:crypto'
import type { Id } from '#kernel/ids.ts'
import { amountText } from '#kernel/money.ts'
import { addDays } from '#kernel/periods.ts'
import { LINES_MAX } from '#server/modules/ledger/index.ts'
import { sumOf, type MinorBooks, type MinorLine } from './check-sums.ts'
import type { PlannedEntry, PlannedLine, SourceCompany, Tell } from './import-model.ts'
import { programNamed } from './programs.ts'
import type { SourceBooks } from './source-books.ts'

/** Of a class or a cost centre: the business that it is, or null for overhead. */
export type Words = ReadonlyMap<string, Id<'business'> | null>

/** Of an account of the source: the entity on the other side, where there is one. */
export type Partners = ReadonlyMap<string, Id<'entity'>>

export interface Places {
  words: Words
  partners: Partners
}

const MEMO_MAX = 400

/** The same for the same files, company and document, so that nothing is posted twice. */
export function externalIdOf({ digest, name }: SourceCompany, document: string): string {
  const own = createHash('sha256')
    .update(JSON.stringify([digest, name, document]))
    .digest('hex')
  return `migration-${own.slice(0, 48)}`
}

export const OPENING = 'opening'

/** The documents of a company's general ledger, and the opening, if it has one. */
export function documentsOf({ balance, ledger }: SourceCompany): string[] {
  if (!ledger) return balance ? [OPENING] : []
  return [OPENING, ...new Set(ledger.lines.map(({ document }) => document))]
}

/** A trial balance as one opening entry. One that does not balance is told, and shown as it would be posted: a fault is never posted. Pure. */
export function planOpening(
  company: SourceCompany,
  source: SourceBooks,
  given: {
    lines: readonly (Pick<MinorLine, 'account' | 'target' | 'minor'> & { word?: string })[]
    on: string
    places: Places
    currency: string
    tell: Tell
  },
): PlannedEntry[] {
  const { on, places, currency, tell } = given
  const missing = sumOf(given.lines)
  if (missing !== 0n) tell(unbalanced(company.name, { missing, currency, lines: given.lines }))
  const lines = merged(given.lines.map((line) => planned({ word: '', ...line, memo: '' }, places)))
  const label = programNamed(source.program)?.label ?? ''
  return entryOf(
    {
      lines,
      effectiveOn: on,
      memo: `Opening balances from ${label} as of ${on}`,
      externalId: externalIdOf(company, OPENING),
      source: OPENING,
    },
    tell,
  )
}

/** A general ledger as its documents, each balanced by itself; what accounts began with comes first. Pure. */
export function planLedger(
  company: SourceCompany,
  source: SourceBooks,
  given: { books: MinorBooks; isBegun: boolean; places: Places; currency: string; tell: Tell },
): PlannedEntry[] {
  const { books, isBegun, places, currency, tell } = given
  const { lines } = books
  // A book that has something by then goes on from what it has, and the tie-out shows whether that is the same.
  const openings = isBegun ? [] : books.openings
  const opening = planOpening(company, source, {
    lines: openings,
    on: addDays(source.from, -1),
    places,
    currency,
    tell,
  })
  const documents = Map.groupBy(lines, ({ document }) => document)
  const entries = [...documents].flatMap(([document, own]): PlannedEntry[] => {
    const [first] = own
    if (!first) return []
    const missing = sumOf(own)
    if (missing !== 0n)
      tell(documentUnbalanced(document, missing, currency), {
        fileAt: source.fileAt,
        row: first.row,
        cell: first.cell,
      })
    const memo = own.find((line) => line.memo !== '')?.memo ?? ''
    const moved = own.map((line) => planned(line, places))
    const title = [document.slice(first.day.length).trim(), memo].filter(Boolean).join(': ')
    return entryOf(
      {
        lines: moved.filter((line) => line.minor !== 0n),
        effectiveOn: first.day,
        memo: (title || document).slice(0, MEMO_MAX),
        externalId: externalIdOf(company, document),
        source: 'migration',
      },
      tell,
    )
  })
  return opening.concat(entries)
}

function planned(
  { account, target, minor, word, memo }: Pick<MinorLine, 'account' | 'target' | 'minor' | 'word' | 'memo'>,
  { words, partners }: Places,
): PlannedLine {
  const partnerId = partners.get(account) ?? null
  const businessId = words.get(word) ?? null
  const isResult = target.type === 'income' || target.type === 'expense'
  return { target, partnerId, minor, businessId, isOverhead: businessId === null && isResult, memo }
}

/** An opening has a line for each account, partner and business, whatever rows they came from. */
function merged(lines: readonly PlannedLine[]): PlannedLine[] {
  const sums = new Map<string, PlannedLine>()
  for (const line of lines) {
    const key = [line.target.code, line.partnerId, line.businessId].join(' ')
    const before = sums.get(key)
    sums.set(key, before ? { ...before, minor: before.minor + line.minor } : line)
  }
  return [...sums.values()].filter(({ minor }) => minor !== 0n)
}

function entryOf(entry: PlannedEntry, tell: Tell): PlannedEntry[] {
  if (entry.lines.length > LINES_MAX) tell(tooManyLines(entry.memo, entry.lines.length))
  // What moves an account and moves it back leaves nothing to post.
  return entry.lines.length === 0 ? [] : [entry]
}

function unbalanced(
  company: string,
  given: { missing: bigint; currency: string; lines: readonly Pick<MinorLine, 'account' | 'minor'>[] },
) {
  const { missing, currency, lines } = given
  const [by, isDebit] = [amountText(missing < 0n ? -missing : missing, currency), missing > 0n]
  // What stands on the wrong side is missed there and is too much here.
  const turned = lines.find(({ minor }) => minor * 2n === missing)?.account
  return {
    en: `The balances of ${company} do not balance: ${isDebit ? 'debits' : 'credits'} are ${by} more. ${turned === undefined ? '' : `"${turned}" is half of that: see whether it belongs on the other side. `}Look for an account that is left out of the report, a sum that was exported as an account, an amount on the wrong side, or an entry of one side in the program it comes from; nothing is made up here to close the gap.`,
    de: `Die Salden von ${company} gehen nicht auf: Im ${isDebit ? 'Soll' : 'Haben'} stehen ${by} mehr. ${turned === undefined ? '' : `„${turned}“ ist die Hälfte davon: Sehen Sie nach, ob es auf die andere Seite gehört. `}Suchen Sie ein Konto, das im Bericht fehlt, eine Summe, die als Konto exportiert ist, einen Betrag auf der falschen Seite, oder eine einseitige Buchung im alten Programm; hier wird nichts erfunden, um die Lücke zu schließen.`,
  }
}
const documentUnbalanced = (document: string, missing: bigint, currency: string) => {
  const by = amountText(missing < 0n ? -missing : missing, currency)
  return {
    en: `"${document}" does not balance: ${missing > 0n ? 'debits' : 'credits'} are ${by} more. Export the report with every account; where amounts stand in one column, say what the accounts are, or add the columns Debit and Credit.`,
    de: `„${document}“ geht nicht auf: Im ${missing > 0n ? 'Soll' : 'Haben'} stehen ${by} mehr. Exportieren Sie den Bericht mit allen Konten; stehen Beträge in einer Spalte, sagen Sie, was die Konten sind, oder nehmen Sie die Spalten Debit und Credit dazu.`,
  }
}
const tooManyLines = (memo: string, lines: number) => ({
  en: `"${memo}" has ${lines.toLocaleString('en')} lines, and an entry takes ${LINES_MAX.toLocaleString('en')}. Bring accounts together, or leave classes out.`,
  de: `„${memo}“ hat ${lines.toLocaleString('de')} Zeilen, und eine Buchung fasst ${LINES_MAX.toLocaleString('de')}. Führen Sie Konten zusammen, oder lassen Sie Klassen weg.`,
})
