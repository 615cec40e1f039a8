import { problem } from '#kernel/problem.ts'
import type { Credential } from '#server/catalogue/access.ts'
import type { Catalogue } from '#server/catalogue/catalogue.ts'
import type { Invoke } from '#server/catalogue/invoke.ts'

const tooManyRequests = problem('too-many', 'door.too-many-requests', (perSecond: number) => ({
  en: `That was more than ${perSecond} requests a second for a while, so this one was not taken. Wait a second and send it again.`,
  de: `Das waren eine Zeit lang mehr als ${perSecond} Anfragen in der Sekunde, deshalb wurde diese nicht angenommen. Warten Sie eine Sekunde, und senden Sie sie noch einmal.`,
}))

/** Whoever is not signed in guesses or founds: a handful is enough, and a page of a browser needs no more. */
const VISITS_PER_SECOND = 2
const BURST_SECONDS = 30
/** Above this many callers the ones that rested longest are forgotten: their bucket is full again anyway. */
const BUCKETS_MAX = 50_000

interface Bucket {
  tokens: number
  atMs: number
}

/**
 * Token buckets by address for visitors, and by token for people and keys, in this process. `perSecond` 0 turns the
 * limit for people and keys off (IZA_REQUESTS_PER_SECOND); visitors are always limited. Throws `door.too-many-requests`.
 */
export function createRateLimit(perSecond: number, now: () => number = Date.now) {
  const buckets = new Map<string, Bucket>()

  function take(caller: string, rate: number): void {
    const found = buckets.get(caller)
    const atMs = now()
    const refilled = found ? found.tokens + ((atMs - found.atMs) / 1000) * rate : Number.POSITIVE_INFINITY
    const tokens = Math.min(refilled, rate * BURST_SECONDS)
    buckets.delete(caller) // and set again at the end: the map's order is the order of use
    buckets.set(caller, { tokens: Math.max(0, tokens - 1), atMs })
    if (buckets.size > BUCKETS_MAX)
      for (const oldest of [...buckets.keys()].slice(0, 1000)) buckets.delete(oldest)
    if (tokens < 1) throw tooManyRequests(rate)
  }

  return {
    check({ token, address = '' }: Credential, isForVisitors: boolean): void {
      if (isForVisitors || token === undefined) take(`address ${address}`, VISITS_PER_SECOND)
      else if (perSecond > 0) take(`token ${token}`, perSecond)
    },
  }
}

/**
 * The same `invoke()`, limited. Every door is handed this one, so that fifty sign-ins in one GraphQL document, or twenty
 * tool calls in one message, count as fifty and twenty.
 */
export function limitedInvoke(given: { catalogue: Catalogue; invoke: Invoke; perSecond: number }): Invoke {
  const limit = createRateLimit(given.perSecond)
  return async (request) => {
    limit.check(request.credential, given.catalogue.get(request.operation).scope === 'public')
    return given.invoke(request)
  }
}
