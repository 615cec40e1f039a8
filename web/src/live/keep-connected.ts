import { openLiveStream } from '../api-call.ts'
import { readStream, type StreamEvent } from './read-stream.ts'

const RETRY_MS_MIN = 500
const RETRY_MS_MAX = 30_000
/** Two heartbeats and a half: what is silent for longer is a connection that only looks open. */
const SILENCE_MS_MAX = 50_000

/**
 * Holds the stream of this origin open until the signal aborts: goes on from the last revision, with a growing pause
 * (and a random part of it, so that a thousand screens do not come back in one moment) while there is no answer.
 */
export async function keepConnected(given: {
  signal: AbortSignal
  /** The last revision that was heard. */
  after(): string | undefined
  hear(event: StreamEvent): void
  connected(isConnected: boolean): void
  /** The session is over, and cannot be renewed. */
  signedOut(): void
}): Promise<void> {
  const { signal } = given
  let failures = 0
  while (!signal.aborted) {
    const attempt = new AbortController()
    const stop = () => attempt.abort()
    signal.addEventListener('abort', stop)
    const answer = await openLiveStream(given.after(), attempt.signal)
    if ('data' in answer) {
      failures = 0
      given.connected(true)
      await listen(answer.data, attempt, given.hear)
    } else if (!signal.aborted && answer.error.status === 401) given.signedOut()
    signal.removeEventListener('abort', stop)
    if (signal.aborted) return
    given.connected(false)
    await pause(Math.min(RETRY_MS_MAX, RETRY_MS_MIN * 2 ** failures++), signal)
  }
}

async function listen(
  body: ReadableStream<Uint8Array>,
  attempt: AbortController,
  hear: (event: StreamEvent) => void,
): Promise<void> {
  let silence = setTimeout(() => attempt.abort(), SILENCE_MS_MAX)
  const bytes = () => {
    clearTimeout(silence)
    silence = setTimeout(() => attempt.abort(), SILENCE_MS_MAX)
  }
  try {
    await readStream(body, { bytes, event: hear })
  } catch {
    // cut off: it is opened again, from the last revision
  } finally {
    clearTimeout(silence)
    attempt.abort()
  }
}

/** Half of it for certain, and up to as much again; at once when the machine is back on its network. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms * (0.5 + Math.random()))
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}
