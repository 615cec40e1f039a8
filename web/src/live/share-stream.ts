import { isRecord } from '#kernel/records.ts'
import { keepConnected } from './keep-connected.ts'
import type { StreamEvent } from './read-stream.ts'

const NAME = 'iza-live'

export interface Listener {
  hear(event: StreamEvent): void
  connected(isConnected: boolean): void
  signedOut(): void
}

/**
 * One stream for all tabs of this origin: a browser opens six connections to it, and a stream in each tab would soon take
 * them all. The tab that holds the lock holds the stream and passes on what it hears. Each tab keeps the last revision,
 * so when that one closes the next goes on without a gap. Returns how to stop.
 */
export function shareStream(listener: Listener): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  const channel = new BroadcastChannel(NAME)
  let revision: string | undefined
  let isConnected = false
  let isLeader = false

  function heard(event: StreamEvent): void {
    if (event.id !== '') revision = event.id
    listener.hear(event)
  }

  function connectedIs(now: boolean): void {
    isConnected = now
    listener.connected(now)
  }

  channel.addEventListener('message', ({ data }) => {
    const message = readMessage(data)
    if (message === 'hello' && isLeader) channel.postMessage({ isConnected, revision })
    else if (message === 'hello') return
    else if ('event' in message) heard(message)
    else {
      revision ??= message.revision
      connectedIs(message.isConnected)
    }
  })

  function lead(): Promise<void> {
    isLeader = true
    return keepConnected({
      signal,
      after: () => revision,
      hear(event) {
        channel.postMessage(event)
        heard(event)
      },
      connected(now) {
        connectedIs(now)
        channel.postMessage({ isConnected, revision })
      },
      signedOut: listener.signedOut,
    })
  }

  channel.postMessage('hello')
  // Browsers know locks only where an origin is trusted: by name on this machine, or by TLS. Elsewhere each tab has its own.
  const leading = 'locks' in navigator ? navigator.locks.request(NAME, { signal }, lead) : lead()
  leading.catch(() => {}) // the wait for the lock was given up, because the tab has stopped listening
  return () => {
    stopping.abort()
    channel.close()
  }
}

type Message = StreamEvent | { isConnected: boolean; revision: string | undefined } | 'hello'

function readMessage(data: unknown): Message {
  if (!isRecord(data)) return 'hello'
  const { id, event, data: told, isConnected, revision } = data
  if (typeof event === 'string' && typeof id === 'string' && isRecord(told)) return { id, event, data: told }
  return { isConnected: isConnected === true, revision: typeof revision === 'string' ? revision : undefined }
}
