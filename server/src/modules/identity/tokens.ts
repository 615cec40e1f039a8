import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { SignJWT, errors, jwtVerify } from 'jose'
import { isId, type Id } from '#kernel/ids.ts'

/** 256 random bits behind a prefix that tells a person (and a secret scanner) what was found. */
export function newToken(kind: 'machine' | 'key'): string {
  return `iza_${kind}_${randomBytes(32).toString('base64url')}`
}

/** Hex. A plain hash is enough: the token is random, so there is no dictionary to try. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export const ACCESS_LIFETIME_MS = 10 * 60 * 1000
const CHALLENGE_LIFETIME_MS = 5 * 60 * 1000
const ISSUER = 'iza-os'

/** What signs and derives the tokens of sessions; one secret, a key of its own for each purpose (HKDF, RFC 5869). */
export interface SessionTokens {
  /** A JWT (RFC 7519, HS256) that names the session; ten minutes. */
  accessToken(sessionId: Id<'session'>): Promise<string>
  /** Undefined where it is not ours or no longer good. */
  readAccessToken(token: string): Promise<Id<'session'> | undefined>
  /** Derived from the session and how often it was renewed: nothing to store, and an old one is known as old. */
  refreshToken(sessionId: Id<'session'>, rotation: number): string
  readRefreshToken(token: string): { sessionId: Id<'session'>; rotation: number } | undefined
  /** That somebody gave the right password, and still owes the second factor. */
  challenge(personId: Id<'person'>): Promise<string>
  readChallenge(token: string): Promise<Id<'person'> | undefined>
}

export function createSessionTokens(secret: string): SessionTokens {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `iza-os ${purpose}`, 32))
  const keys = { access: key('access token'), challenge: key('challenge'), refresh: key('refresh token') }
  const mac = (text: string) => createHmac('sha256', keys.refresh).update(text).digest()

  return {
    accessToken: (sessionId) => sign(keys.access, sessionId, ACCESS_LIFETIME_MS),
    async readAccessToken(token) {
      const subject = await verify(keys.access, token)
      return subject && isId('session', subject) ? subject : undefined
    },
    refreshToken: (sessionId, rotation) =>
      `iza_refresh_${sessionId}.${rotation}.${mac(`${sessionId}.${rotation}`).toString('base64url')}`,
    readRefreshToken(token) {
      const [, sessionId = '', rotation = '', given = ''] = REFRESH.exec(token) ?? []
      if (!isId('session', sessionId)) return undefined
      const expected = mac(`${sessionId}.${rotation}`)
      const found = Buffer.from(given, 'base64url')
      if (found.length !== expected.length || !timingSafeEqual(found, expected)) return undefined
      return { sessionId, rotation: Number(rotation) }
    },
    challenge: (personId) => sign(keys.challenge, personId, CHALLENGE_LIFETIME_MS),
    async readChallenge(token) {
      const subject = await verify(keys.challenge, token)
      return subject && isId('person', subject) ? subject : undefined
    },
  }
}

const REFRESH = /^iza_refresh_(ses_[0-9a-z]{26})\.(\d{1,9})\.([\w-]{43})$/

function sign(key: Buffer, subject: string, lifetimeMs: number): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setSubject(subject)
    .setJti(randomBytes(9).toString('base64url'))
    .setExpirationTime(new Date(Date.now() + lifetimeMs))
    .sign(key)
}

async function verify(key: Buffer, token: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, { issuer: ISSUER, algorithms: ['HS256'] })
    return payload.sub
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}
