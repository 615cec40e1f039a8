import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { problem } from '#kernel/problem.ts'
import type { Credential } from '#server/catalogue/access.ts'

export const SESSION_COOKIE = 'iza_session'
const SESSION_COOKIE_LIFETIME_S = 14 * 24 * 60 * 60
const TOKEN_LENGTH_MAX = 200

const foreignOrigin = problem(
  'forbidden',
  'door.foreign-origin',
  (origin: string) =>
    `A page at ${origin} may not act in your name here. Open IZA OS at its own address, or use an API key.`,
)
const foreignHost = problem(
  'forbidden',
  'door.foreign-host',
  (host: string) =>
    `This server does not answer to the name "${host}". Use http://localhost, or add the name to IZA_PUBLIC_HOSTS.`,
)

export interface DoorNames {
  /** The ports that we did open: one that another program holds would be that program's origin, not ours. */
  ports: ReadonlySet<number>
  /** Names beside localhost, reached through TLS. */
  publicHosts: readonly string[]
}

/**
 * A browser sends cookies with any page's request, so the cookie counts only where `Origin` is one of ours; and a
 * foreign name that resolves to us (DNS rebinding) is refused by `Host`. Throws `door.foreign-origin`, `door.foreign-host`.
 */
export function credentialFrom(
  request: { headers: IncomingHttpHeaders; remoteAddress: string | undefined; isWrite: boolean },
  names: DoorNames,
): Credential {
  const { headers, isWrite } = request
  checkHost(headers.host ?? '', names)
  const { origin } = headers
  if (origin !== undefined && !isOurs(origin, names)) throw foreignOrigin(origin.slice(0, 200))
  const bearer = /^Bearer ([\x21-\x7e]+)$/i.exec(headers.authorization ?? '')?.[1]
  const cookie = cookieValue(headers.cookie ?? '', SESSION_COOKIE)
  if (!bearer && cookie && isWrite && origin === undefined) throw foreignOrigin('an unnamed place')
  const token = (bearer ?? cookie)?.slice(0, TOKEN_LENGTH_MAX)
  return { token, isLocal: isLocal(headers, request.remoteAddress) }
}

/** The header that hands a browser its session, or takes it back. */
export function sessionCookie(token: string | undefined, isTls: boolean): string {
  const life = token === undefined ? 0 : SESSION_COOKIE_LIFETIME_S
  return `${SESSION_COOKIE}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${life}${isTls ? '; Secure' : ''}`
}

export function isTlsHost(host: string, { publicHosts }: DoorNames): boolean {
  return publicHosts.includes(nameOf(host))
}

function checkHost(host: string, { publicHosts }: DoorNames): void {
  const name = nameOf(host)
  const isKnown =
    name === 'localhost' || isIP(name.replace(/^\[|\]$/g, '')) !== 0 || publicHosts.includes(name)
  if (!isKnown) throw foreignHost(host.slice(0, 200))
}

function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '')
}

function isOurs(origin: string, { ports, publicHosts }: DoorNames): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname, port } = new URL(origin)
  if (protocol === 'https:') return publicHosts.includes(hostname)
  const isOwnMachine = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  return protocol === 'http:' && isOwnMachine && ports.has(Number(port || 80))
}

function isLocal(headers: IncomingHttpHeaders, remoteAddress = ''): boolean {
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some(
    (name) => name in headers,
  )
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(remoteAddress)
}

function cookieValue(header: string, wanted: string): string | undefined {
  for (const pair of header.split(';', 50)) {
    const [name = '', value = ''] = pair.trim().split('=', 2)
    if (name === wanted && value !== '') return value
  }
  return undefined
}
