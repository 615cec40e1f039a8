import type { CaptionName, CaptionType } from '#kernel/captions.ts'
import type { Id } from '#kernel/ids.ts'
import type { Said } from '#kernel/languages.ts'
import type { CalledEntity } from './group-names.ts'
import type { Fault, SourceAccount, SourceBooks } from './source-books.ts'

/** What the studio has, as it was read before anything is decided. */
export interface KnownEntity {
  id: Id<'entity'>
  name: string
  currency: string | null
  bookId: Id<'book'> | null
  closedThrough: string | null
  softClosedThrough: string | null
  manualLimitMinor: bigint | null
}

export interface KnownAccount {
  id: Id<'account'>
  code: string
  name: string
  type: CaptionType
  role: string | null
  caption: CaptionName
  currency: string | null
  isArchived: boolean
}

/** What is known of a company's book: nothing of it where it is to be opened. */
export interface KnownBook {
  accounts: readonly KnownAccount[]
  /** By account, as of the day of the tie-out: debits positive. */
  balances: ReadonlyMap<string, bigint>
  /** Whether anything stands on it the day before a general ledger begins, but for what an earlier import opened it with. */
  isBegun: boolean
  /** External ids that are posted already. */
  posted: ReadonlySet<string>
  /** The first day that takes entries of whoever imports; undefined where all do. */
  openFrom: string | undefined
  /** Whether whoever imports may open books and add accounts here. */
  mayWrite: boolean
}

/** What is said of an account of a source. */
export interface AccountChoice {
  account: string
  code?: string | undefined
  /** One of its own, though the book has one of that code or name. */
  isNew?: boolean | undefined
  caption?: CaptionName | undefined
  /** Null where it is no entity of the studio. */
  partnerEntityId?: Id<'entity'> | null | undefined
}

export interface Choices {
  accounts: readonly (AccountChoice & { company?: string | undefined })[]
  newAccounts: 'create' | 'refuse'
}

/** One company of the files: its trial balance, its general ledger, or both. */
export interface SourceCompany {
  name: string
  balance: SourceBooks | undefined
  ledger: SourceBooks | undefined
  /** One text that is the same for the same files: external ids begin with it. */
  digest: string
}

/** Where an account of a source goes. */
export interface Target {
  /** Null for one that is to be made. */
  accountId: Id<'account'> | null
  code: string
  name: string
  /** Undefined where nothing tells it: then somebody has to say. */
  caption: CaptionName | undefined
  type: CaptionType | undefined
  role: 'cash' | 'receivable' | 'payable' | 'retained-earnings' | null
  /** What the source calls it; several where they are brought together here. */
  sources: string[]
}

/** The entities that can be on the other side of a company's accounts: all but its own. */
export interface OtherEntities {
  byId: ReadonlyMap<string, KnownEntity>
  /** By each name that they have here, and in the files. */
  names: readonly CalledEntity[]
}

/** What becomes of an account of a source: where it goes, and which entity is on the other side of its balance. */
export interface MappedAccount {
  source: SourceAccount
  target: Target
  partner: KnownEntity | undefined
  /** Who says so: whoever imports, whoever did before, or nobody yet. */
  from: 'said' | 'last-time' | 'proposed'
}

export interface PlannedLine {
  target: Target
  partnerId: Id<'entity'> | null
  minor: bigint
  businessId: Id<'business'> | null
  isOverhead: boolean
  memo: string
}

export interface PlannedEntry {
  effectiveOn: string
  memo: string
  externalId: string
  /** What opens a book is no movement of its period: statements ask for it by its source. */
  source: 'migration' | 'opening'
  lines: PlannedLine[]
}

export interface TieOutRow {
  target: Target
  sourceMinor: bigint
  /** What the book has by then, without what is about to be posted. */
  bookMinor: bigint
  postedMinor: bigint
}

export interface DecidedCompany {
  company: string
  source: SourceCompany
  asOf: string
  entity: KnownEntity | undefined
  currency: string | undefined
  targets: Target[]
  accounts: MappedAccount[]
  rows: TieOutRow[]
  entries: PlannedEntry[]
  /** Entries that an earlier import has posted already. */
  knownEntries: number
  debitMinor: bigint
  creditMinor: bigint
  faults: Fault[]
  /** What should be looked at, and stands in nobody's way. */
  warnings: Fault[]
}

/** Tells a fault of a company, with the row of the file that it is about. */
export type Tell = (message: Said, at?: { fileAt: number; row: number; cell: string | null }) => void

export function differenceOf({ sourceMinor, bookMinor, postedMinor }: TieOutRow): bigint {
  return bookMinor + postedMinor - sourceMinor
}

export function tiesOut({ rows, faults }: Pick<DecidedCompany, 'rows' | 'faults'>): boolean {
  return faults.length === 0 && rows.every((row) => differenceOf(row) === 0n)
}
