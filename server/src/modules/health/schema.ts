import { z } from 'zod'

export const BANDS = ['good', 'watch', 'poor'] as const
export const Band = z.enum(BANDS)
export type Band = z.output<typeof Band>

/** What a list can be narrowed to: also what nobody knows yet. */
export const BandFilter = z.enum([...BANDS, 'unknown'])
export type BandFilter = z.output<typeof BandFilter>

/** The lowest score of each band but the last. */
export const GOOD_FROM = 80
export const WATCH_FROM = 50

export const Health = z
  .strictObject({
    score: z.int().min(0).max(100).describe('100 less the points of each rule that found something.'),
    band: Band.describe(`good from ${GOOD_FROM}, watch from ${WATCH_FROM}, poor below.`),
  })
  .meta({ id: 'Health' })
export type Health = z.output<typeof Health>

export function healthOf(score: number | null): Health | null {
  if (score === null) return null
  return { score, band: score >= GOOD_FROM ? 'good' : score >= WATCH_FROM ? 'watch' : 'poor' }
}
