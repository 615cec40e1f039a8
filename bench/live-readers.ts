import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** Connections that are opened at once: the queue of a listening socket holds 511. */
const OPENING_AT_ONCE = 200
const WAIT_MS_MAX = 60_000

export interface ReadersOfStreams {
  /** Milliseconds until each of them had been told of what `act` answers the id of. */
  latencies(act: () => Promise<string>): Promise<number[]>
  close(): void
}

/** Plain sockets, so that the readers cost as little as can be: both ends of each share two cores. */
export async function openReaders(
  url: URL,
  count: number,
  headersOf: (number: number) => Record<string, string>,
): Promise<ReadersOfStreams> {
  const sockets: Socket[] = []
  let heard: ((text: string) => void) | undefined
  for (let at = 0; at < count; at += OPENING_AT_ONCE) {
    const numbers = Array.from(
      { length: Math.min(OPENING_AT_ONCE, count - at) },
      (_nothing, step) => at + step,
    )
    const opened = numbers.map((number) => openReader(url, headersOf(number), (text) => heard?.(text)))
    sockets.push(...(await Promise.all(opened)))
  }
  return {
    async latencies(act) {
      const found: number[] = []
      const texts: { text: string; atMs: number }[] = []
      heard = (text) => void texts.push({ text, atMs: performance.now() })
      const beganMs = performance.now()
      const id = await act()
      while (found.length < count) {
        if (performance.now() - beganMs > WAIT_MS_MAX)
          throw new Error(`${found.length} of ${count} were told`)
        await pause(20)
        for (const { text, atMs } of texts.splice(0)) if (text.includes(id)) found.push(atMs - beganMs)
      }
      return found
    },
    close: () => sockets.forEach((socket) => socket.destroy()),
  }
}

function openReader(
  { hostname, port, pathname }: URL,
  headers: Record<string, string>,
  hear: (text: string) => void,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    const lines = Object.entries({ host: 'localhost', ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    )
    socket.write(`GET ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n`)
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => {
      if (text.includes('event: ready')) resolve(socket)
      if (/^HTTP\/1.1 [45]/.test(text)) reject(new Error(text))
      hear(text)
    })
    socket.on('error', reject)
  })
}
