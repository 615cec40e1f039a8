import { setTimeout as pause } from 'node:timers/promises'
import type { Id } from '#kernel/ids.ts'
import type { Database } from '#server/database/database.ts'
import { inSlices } from './in-slices.ts'
import { createReaders, type Readers } from './readers.ts'
import { readPage, type Page, type Replay } from './read-page.ts'
import { isLater, revisionText, type Revision } from './revision.ts'
import { lookAgain, type StandingMeans } from './standing.ts'
import { send, type Subscriber } from './subscriber.ts'
import { inboxTeller, type InboxMeans } from './tell-inboxes.ts'
import { noticeOnWire } from './wire.ts'

/** What is written meanwhile is told together. The first of it did not wait. */
const GATHER_MS = 10
/** What is not final yet is looked at again after this long, then twice as long, and so on. */
const PENDING_MS_MIN = 10
const PENDING_MS_MAX = 500
/** Of those who come in at once; the others come in with the next reading, so that nobody's news waits for all of them. */
const JOINS_MAX = 200

export interface StudioMeans extends StandingMeans, InboxMeans {
  database: Database
}

export interface StudioStream extends Pick<Readers, 'join' | 'leave' | 'isEmpty'> {
  /** There may be news. However often it is called, one reading follows the one at work. */
  wake(): void
  /** Somebody's inbox may have changed: it is told to them alone, and only that it has. */
  tellInboxes(): void
}

/**
 * The streams of one studio in this process. One loop does everything in turn: it looks again at credentials whose
 * time is over, reads what is final, looks again at everybody's rights when the access epoch has changed since, and
 * only then tells. So an event is never told under rights that had ended when it was written.
 */
export function createStudioStream(studioId: Id<'studio'>, means: StudioMeans): StudioStream {
  const readers = createReaders()
  const tellInboxes = inboxTeller(studioId, readers, means)
  let position: Revision | undefined
  let isWanted = false
  let running: Promise<void> | undefined
  let pending: NodeJS.Timeout | undefined
  let pendingMs = PENDING_MS_MIN

  function wake(): void {
    isWanted = true
    running ??= run().finally(() => (running = undefined))
  }

  async function run(): Promise<void> {
    while (isWanted) {
      isWanted = false
      const hasMore = await pass().catch((error: unknown) => {
        means.log(error) // nothing was told; the next signal, or the next look by the clock, tries again
        return false
      })
      await pause(GATHER_MS)
      isWanted ||= hasMore
    }
  }

  /** True where there is more to do at once. */
  async function pass(): Promise<boolean> {
    const now = Date.now()
    const over = readers.all().filter(({ access }) => access.expiresAtMs <= now)
    await lookAgain(readers, over, means)
    const [sights, joining] = [readers.sights(), readers.coming(JOINS_MAX)]
    if (readers.isEmpty()) return false
    // With nobody there, nobody has missed anything: whoever comes in begins at the horizon.
    const after = sights.length > 0 ? position : undefined
    const page = await readPage(means.database, { studioId, after, sights, joining })
    const stale = readers.all().filter(({ access }) => access.epoch < page.epoch)
    if (stale.length > 0) {
      await lookAgain(readers, stale, means)
      return true
    }
    await tell(readers, page)
    position = page.upto
    await welcomeAll(readers, page)
    if (joining.length > 0) void tellInboxes()
    lookAgainSoon(page.hasPending)
    return isLater(page.final, page.upto) || readers.coming(1).length > 0
  }

  function lookAgainSoon(hasPending: boolean): void {
    if (!hasPending) pendingMs = PENDING_MS_MIN
    if (!hasPending || pending) return
    pending = setTimeout(() => {
      pending = undefined
      wake()
    }, pendingMs)
    pendingMs = Math.min(pendingMs * 2, PENDING_MS_MAX)
  }

  return {
    join(subscriber) {
      readers.join(subscriber)
      wake()
    },
    leave: readers.leave,
    isEmpty: readers.isEmpty,
    wake,
    tellInboxes: () => void tellInboxes(),
  }
}

async function tell(readers: Readers, { news }: Page): Promise<void> {
  for (const [key, bytes] of news) {
    await inSlices(readers.seeing(key), (subscriber) => send(subscriber, bytes))
  }
}

async function welcomeAll(readers: Readers, { replays, upto }: Page): Promise<void> {
  await inSlices(replays, ([subscriber, replay]) => {
    if (replay === 'later' || !readers.isComing(subscriber)) return
    welcome(subscriber, replay, upto)
    readers.watch(subscriber)
  })
}

function welcome(subscriber: Subscriber, replay: Exclude<Replay, 'later'>, upto: Revision): void {
  const revision = revisionText(upto)
  if (replay === 'gap') send(subscriber, noticeOnWire('gap', { reason: 'too-much-missed' }, upto))
  else if (replay !== 'nothing') send(subscriber, replay)
  send(subscriber, noticeOnWire('ready', { revision }, upto))
}
