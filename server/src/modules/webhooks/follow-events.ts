import type { Id } from '#kernel/ids.ts'
import type { Database } from '#server/database/database.ts'
import { ENDPOINTS, EVENTS, type Signals } from '#server/database/signals.ts'
import { oneAtATime } from '#server/runs/one-at-a-time.ts'
import { followedStudios } from './endpoints-queries.ts'
import { giveOut } from './give-out.ts'

/** A signal can be lost; then deliveries are this late. */
const LOOK_EVERY_MS = 5_000
/** What is not final yet is looked at again after this long, then twice as long, and so on. */
const PENDING_MS_MIN = 10
const PENDING_MS_MAX = 500

export interface FollowMeans {
  database: Database
  signals: Signals
  log(error: unknown): void
}

/**
 * Follows the outbox of every studio that has an endpoint which is enabled, and of no other: their writes cost nothing here
 * but a look into a set of this process. Any number of processes may follow; the cursor's row decides who gives out.
 */
export function followEvents(means: FollowMeans): { close(): Promise<void> } {
  const { database, signals, log } = means
  let studios = new Map<Id<'studio'>, ReturnType<typeof followStudio>>()
  let isClosed = false

  const refresh = oneAtATime(async () => {
    if (isClosed) return
    const found = await database.read({ isWorker: true }, followedStudios).catch((error: unknown) => {
      log(error)
      return [...studios.keys()]
    })
    const known = studios
    studios = new Map(found.map((id) => [id, known.get(id) ?? followStudio(id, means)]))
    for (const studio of studios.values()) studio.wake()
  })

  const hushed = [
    signals.on(EVENTS, (studioId) => {
      if (studioId) studios.get(studioId)?.wake()
      else void refresh()
    }),
    signals.on(ENDPOINTS, () => void refresh()),
  ]
  const look = setInterval(() => void refresh(), LOOK_EVERY_MS)
  void refresh()

  return {
    async close() {
      isClosed = true
      clearInterval(look)
      for (const hush of hushed) hush()
      await refresh.idle()
      await Promise.all([...studios.values()].map((studio) => studio.close()))
    },
  }
}

function followStudio(studioId: Id<'studio'>, { database, log }: FollowMeans) {
  const closing = { isOpen: true }
  let pendingMs = PENDING_MS_MIN
  let timer: NodeJS.Timeout | undefined

  const pass = oneAtATime(async () => {
    let hasMore = true
    while (hasMore && closing.isOpen) {
      const given = await giveOut(database, studioId).catch((error: unknown) => {
        log(error) // the cursor stands where it stood: the next signal, or the next look, tries again
        return { hasMore: false, hasPending: false }
      })
      hasMore = given.hasMore
      if (!hasMore) lookAgainSoon(given.hasPending)
    }
  })

  function lookAgainSoon(hasPending: boolean): void {
    clearTimeout(timer)
    if (!hasPending) pendingMs = PENDING_MS_MIN
    if (!hasPending || !closing.isOpen) return
    timer = setTimeout(() => void pass(), pendingMs)
    pendingMs = Math.min(pendingMs * 2, PENDING_MS_MAX)
  }

  return {
    wake: () => void pass(),
    async close() {
      closing.isOpen = false
      clearTimeout(timer)
      await pass.idle()
      clearTimeout(timer)
    },
  }
}
