import type { Id } from '#kernel/ids.ts'
import type { Database, Transaction } from '#server/database/database.ts'
import { EVENTS, type Channel, type Signals } from '#server/database/signals.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { ensureCursor, moveCursor, readHorizon, type Stretch } from './outbox-queries.ts'

/** A signal can be lost; then what follows is this late. */
const LOOK_EVERY_MS = 5_000
/** What is not final yet is looked at again after this long, then twice as long, and so on. */
const PENDING_MS_MIN = 10
const PENDING_MS_MAX = 500

export interface FollowMeans {
  database: Database
  signals: Signals
  log(error: unknown): void
}

/** Somebody who does something about each event, once, in the order of the stream. */
export interface OutboxFollower {
  /** As its cursors are kept. */
  name: string
  /** Whose events it follows now. Asked as a worker, who sees every studio. */
  studios(tx: Transaction): Promise<Id<'studio'>[]>
  /** Tells that `studios` has another answer. */
  changesOn?: Channel
  /** Set where a studio is followed from its first event, and nobody else makes the cursor. */
  beginsByItself?: boolean
  /** Events of one transaction. */
  pageEvents: number
  /**
   * What it does about the events of a stretch, in the transaction that moves the cursor past them: a crash before its commit
   * leaves both as they were, and after it neither is done again.
   */
  take(tx: Transaction, studioId: Id<'studio'>, stretch: Stretch): Promise<void>
}

/**
 * Follows the outbox of some studios; writes of all others cost nothing here but a look into a set of this process. Any number
 * of processes may follow; the cursor's row decides who takes a stretch.
 */
export function followOutbox(means: FollowMeans, follower: OutboxFollower): { close(): Promise<void> } {
  const { database, signals, log } = means
  let studios = new Map<Id<'studio'>, ReturnType<typeof followStudio>>()
  let isClosed = false

  const refresh = oneAtATime(async () => {
    if (isClosed) return
    const found = await database.read({ isWorker: true }, follower.studios).catch((error: unknown) => {
      log(error)
      return [...studios.keys()]
    })
    const known = studios
    studios = new Map(found.map((id) => [id, known.get(id) ?? followStudio(id, means, follower)]))
    for (const studio of studios.values()) studio.wake()
  })

  const hushed = [
    signals.on(EVENTS, (studioId) => {
      if (studioId) studios.get(studioId)?.wake()
      else void refresh()
    }),
    ...(follower.changesOn ? [signals.on(follower.changesOn, () => void refresh())] : []),
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

function followStudio(studioId: Id<'studio'>, { database, log }: FollowMeans, follower: OutboxFollower) {
  const closing = { isOpen: true }
  let pendingMs = PENDING_MS_MIN
  let timer: NodeJS.Timeout | undefined

  const pass = oneAtATime(async () => {
    let hasMore = true
    while (hasMore && closing.isOpen) {
      const taken = await takeStretch(database, studioId, follower).catch((error: unknown) => {
        log(error) // the cursor stands where it stood: the next signal, or the next look, tries again
        return { hasMore: false, hasPending: false }
      })
      hasMore = taken.hasMore
      if (!hasMore) lookAgainSoon(taken.hasPending)
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

/** Whether there is more that is final already, and whether there is more that is not final yet. */
async function takeStretch(
  database: Database,
  studioId: Id<'studio'>,
  { name, pageEvents, beginsByItself, take }: OutboxFollower,
): Promise<{ hasMore: boolean; hasPending: boolean }> {
  const inStudio = { studioId, coverage: '*' }
  const following = { studioId, follower: name }
  const horizon = await database.read(inStudio, (tx) => readHorizon(tx, following, pageEvents))
  if (!horizon && beginsByItself) {
    await database.write(inStudio, (tx) => ensureCursor(tx, following, 'at-the-first-event'))
    return { hasMore: true, hasPending: false }
  }
  const hasPending = horizon?.hasPending ?? false
  if (!horizon?.upto) return { hasMore: false, hasPending }
  const stretch = { from: horizon.cursor, to: horizon.upto }
  const isOurs = await database.write(inStudio, async (tx) => {
    if (!(await moveCursor(tx, following, stretch))) return false
    await take(tx, studioId, stretch)
    return true
  })
  return { hasMore: isOurs && horizon.hasMore, hasPending }
}
