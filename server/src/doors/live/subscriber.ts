import type { ServerResponse } from 'node:http'
import type { Problem } from '#kernel/problem.ts'
import type { Access, Credential } from '#server/catalogue/access.ts'
import type { Revision } from './revision.ts'
import type { Sight } from './sight.ts'
import { GREETING, noticeOnWire } from './wire.ts'

/** What may wait for one reader. Pages are shared by all who read them, so a slow reader holds places and not copies. */
const WAITING_BYTES_MAX = 256_000

/** One open stream. */
export interface Subscriber {
  readonly response: ServerResponse
  readonly credential: Credential
  access: Access
  sight: Sight
  /** Where it wants to go on; undefined begins now, `lost` has been somewhere that we do not know. */
  readonly from: Revision | 'lost' | undefined
}

/** As the door has gathered them. */
export type Headers = Record<string, string | number | string[] | undefined>

const HEAD = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // Proxies that would gather an answer before they pass it on.
  'x-accel-buffering': 'no',
}

/** Its end is the end of the connection: so the body needs no chunks, and a page goes out as the very bytes that all share. */
export function beginStream(response: ServerResponse, headers: Headers): void {
  response.useChunkedEncodingByDefault = false
  response.shouldKeepAlive = false
  for (const [name, value] of Object.entries({ ...headers, ...HEAD })) {
    if (value !== undefined) response.setHeader(name, value)
  }
  response.writeHead(200)
  response.write(GREETING)
}

/** A reader who is too slow is let go: it comes back with the last revision that it had. */
export function send({ response }: Subscriber, bytes: Buffer): void {
  if (response.destroyed || response.writableEnded) return
  if (response.writableLength > WAITING_BYTES_MAX) response.destroy()
  else response.write(bytes)
}

/** Tells why, where the reader can still be told. */
export function endStream({ response }: Subscriber, { code, message }: Problem): void {
  if (response.writableLength > WAITING_BYTES_MAX) response.destroy()
  else response.end(noticeOnWire('closed', { code, detail: message }))
}
