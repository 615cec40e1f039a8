/** Chance that comes out the same for the same seed: for what is invented, and never for what must not be guessed. */
export interface Seeded {
  /** From 0 up to, and without, 1. */
  next(): number
  /** A whole number, both ends included. */
  whole(min: number, max: number): number
  pick<T>(from: readonly [T, ...T[]]): T
  /** The same items in another order. */
  shuffled<T>(items: readonly T[]): T[]
}

/** mulberry32, by Tommy Ettinger (public domain): 32 bits of state are plenty for a few thousand choices. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    whole,
    pick: (from) => from[whole(0, from.length - 1)] ?? from[0],
    shuffled(items) {
      const keyed = items.map((item) => ({ item, key: next() }))
      return keyed.toSorted((one, other) => one.key - other.key).map(({ item }) => item)
    },
  }
}
