import type { ServerResponse } from 'node:http'
import type { Id } from '#kernel/ids.ts'
import type { Problem } from '#kernel/problem.ts'
import { EVENTS, INBOXES, type Signals } from '#server/database/signals.ts'
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
  open(response: ServerResponse, headers: Headers, reader: Omit<Subscriber, 'socket'>): void
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
    for (const stream of studios.values()) {
      stream.wake()
      stream.tellInboxes()
    }
  }
  const hushed = [
    means.signals.on(EVENTS, (studioId) => {
      if (studioId) studios.get(studioId)?.wake()
      else wakeAll()
    }),
    means.signals.on(INBOXES, (studioId) => {
      if (studioId) studios.get(studioId)?.tellInboxes()
      else wakeAll()
    }),
  ]
  const look = setInterval(wakeAll, LOOK_EVERY_MS)
  const beat = setInterval(() => {
    void inSlices([...open], (subscriber) => send(subscriber, HEARTBEAT))
  }, HEARTBEAT_MS)

  return {
    open(response, headers, reader) {
      if (isClosed) throw stopping()
      const giveBack = places.take(reader.access)
      const { studioId } = reader.access
      const stream = studios.get(studioId) ?? createStudioStream(studioId, means)
      studios.set(studioId, stream)
      const subscriber = { ...reader, socket: beginStream(response, headers) }
      open.add(subscriber)
      subscriber.socket.once('close', () => {
        open.delete(subscriber)
        giveBack()
        stream.leave(subscriber)
        if (stream.isEmpty() && studios.get(studioId) === stream) studios.delete(studioId)
      })
      stream.join(subscriber)
    },
    count: () => open.size,
    async close() {
      isClosed = true
      for (const hush of hushed) hush()
      clearInterval(look)
      clearInterval(beat)
      await endAll([...open], stopping())
    },
  }
}

async function endAll(subscribers: readonly Subscriber[], why: Problem): Promise<void> {
  const gone = subscribers.map(
    ({ socket }) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
  )
  for (const subscriber of subscribers) endStream(subscriber, why)
  const cut = setTimeout(() => {
    for (const { socket } of subscribers) socket.destroy()
  }, LAST_WORDS_MS)
  await Promise.all(gone)
  clearTimeout(cut)
}
