import { isIP } from 'node:net'
import { badAddress } from './problems.ts'

const URL_LENGTH_MAX = 2000
const HTTPS_PORT = 443
const HTTP_PORT = 80
/** Below it are the ports of other services than the web, and nobody's receiver listens there but on 443. */
const FREE_PORTS_FROM = 1024

/** Where a request goes: what a URL says once everything about it was looked at that needs no network. */
export interface Target {
  url: URL
  /** A name in lower case without a dot at its end, or an IP address without brackets. */
  host: string
  isAddress: boolean
  port: number
  /** Named by the installation: it may be private, and http will do. */
  isAllowed: boolean
}

/**
 * Throws `egress.bad-address`. The parser of the URL standard has already turned `0x7f.1`, `2130706433` and `127.1` into
 * 127.0.0.1, so that there is one form to look at.
 */
export function readTarget(text: string, allow: ReadonlySet<string>): Target {
  if (text.length > URL_LENGTH_MAX)
    throw badAddress(text, {
      en: `at most ${URL_LENGTH_MAX} characters are taken`,
      de: `höchstens ${URL_LENGTH_MAX} Zeichen werden angenommen`,
    })
  if (!URL.canParse(text))
    throw badAddress(text, {
      en: 'expected one such as https://example.com/hooks',
      de: 'erwartet wird eine wie https://example.com/hooks',
    })
  const url = new URL(text)
  const isHttps = url.protocol === 'https:'
  if (!isHttps && url.protocol !== 'http:')
    throw badAddress(text, { en: 'it has to begin with https://', de: 'sie muss mit https:// beginnen' })
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.+$/, '')
  const port = url.port === '' ? (isHttps ? HTTPS_PORT : HTTP_PORT) : Number(url.port)
  const isAllowed = allow.has(`${host}:${port}`)
  if (host === '') throw badAddress(text, { en: 'it names no host', de: 'sie nennt keinen Host' })
  if (url.username !== '' || url.password !== '')
    throw badAddress(text.replace(/\/\/[^@]*@/, '//…@'), {
      en: 'leave the name and the password out of it',
      de: 'lassen Sie Namen und Passwort heraus',
    })
  if (url.hash !== '')
    throw badAddress(text, {
      en: 'leave out what follows "#": it is never sent',
      de: 'lassen Sie weg, was auf „#“ folgt: Es wird nie gesendet',
    })
  if (!isHttps && !isAllowed)
    throw badAddress(text, { en: 'it has to begin with https://', de: 'sie muss mit https:// beginnen' })
  if (port !== HTTPS_PORT && port < FREE_PORTS_FROM && !isAllowed)
    throw badAddress(text, {
      en: `port ${port} belongs to another service; 443 is taken, and those from 1024 on`,
      de: `Port ${port} gehört einem anderen Dienst; angenommen werden 443 und die ab 1024`,
    })
  return { url, host, isAddress: isIP(host) !== 0, port, isAllowed }
}
