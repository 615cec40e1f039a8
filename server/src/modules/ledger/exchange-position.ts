import { divideRounded } from '#kernel/rates.ts'

/** What one entry moved on the exchange account, by currency; minor units, debits positive. */
export interface Conversion {
  on: string
  moves: ReadonlyMap<string, bigint>
}

/** What a book holds in a currency, beside what it paid for it; negative where it owes. */
export interface Position {
  /** Minor units of that currency. */
  held: bigint
  /** Minor units of the book's. */
  cost: bigint
}

export interface Positions {
  open: ReadonlyMap<string, Position>
  /** Gains of what was given up again, losses negative; minor units of the book's currency. */
  realised: bigint
}

/**
 * What is open in each currency at its average cost, and what was gained on what was settled, from all that ever went through the exchange
 * account, in its order. `valueOf` tells what an amount of a currency is worth on a day: it is asked where an entry
 * moves several foreign currencies, for then its own figures do not say which is worth what.
 */
export function positionsOf(
  conversions: readonly Conversion[],
  given: { currency: string; valueOf(minor: bigint, currency: string, on: string): bigint },
): Positions {
  const open = new Map<string, Position>()
  let realised = 0n
  for (const conversion of conversions) {
    for (const { currency, held, cost } of partsOf(conversion, given)) {
      const moved = settle(open.get(currency) ?? { held: 0n, cost: 0n }, { held, cost })
      open.set(currency, moved.position)
      realised += moved.realised
    }
  }
  return { open, realised }
}

function partsOf(
  { on, moves }: Conversion,
  { currency, valueOf }: { currency: string; valueOf(minor: bigint, of: string, on: string): bigint },
): (Position & { currency: string })[] {
  const own = moves.get(currency) ?? 0n
  const foreign = [...moves].filter(([unit]) => unit !== currency)
  const [only] = foreign
  if (only && foreign.length === 1) return [{ currency: only[0], held: -only[1], cost: own }]
  const valued = foreign.map(([unit, minor]) => ({
    currency: unit,
    held: -minor,
    cost: valueOf(-minor, unit, on),
  }))
  const told = valued.reduce((sum, { cost }) => sum + cost, 0n)
  // What the entry says all together is right to the cent; what its day's rates leave over goes to the last.
  return valued.map((part, at) =>
    at === valued.length - 1 ? Object.assign(part, { cost: part.cost + own - told }) : part,
  )
}

function settle(before: Position, moved: Position): { position: Position; realised: bigint } {
  const grows = before.held === 0n || moved.held === 0n || before.held > 0n === moved.held > 0n
  if (grows)
    return {
      position: { held: before.held + moved.held, cost: before.cost + moved.cost },
      realised: 0n,
    }
  const part = least(abs(before.held), abs(moved.held))
  const released = divideRounded(before.cost * part, abs(before.held))
  const paid = divideRounded(moved.cost * part, abs(moved.held))
  return {
    position: {
      held: before.held + moved.held,
      // One of the two is settled whole; what is left is of the other.
      cost: before.cost - released + (moved.cost - paid),
    },
    realised: -paid - released,
  }
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
