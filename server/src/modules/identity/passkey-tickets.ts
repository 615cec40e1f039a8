import { hkdfSync } from 'node:crypto'
import { SignJWT, errors, jwtVerify } from 'jose'
import { isId, type Id } from '#kernel/ids.ts'

export const TICKET_LIFETIME_MS = 5 * 60 * 1000
const ISSUER = 'iza-os'

/** A challenge that was given to an authenticator: for which page and, where one is added, to whose account. */
export interface PasskeyTicket {
  challenge: string
  /** The name of the page's host, which is the id of the relying party (WebAuthn Level 3, section 5.1.2). */
  host: string
}
export type AddingTicket = PasskeyTicket & { personId: Id<'person'> }
export type SignInTicket = PasskeyTicket & { expiresAt: string }

/**
 * Challenges travel in a JWT (RFC 7519, HS256) and stand in no row, so that nobody fills a table by asking for many. Each
 * purpose has a key of its own: a ticket to sign in adds no passkey.
 */
export interface PasskeyTickets {
  forAdding(ticket: AddingTicket): Promise<string>
  /** Undefined where it is not ours or no longer good. */
  readForAdding(token: string): Promise<AddingTicket | undefined>
  forSignIn(ticket: PasskeyTicket): Promise<string>
  readForSignIn(token: string): Promise<SignInTicket | undefined>
}

export function createPasskeyTickets(secret: string): PasskeyTickets {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `iza-os ${purpose}`, 32))
  const keys = { adding: key('passkey to add'), signIn: key('passkey sign-in') }
  return {
    forAdding: ({ personId, ...ticket }) => sign(keys.adding, ticket, personId),
    async readForAdding(token) {
      const { ticket, subject = '' } = (await read(keys.adding, token)) ?? {}
      return ticket && isId('person', subject) ? { ...ticket, personId: subject } : undefined
    },
    forSignIn: (ticket) => sign(keys.signIn, ticket),
    async readForSignIn(token) {
      const { ticket, expiresAtS = 0 } = (await read(keys.signIn, token)) ?? {}
      return ticket && { ...ticket, expiresAt: new Date(expiresAtS * 1000).toISOString() }
    },
  }
}

function sign(key: Buffer, { challenge, host }: PasskeyTicket, subject?: string): Promise<string> {
  const jwt = new SignJWT({ challenge, host })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setExpirationTime(new Date(Date.now() + TICKET_LIFETIME_MS))
  return (subject === undefined ? jwt : jwt.setSubject(subject)).sign(key)
}

async function read(key: Buffer, token: string) {
  try {
    const { payload } = await jwtVerify(token, key, { issuer: ISSUER, algorithms: ['HS256'] })
    const { challenge, host, sub: subject, exp: expiresAtS } = payload
    if (typeof challenge !== 'string' || typeof host !== 'string') return undefined
    return { ticket: { challenge, host }, subject, expiresAtS }
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}
