import { periodOf } from '#kernel/periods.ts'
import { dollarsPer, inOrder, shares, slugOf, type PlannedEntry } from './planned-entry.ts'

/** Who is asked for capital of an entity, with their parts. */
export interface Owner {
  name: string
  percent: number
  /** Whether its book is one of ours, so that it books its side too. */
  isOurs: boolean
}

/** An owner of ours puts in money: what its own book has to tell. */
export interface Investment {
  owner: string
  entity: string
  on: string
  /** In the currency of the entity. */
  minor: bigint
  currency: string
  externalId: string
}

interface Funded {
  entries: PlannedEntry[]
  investments: Investment[]
}

/** What is asked for is a multiple of the largest of these that it reaches fourfold; in dollars, euros and pounds alike. */
const STEPS_MINOR = [10_000_000n, 2_500_000n, 500_000n, 100_000n, 50_000n] as const
/** A multiple of 0.25 euros, or of one pound, is a whole number of cents at the rates of the plan; these all are. */
const stepFor = (minor: bigint) => STEPS_MINOR.find((step) => minor >= step * 4n) ?? 50_000n

/**
 * Adds the capital without which the cash of the entity would run negative: looked at quarter by quarter, paid in before the first entry
 * of the quarter that needs it, with a third to spare so that it is not needed each time.
 */
export function fund(
  activity: readonly PlannedEntry[],
  given: { entity: string; currency: string; ownersOn(on: string): readonly Owner[] },
): Funded {
  const entries: PlannedEntry[] = []
  const investments: Investment[] = []
  let cash = 0n
  const quarters = Map.groupBy(inOrder(activity), ({ on }) => periodOf('quarter', on).name)
  for (const [quarter, own] of quarters) {
    let [running, lowest] = [cash, cash]
    for (const entry of own) {
      running += cashIn(entry)
      if (running < lowest) lowest = running
    }
    const on = own[0]?.on ?? ''
    if (lowest < 0n) {
      const wanted = (-lowest * 4n) / 3n
      const step = stepFor(wanted)
      const minor = ((wanted + step - 1n) / step) * step
      const paidIn = payIn({ ...given, on, quarter, minor })
      entries.push(paidIn.entry)
      investments.push(...paidIn.investments)
      running += minor
    }
    entries.push(...own)
    cash = running
  }
  return { entries, investments }
}

/** What it moves in the bank account of the book. */
function cashIn({ lines }: PlannedEntry): bigint {
  let sum = 0n
  for (const { account, minor } of lines) if (account === '1010') sum += minor
  return sum
}

function payIn(given: {
  entity: string
  currency: string
  on: string
  quarter: string
  minor: bigint
  ownersOn(on: string): readonly Owner[]
}): { entry: PlannedEntry; investments: Investment[] } {
  const { entity, currency, on, quarter, minor } = given
  const owners = given.ownersOn(on)
  const parts = shares(
    minor,
    owners.map(({ percent }) => percent),
  )
  const externalId = `capital-${slugOf(entity)}-${quarter}`
  const lines = owners.map(({ name, isOurs }, at) => {
    const who = isOurs ? { partner: name } : { counterparty: name }
    return { account: '3010', minor: -(parts[at] ?? 0n), ...who }
  })
  const memo = `Capital for ${entity}`
  return {
    entry: { on, memo, source: 'bank', externalId, lines: [{ account: '1010', minor }, ...lines] },
    investments: owners.flatMap(({ name, isOurs }, at) =>
      isOurs ? [{ owner: name, entity, on, minor: parts[at] ?? 0n, currency, externalId }] : [],
    ),
  }
}

/** Where the holding keeps the money of another currency between buying and paying it. */
export const FOREIGN_CASH: Record<string, { code: string; name: string }> = {
  EUR: { code: '1011', name: 'Bank account in euros' },
  GBP: { code: '1012', name: 'Bank account in pounds' },
}

/**
 * The owner's side, on the same day. An owner with a book in dollars buys foreign money first: each entry balances in each currency, and what
 * passes the exchange account on the way in passes it on the way out.
 */
export function invest(
  { entity, on, minor, currency, externalId }: Investment,
  ownCurrency: string,
): PlannedEntry[] {
  const memo = `Capital for ${entity}`
  const paid = { on, source: 'bank', externalId, memo }
  if (currency === ownCurrency)
    return [
      {
        ...paid,
        lines: [
          { account: '1600', minor, partner: entity },
          { account: '1010', minor: -minor },
        ],
      },
    ]
  const foreign = FOREIGN_CASH[currency]?.code ?? ''
  const cost = (minor * BigInt(Math.round(dollarsPer(currency) * 100))) / 100n
  return [
    {
      ...paid,
      externalId: `${externalId}-bought`,
      memo: `${currency} bought: ${memo.charAt(0).toLowerCase()}${memo.slice(1)}`,
      lines: [
        { account: foreign, minor, currency },
        { account: '3900', minor: -minor, currency },
        { account: '3900', minor: cost, currency: ownCurrency },
        { account: '1010', minor: -cost },
      ],
    },
    {
      ...paid,
      lines: [
        { account: '3900', minor, currency },
        { account: foreign, minor: -minor, currency },
        { account: '1600', minor: cost, partner: entity },
        { account: '3900', minor: -cost, currency: ownCurrency },
      ],
    },
  ]
}
