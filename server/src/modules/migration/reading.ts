import type { Said } from '#kernel/languages.ts'
import { cellName, originalCell, type Decimal, type SheetRecord } from '#server/modules/imports/index.ts'
import type { FoundTable } from './find-table.ts'
import type { ColumnRole } from './programs.ts'
import { readAccount, sharedEnding, withoutEnding } from './read-account.ts'
import { amountReader, type AmountReader } from './read-amounts.ts'
import { lastPart } from './read-head.ts'
import type { SourceAccount, SourceLine, Side, StatedBalance, StatedSum } from './source-books.ts'

/** An amount of a row, by the column in which it stands. */
export interface ReadRow {
  cell: string
  value: string
  side: Side
}

export interface CompanyRows {
  accounts: Map<string, SourceAccount>
  lines: SourceLine[]
  openings: StatedBalance[]
  stated: StatedSum[]
}

/** A table on its way to becoming the books of companies. */
export interface Reading {
  table: FoundTable
  byCompany: Map<string, CompanyRows>
  readAmount: AmountReader
  textAt(record: SheetRecord, role: ColumnRole): string
  /** Of all columns of amounts that the table has, in their order; for telling groups from accounts. */
  figuresOf(record: SheetRecord): string[]
  add(record: SheetRecord, line: NewLine): void
  open(record: SheetRecord, given: ReadRow & { text: string }): void
  state(record: SheetRecord, sum: Omit<StatedSum, 'account'> & { account: string | null }): void
  fault(record: SheetRecord, at: number | null, message: Said): void
}

type NewLine = ReadRow & { text: string; hint: string } & Partial<
    Pick<SourceLine, 'day' | 'memo' | 'document'>
  >

export interface RowFault {
  row: number
  cell: string | null
  message: Said
}

export function openReading(
  table: FoundTable,
  given: { company: string; decimal: Decimal | undefined; faults: RowFault[] },
): Reading {
  const { at, records, columns } = table
  const numeric = columns.flatMap((name, place) =>
    /\b(dr|cr|debit|credit)\b/.test(name) || place === at.amount ? [place] : [],
  )
  const readAmount = amountReader(records, [at.balance, ...numeric], given.decimal)
  const byCompany = new Map<string, CompanyRows>()
  const textAt = (record: SheetRecord, role: ColumnRole): string => {
    const place = at[role]
    return place === undefined ? '' : originalCell(record.cells[place] ?? '').trim()
  }
  const ending = table.program.hasGroups
    ? sharedEnding(records.map((record) => textAt(record, 'word')).filter(Boolean))
    : ''
  const rowsOf = (record: SheetRecord): CompanyRows => {
    const company = lastPart(textAt(record, 'company')) || given.company
    const found = byCompany.get(company) ?? { accounts: new Map(), lines: [], openings: [], stated: [] }
    byCompany.set(company, found)
    return found
  }
  const accountOf = (record: SheetRecord, rows: CompanyRows, text: string, hint: string): string => {
    const account = readAccount({ text, code: textAt(record, 'code'), hint })
    const before = rows.accounts.get(account.key)
    // The head of an account may lack the code that its lines have.
    rows.accounts.set(account.key, before ? { ...before, code: before.code ?? account.code } : account)
    return account.key
  }
  return {
    table,
    byCompany,
    readAmount,
    textAt,
    figuresOf: (record) =>
      numeric.map((place) => {
        const read = readAmount(record, place)
        return read && 'value' in read ? read.value : '0'
      }),
    add(record, { text, hint, cell, value, side, day = '', memo = '', document = '' }) {
      const rows = rowsOf(record)
      const account = accountOf(record, rows, text, hint)
      const word = withoutEnding(textAt(record, 'word'), ending)
      rows.lines.push({ row: record.row, cell, account, day, value, side, word, memo, document })
    },
    open(record, { text, cell, value, side }) {
      const rows = rowsOf(record)
      rows.openings.push({ row: record.row, cell, account: accountOf(record, rows, text, ''), value, side })
    },
    state(record, sum) {
      rowsOf(record).stated.push(sum)
    },
    fault(record, place, message) {
      given.faults.push({
        row: record.row,
        cell: place === null ? null : cellName(place, record.row),
        message,
      })
    },
  }
}

/** What stands in the columns of a row: a debit and a credit may both be there. */
export function amountsOf(reading: Reading, record: SheetRecord): ReadRow[] {
  const { at } = reading.table
  const hasSides = at.debit !== undefined && at.credit !== undefined
  const places = hasSides
    ? ([
        ['debit', at.debit],
        ['credit', at.credit],
      ] as const)
    : ([['natural', at.amount]] as const)
  return places.flatMap(([side, place]): ReadRow[] => {
    const read = reading.readAmount(record, place)
    if (!read) return []
    if ('value' in read) return [{ ...read, side }]
    reading.fault(record, place ?? null, read.message)
    return []
  })
}
