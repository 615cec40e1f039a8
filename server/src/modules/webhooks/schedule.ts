import type { Sent } from './send-signed.ts'

const S = 1000
const MINUTE = 60 * S
const HOUR = 60 * MINUTE

/**
 * The pauses between tries that Standard Webhooks gives as its example: ten tries over a little more than three days, so
 * that a receiver may be down over a weekend.
 */
export const PAUSES_MS: readonly number[] = [
  5 * S,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]
/** A receiver may ask for a longer pause, but for no more than the longest of ours. */
export const PAUSE_MS_MAX = 24 * HOUR
/** Up to so much longer, so that what failed together does not come back together. */
const JITTER = 0.2
const GONE = 410

export type Next =
  { status: 'delivered' } | { status: 'failed'; isGone: boolean } | { status: 'waiting'; inMs: number }

/** What follows a try: `number` counts from 1. */
export function nextAfter(
  sent: Pick<Sent, 'status' | 'reason' | 'retryAfterS'>,
  given: { number: number; pausesMs: readonly number[]; random: number },
): Next {
  if (sent.reason === null) return { status: 'delivered' }
  const pauseMs = given.pausesMs[given.number - 1]
  const isGone = sent.status === GONE
  if (isGone || pauseMs === undefined) return { status: 'failed', isGone }
  const askedMs = Math.min((sent.retryAfterS ?? 0) * S, PAUSE_MS_MAX)
  return { status: 'waiting', inMs: Math.round(Math.max(pauseMs * (1 + JITTER * given.random), askedMs)) }
}
