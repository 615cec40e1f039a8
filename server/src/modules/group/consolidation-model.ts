import type { CaptionName } from '#kernel/captions.ts'
import type { LineKind } from '#kernel/consolidation-kinds.ts'
import type { Id } from '#kernel/ids.ts'
import type { RateTable } from '#server/modules/ledger/index.ts'
import type { GroupOwnership } from './group-ownership.ts'

/** An entity with its book; one without a book has nothing to add up, and says so. */
export interface Member {
  id: string
  name: string
  bookId: Id<'book'> | null
  currency: string | null
}

/** What an account moved with a partner, or with none, in a stretch of days in which nothing changed that matters; `on` is its first. */
export interface Movement {
  entityId: string
  accountId: string
  caption: CaptionName
  currency: string
  partnerId: string | null
  on: string
  /** Minor units of the currency, debits positive. */
  minor: bigint
  /** What of it stands in entries that move cash. */
  cash: bigint
}

/** Of a top-side entry; in the functional currency of the root. */
export interface TopSideMovement {
  entryId: string
  entityId: string
  caption: CaptionName
  on: string
  minor: bigint
  carriesForward: boolean
}

/** A stake that a holder took out of its book, and nothing says for what. */
export interface BareSale {
  entityId: string
  partnerId: string
  currency: string
  soldOn: string
  minor: bigint
}

/** A gain or loss that a holder booked with the sale of a stake, or when it said what one is worth. */
export interface StakeGain {
  entityId: string
  accountId: string
  caption: CaptionName
  resultPartnerId: string | null
  /** Of what the stake was. */
  partnerId: string
  investmentAccountId: string
  investmentCaption: CaptionName
  currency: string
  on: string
  /** The day on which the stake was taken out. */
  soldOn: string
  minor: bigint
  /** The entry has nothing but the stake and this: nothing was sold. */
  isValuation: boolean
  /** Whether the entry of the gain moves cash. */
  isWithCash: boolean
}

export interface ConsolidationInput {
  rootId: string
  from: string
  to: string
  /** Whether of the period there is only what moved cash. */
  isOnlyCash: boolean
  /** In which all is told. */
  currency: string
  members: ReadonlyMap<string, Member>
  movements: readonly Movement[]
  /** What of them opened books within the period, each on its own day. */
  openings: readonly Movement[]
  topSide: readonly TopSideMovement[]
  gains: readonly StakeGain[]
  bareSales: readonly BareSale[]
  ownership: GroupOwnership
  rates: RateTable
}

/** Something that stands under a caption on a day, in minor units of the group's currency; debits positive. */
export interface Piece {
  caption: CaptionName
  kind: LineKind
  entityId: string
  accountId: string | null
  partnerId: string | null
  minor: bigint
}

/** What two entities are to each other is set against each other by topic. */
export type Topic = 'balances' | 'income' | 'dividends' | 'dividends before'

/** One side of it, as it stands in its book. */
export interface Found {
  topic: Topic
  kind: LineKind
  caption: CaptionName
  entityId: string
  accountId: string | null
  partnerId: string
  minor: bigint
}

/** What a movement is in the group's currency, and where it counts. */
export interface Told extends Movement {
  told: bigint
  /** Income and expenses: of the period, or earned before it (or before control). */
  place: 'balance' | 'result' | 'earlier'
}

/** A movement of the period and of days under control, told as a flow. */
export interface Flow extends Movement {
  told: bigint
}

/** Of whom it is the column of a consolidation, on a day. */
export interface Column {
  member: Member
  rows: readonly Told[]
  pieces: readonly Piece[]
}

/** A day, and the first day of the period that ends on it. */
export interface Moment {
  on: string
  from: string
}

/** All that the steps of a consolidation on one day have to know, and what they have said so far. */
export interface Work {
  given: ConsolidationInput
  moment: Moment
  columns: ReadonlyMap<string, Column>
  translator: Translator
  byEntity: ReadonlyMap<string, readonly Movement[]>
  /** By what was invested in: what its holders paid, each movement on its own day. */
  invested: ReadonlyMap<string, readonly Movement[]>
}

export interface Translator {
  closing(minor: bigint, from: string, on: string): bigint
  /** Back from the group's currency. */
  back(minor: bigint, to: string, on: string): bigint
  average(minor: bigint, from: string, on: string): bigint
}
