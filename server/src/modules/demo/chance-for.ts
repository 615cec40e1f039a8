import { seeded, type Seeded } from '#kernel/seeded.ts'

/**
 * Chance for one thing, by its name: so what is invented for a month of a business is the same whichever else is invented, and
 * a short history is the end of the long one. FNV-1a spreads the names over the seeds.
 */
export function chanceFor(seed: number, ...words: readonly string[]): Seeded {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (const letter of words.join('|'))
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return seeded(hash)
}
