import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits behind a prefix that tells a person (and a secret scanner) what was found. */
export function newToken(kind: 'session' | 'machine'): string {
  return `iza_${kind}_${randomBytes(32).toString('base64url')}`
}

/** Hex. A plain hash is enough: the token is random, so there is no dictionary to try. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
