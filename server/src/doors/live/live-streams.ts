import type { Id } from '#kernel/ids.ts'
import type { Problem } from '#kernel/problem.ts'
import { EVENTS, type Signals } from '#server/database/signals.ts'
import { inSlices } from './in-slices.ts'
import { createPlaces } from './places.ts'
import { stopping } from './problems.ts'
import { createStudioStream, type StudioMeans, type StudioStream } from './studio-stream.ts'
import { beginStream, endStream, send, type Headers, type Subscriber } from './subscriber.ts'
import { HEARTBEAT } from './wire.ts'

/** A signal can be lost; then news is this late. It is also how closely the end of a credential is kept. */
const LOOK_EVERY_MS = 5000
const HEARTBEAT_MS = 20_000
/** At the end: what a reader has not taken by then, it will ask for again. */
const LAST_WORDS_MS = 500

export interface LiveStreams {
  /** Afterwards the answer is the stream's. Throws `live.too-many-streams`, `live.server-full` or `live.stopping`. */
  open(given: Subscriber & { headers: Headers }): void
  /** Streams that are open in this process. */
  count(): number
  close(): Promise<void>
}

/** All live streams of this process, by studio. */
export function createLiveStreams(means: StudioMeans & { signals: Signals }): LiveStreams {
  const studios = new Map<Id<'studio'>, StudioStream>()
  const open = new Set<Subscriber>()
  const places = createPlaces()
  let isClosed = false

  const wakeAll = () => {
    for (const stream of studios.values()) stream.wake()
  }
  const hushed = means.signals.on(EVENTS, (studioId) => {
    if (studioId) studios.get(studioId)?.wake()
    else wakeAll()
  })
  const look = setInterval(wakeAll, LOOK_EVERY_MS)
  const beat = setInterval(() => {
    void inSlices([...open], (subscriber) => send(subscriber, HEARTBEAT))
  }, HEARTBEAT_MS)

  return {
    open({ headers, ...subscriber }) {
      if (isClosed) throw stopping()
      const giveBack = places.take(subscriber.access)
      const { studioId } = subscriber.access
      const stream = studios.get(studioId) ?? createStudioStream(studioId, means)
      studios.set(studioId, stream)
      open.add(subscriber)
      subscriber.response.once('close', () => {
        open.delete(subscriber)
        giveBack()
        stream.leave(subscriber)
        if (stream.isEmpty() && studios.get(studioId) === stream) studios.delete(studioId)
      })
      beginStream(subscriber.response, headers)
      stream.join(subscriber)
    },
    count: () => open.size,
    async close() {
      isClosed = true
      hushed()
      clearInterval(look)
      clearInterval(beat)
      await endAll([...open], stopping())
    },
  }
}

async function endAll(subscribers: readonly Subscriber[], why: Problem): Promise<void> {
  const gone = subscribers.map(
    ({ response }) => new Promise<void>((resolve) => response.once('close', () => resolve())),
  )
  for (const subscriber of subscribers) endStream(subscriber, why)
  const cut = setTimeout(() => {
    for (const { response } of subscribers) response.destroy()
  }, LAST_WORDS_MS)
  await Promise.all(gone)
  clearTimeout(cut)
}
