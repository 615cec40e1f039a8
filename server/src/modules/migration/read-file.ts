import { Problem } from '#kernel/problem.ts'
import type { Decimal } from '#server/modules/imports/index.ts'
import { fileRows, type SourceFile } from './file-rows.ts'
import { findTable, type FoundTable } from './find-table.ts'
import { PROGRAMS } from './programs.ts'
import { isInReach, type DayOrder } from './read-days.ts'
import { readGeneralLedger } from './read-general-ledger.ts'
import { readHead } from './read-head.ts'
import { readTrialBalance } from './read-trial-balance.ts'
import { openReading, type CompanyRows, type RowFault } from './reading.ts'
import type { Fault, ProgramName, SourceBooks, SourceKind } from './source-books.ts'

/** What may be said of a file that it does not say itself. */
export interface GivenFile extends SourceFile {
  program?: ProgramName | undefined
  company?: string | undefined
  asOf?: string | undefined
}

export interface ReadOptions {
  decimal: Decimal | undefined
  dayOrder: DayOrder | undefined
  wordColumn: string | undefined
}

export interface ReadFile {
  name: string
  digest: string
  program: ProgramName | null
  kind: SourceKind | null
  rows: number
  books: SourceBooks[]
  faults: Fault[]
}

/** A file as the books that stand in it: one company, or one for each subsidiary. */
export async function readFile(file: GivenFile, fileAt: number, options: ReadOptions): Promise<ReadFile> {
  const nothing = { name: file.name, digest: '', program: null, kind: null, rows: 0, books: [] }
  const faultOf = (message: Fault['message'], row: number | null = null, cell: string | null = null) => ({
    fileAt,
    row,
    cell,
    company: null,
    message,
  })
  try {
    const { rows, digest } = await fileRows(file)
    const table = findTable(rows, { program: file.program, wordColumn: options.wordColumn })
    if (!table) return { ...nothing, digest, rows: rows.length, faults: [faultOf(notRecognised(file.name))] }
    const faults: RowFault[] = []
    const books = await booksOf(table, { file, fileAt, options, faults })
    return {
      name: file.name,
      digest,
      program: table.program.name,
      kind: table.kind,
      rows: table.records.length,
      books,
      faults: faults.map(({ row, cell, message }) => faultOf(message, row === 0 ? null : row, cell)),
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { ...nothing, faults: [faultOf(error.said)] }
  }
}

async function booksOf(
  table: FoundTable,
  given: { file: GivenFile; fileAt: number; options: ReadOptions; faults: RowFault[] },
): Promise<SourceBooks[]> {
  const { file, fileAt, options, faults } = given
  const { program, kind, columns, at } = table
  const head = readHead(table.head)
  const company = file.company ?? (head.company || nameOfFile(file.name))
  const asOf = file.asOf ?? head.asOf
  const reading = openReading(table, { company, decimal: options.decimal, faults })
  if (kind === 'trial-balance') {
    readTrialBalance(reading)
    if (asOf === undefined || !isInReach(asOf)) {
      faults.push({ row: 0, cell: null, message: asOf === undefined ? NO_DAY : outOfReach(asOf) })
      return []
    }
  } else await readGeneralLedger(reading, options.dayOrder)
  const currency = /\(([a-z]{3})\)$/.exec(columns[at.debit ?? 0] ?? '')?.[1]?.toUpperCase()
  const found = [...reading.byCompany]
  if (found.every(([, { lines }]) => lines.length === 0) && faults.length === 0)
    faults.push({ row: 0, cell: null, message: EMPTY })
  return found.flatMap(([name, rows]): SourceBooks[] => {
    const days = daysOf(rows, kind === 'trial-balance' ? asOf : undefined)
    return days ? [{ fileAt, program: program.name, kind, company: name, currency, ...days, ...rows }] : []
  })
}

function daysOf(
  { lines }: CompanyRows,
  asOf: string | undefined,
): { asOf: string; from: string } | undefined {
  if (asOf !== undefined) return lines.length === 0 ? undefined : { asOf, from: asOf }
  const [first] = lines
  if (!first) return undefined
  return lines.reduce(
    ({ from, asOf: last }, { day }) => ({ from: day < from ? day : from, asOf: day > last ? day : last }),
    { from: first.day, asOf: first.day },
  )
}

/** Where a report names no company, its file often does: "Sparrow Shop LLC - Trial Balance.csv". */
function nameOfFile(name: string): string {
  const own = name.split(/[\\/]/).at(-1) ?? name
  const plain = own.replace(/\.[a-z]{2,4}$/i, '').replaceAll('_', ' ')
  return plain.replaceAll(/\s*-?\s*(trial[ -]?balance|general[ -]?ledger)\s*-?\s*/gi, ' ').trim() || own
}

function notRecognised(name: string) {
  const known = PROGRAMS.map(({ label }) => label)
    .toReversed()
    .join(', ')
  return {
    en: `"${name}" is recognised as no export of ${known}. Looked for in the first 40 rows: a row that names the columns, with Debit and Credit (trial balance), or with a date and Debit and Credit or Amount (general ledger). Export the report as CSV or XLSX with its columns, or name its program.`,
    de: `„${name}“ ist als Export aus ${known} nicht zu erkennen. Gesucht wurde in den ersten 40 Zeilen: eine Zeile, die die Spalten nennt, mit Debit und Credit (Saldenliste), oder mit einem Datum und Debit und Credit oder Amount (Hauptbuch). Exportieren Sie den Bericht als CSV oder XLSX mit seinen Spalten, oder nennen Sie sein Programm.`,
  }
}

const NO_DAY = {
  en: 'The file does not say of which day its balances are. Say it, or export the report with its head.',
  de: 'Die Datei sagt nicht, von welchem Tag ihre Salden sind. Geben Sie ihn an, oder exportieren Sie den Bericht mit seinem Kopf.',
}
const EMPTY = {
  en: 'There is no account with an amount in the file. Export the report for a period in which something was posted.',
  de: 'In der Datei steht kein Konto mit einem Betrag. Exportieren Sie den Bericht für einen Zeitraum, in dem etwas gebucht wurde.',
}
const outOfReach = (day: string) => ({
  en: `Its balances are of ${day}, and books take days from 1970-01-01 to 2199-12-31. Correct the day, or say the right one.`,
  de: `Ihre Salden sind vom ${day}, und Bücher nehmen Tage von 1970-01-01 bis 2199-12-31 auf. Berichtigen Sie den Tag, oder nennen Sie den richtigen.`,
})
