import type { Said } from '#kernel/languages.ts'

/** What every reader makes of an export: from here on nothing knows which program it came from. */
export type ProgramName = 'quickbooks' | 'xero' | 'netsuite' | 'erpnext'
export type SourceKind = 'trial-balance' | 'general-ledger'

/** Which column an amount stands in. `natural`: one column for both, where what raises the account is positive. */
export type Side = 'debit' | 'credit' | 'natural'

export interface SourceAccount {
  /** Its text in the source, by which lines and choices name it. */
  key: string
  code: string | null
  name: string
  /** What the source says that it is: "Bank", "Current Asset"; empty where it says nothing. */
  hint: string
}

export interface SourceLine {
  row: number
  /** As a spreadsheet names it, where the amount stands. */
  cell: string
  account: string
  /** Empty in a trial balance. */
  day: string
  /** Decimal text as it stands in its column. */
  value: string
  side: Side
  /** Class, subsidiary's part or cost centre; empty where there is none. */
  word: string
  memo: string
  /** What belongs together has the same one. */
  document: string
}

/** A sum that the source states: of a column of one account, or of all of them. */
export interface StatedSum {
  row: number
  cell: string
  value: string
  side: Side
  account: string | null
}

/** What a general ledger says that an account began with. */
export interface StatedBalance {
  row: number
  cell: string
  account: string
  value: string
  side: Side
}

export interface SourceBooks {
  fileAt: number
  program: ProgramName
  kind: SourceKind
  company: string
  /** The day of a trial balance; of a general ledger its last line. */
  asOf: string
  /** The first day of a general ledger; the same as `asOf` in a trial balance. */
  from: string
  currency: string | undefined
  accounts: Map<string, SourceAccount>
  lines: SourceLine[]
  openings: StatedBalance[]
  stated: StatedSum[]
}

/** What is wrong, and where it stands: something to read and to change, never a reason to guess. */
export interface Fault {
  fileAt: number | null
  row: number | null
  cell: string | null
  company: string | null
  message: Said
}
