import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { problem } from '#kernel/problem.ts'
import type { Credential, IssuedTokens, Site } from '#server/catalogue/access.ts'

const ACCESS_COOKIE = 'iza_access'
const REFRESH_COOKIE = 'iza_refresh'
/** The refresh token travels to the one operation that uses it, and to no other. */
const REFRESH_PATH = '/api/v1/identity/renew-session'
const COOKIE_LIFETIME_S = 14 * 24 * 60 * 60
const TOKEN_LENGTH_MAX = 800

const foreignOrigin = problem('forbidden', 'door.foreign-origin', (origin: string) => ({
  en: `A page at ${origin} may not act in your name here. Open IZA OS at its own address, or use an API key.`,
  de: `Eine Seite von ${origin} darf hier nicht in Ihrem Namen handeln. Öffnen Sie IZA OS unter seiner eigenen Adresse, oder benutzen Sie einen Schlüssel.`,
}))
const foreignHost = problem('forbidden', 'door.foreign-host', (host: string) => ({
  en: `This server does not answer to the name "${host}". Use http://localhost, or add the name to IZA_PUBLIC_HOSTS.`,
  de: `Dieser Server antwortet nicht auf den Namen „${host}“. Benutzen Sie http://localhost, oder fügen Sie den Namen zu IZA_PUBLIC_HOSTS hinzu.`,
}))

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
  const cookie = cookieValue(headers.cookie ?? '', ACCESS_COOKIE)
  const refreshToken = cookieValue(headers.cookie ?? '', REFRESH_COOKIE)
  const isByCookie = !bearer && (cookie ?? refreshToken) !== undefined
  if (isByCookie && isWrite && origin === undefined) throw foreignOrigin('an unnamed place')
  return {
    token: (bearer ?? cookie)?.slice(0, TOKEN_LENGTH_MAX),
    refreshToken: refreshToken?.slice(0, TOKEN_LENGTH_MAX),
    isLocal: isLocal(headers, request.remoteAddress),
    address: request.remoteAddress,
    userAgent: headers['user-agent'],
    site: siteOf(headers.host ?? '', names),
  }
}

/** The headers that hand a browser its session, or take it back. The access cookie outlives its token, so that a 401 can renew. */
export function sessionCookies(tokens: IssuedTokens | undefined, isTls: boolean): string[] {
  const rest = `HttpOnly; SameSite=Lax; Max-Age=${tokens ? COOKIE_LIFETIME_S : 0}${isTls ? '; Secure' : ''}`
  return [
    `${ACCESS_COOKIE}=${tokens?.access ?? ''}; Path=/; ${rest}`,
    `${REFRESH_COOKIE}=${tokens?.refresh ?? ''}; Path=${REFRESH_PATH}; ${rest}`,
  ]
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

/** A host that is ours has pages of ours: on each port that is open here, or by TLS on the usual one. */
function siteOf(given: string, { ports, publicHosts }: DoorNames): Site | undefined {
  const host = nameOf(given)
  if (publicHosts.includes(host)) return { host, origins: [`https://${host}`] }
  if (host !== 'localhost') return undefined
  return { host, origins: [...ports].map((port) => new URL(`http://${host}:${port}`).origin) }
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
