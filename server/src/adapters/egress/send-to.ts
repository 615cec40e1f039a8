import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Problem } from '#kernel/problem.ts'
import type { EgressAnswer, EgressRequest } from './egress-port.ts'
import { addressRefused, timeout, unreachable } from './problems.ts'
import type { Target } from './read-target.ts'
import type { ResolvedAddress } from './resolve-target.ts'

/** Sends to one of these addresses and to no other; the name serves for the Host header and the certificate. */
export async function sendTo(
  target: Target,
  addresses: readonly ResolvedAddress[],
  given: EgressRequest,
): Promise<EgressAnswer> {
  const { url, host, port } = target
  const ending = new AbortController()
  const stop = () => ending.abort(given.signal?.reason)
  given.signal?.addEventListener('abort', stop, { once: true })
  const whole = after(given.wholeMsMax, () => ending.abort(timeout(host, 'answer', given.wholeMsMax)))
  const connecting = after(given.connectMsMax, () =>
    ending.abort(timeout(host, 'connection', given.connectMsMax)),
  )
  try {
    given.signal?.throwIfAborted()
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)({
      host,
      port,
      path: `${url.pathname}${url.search}`,
      method: given.method,
      headers: { ...given.headers, 'content-length': Buffer.byteLength(given.body ?? '') },
      // A connection of its own, which no other request and no proxy of the environment has a part in.
      agent: false,
      lookup: pinnedTo(addresses),
      signal: ending.signal,
    })
    refuseOthers(request, { host, addresses, onConnected: connecting.clear })
    const response = await answered(request, given.body)
    return await readAnswer(response, given.answerBytesMax)
  } catch (error) {
    const why: unknown = ending.signal.aborted ? ending.signal.reason : error
    if (given.signal?.aborted || why instanceof Problem) throw why
    throw unreachable(`${host}:${port}`, wordsOf(why))
  } finally {
    whole.clear()
    connecting.clear()
    given.signal?.removeEventListener('abort', stop)
  }
}

function after(ms: number, act: () => void): { clear(): void } {
  const timer = setTimeout(act, ms)
  return { clear: () => clearTimeout(timer) }
}

function pinnedTo(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_host, { all }, answer) => {
    const [first] = addresses
    if (all) answer(null, [...addresses])
    else answer(null, first?.address ?? '', first?.family)
  }
}

/** The lookup above is how Node is told where to; this is a look at where it went. */
function refuseOthers(
  request: ClientRequest,
  given: { host: string; addresses: readonly ResolvedAddress[]; onConnected(): void },
): void {
  const known = new Set(given.addresses.map(({ address }) => canonical(address)))
  request.once('socket', (socket) => {
    socket.once('connect', () => {
      const at = socket.remoteAddress
      if (at === undefined || !known.has(canonical(at)))
        request.destroy(addressRefused(given.host, at ?? 'nowhere'))
    })
    socket.once(request.protocol === 'https:' ? 'secureConnect' : 'connect', given.onConnected)
  })
}

function canonical(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address
}

function answered(request: ClientRequest, body: string | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve)
    request.once('upgrade', () => request.destroy(new Error('it answered with another protocol')))
    request.on('error', reject)
    request.end(body)
  })
}

async function readAnswer(response: IncomingMessage, bytesMax: number): Promise<EgressAnswer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response) {
    if (!Buffer.isBuffer(part)) continue
    parts.push(part)
    bytes += part.length
    if (bytes > bytesMax) break // leaving the loop closes the connection
  }
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [name, [value].flat()[0] ?? '']),
    ),
    body: Buffer.concat(parts).subarray(0, bytesMax),
    isCut: bytes > bytesMax,
  }
}

const WORDS_LENGTH_MAX = 200

function wordsOf(error: unknown): string {
  const known = error instanceof AggregateError ? error.errors[0] : error
  if (!(known instanceof Error)) return 'it failed'
  const code = 'code' in known ? `${String(known.code)}: ` : ''
  return `${code}${known.message}`.slice(0, WORDS_LENGTH_MAX)
}
