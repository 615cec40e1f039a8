import { assert } from '#kernel/assert.ts'

/** A line by names: ids are there when the books are open. */
export interface PlannedLine {
  /** Its code in the chart. */
  account: string
  /** In minor units; debits are positive. */
  minor: bigint
  /** Where it is not that of the book. */
  currency?: string
  business?: string
  isOverhead?: true
  /** The entity of the studio on the other side. */
  partner?: string
  /** Who is on the other side, outside the studio. */
  counterparty?: string
}

export interface PlannedEntry {
  on: string
  memo: string
  source: string
  /** Unique in its book: a second pass posts nothing twice. */
  externalId: string
  lines: readonly PlannedLine[]
}

export type Chart = 'us-gaap-llc' | 'ifrs'

export interface PlannedBook {
  entity: string
  chart: Chart
  currency: string
  /** From which day on it balances by business; otherwise its businesses have no balance sheet. */
  byBusinessFrom: string | undefined
  /** Accounts for cash in other currencies, beside those of the chart. */
  foreignCash: readonly { code: string; name: string; currency: string }[]
  /** In order of days, and within a day in the order in which money comes and goes. */
  entries: readonly PlannedEntry[]
}

/** What a dollar amount is in these books: one rate for all of the history, for it is the plan that is told in dollars. */
const DOLLARS: Record<string, number> = { USD: 1, EUR: 1.08, GBP: 1.27 }

export function dollarsPer(currency: string): number {
  const rate = DOLLARS[currency]
  assert(rate, `no rate for ${currency}`)
  return rate
}

/** Dollars as minor units of a currency. */
export function minorFrom(dollars: number, currency: string): bigint {
  return BigInt(Math.round((dollars * 100) / dollarsPer(currency)))
}

/** Cuts an amount by weights, to the cent and without a rest: each cut is made where the weights so far would make it. */
export function shares(total: bigint, weights: readonly number[]): bigint[] {
  const sum = weights.reduce((all, one) => all + one, 0)
  let [weight, given] = [0, 0n]
  return weights.map((one, at) => {
    weight += one
    const upTo = at === weights.length - 1 ? total : BigInt(Math.round((Number(total) * weight) / sum))
    const share = upTo - given
    given = upTo
    return share
  })
}

export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** Days in order; what is of one day stays as it was. */
export function inOrder(entries: readonly PlannedEntry[]): PlannedEntry[] {
  return entries.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}
