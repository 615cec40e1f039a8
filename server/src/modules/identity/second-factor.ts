import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Vault } from '#server/secrets/vault.ts'
import { lockSecondFactor, setSecondFactor } from './second-factor-queries.ts'
import { tokenHash } from './tokens.ts'

const PERIOD_S = 30
/** One step of clock difference either way, as RFC 6238 section 5.2 recommends. */
const WINDOW = 1
const RECOVERY_CODES = 10
const RECOVERY_ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'

export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

export function authenticatorFor(secret: string, label: { studio: string; email: string }): TOTP {
  return new TOTP({
    issuer: `IZA OS ${label.studio}`,
    label: label.email,
    secret,
    digits: 6,
    period: PERIOD_S,
  })
}

/** The time step that the code belongs to, or undefined where it is wrong or not newer than the last one used. */
export function stepOf(secret: string, code: string, lastStep: bigint): bigint | undefined {
  const delta = authenticatorFor(secret, { studio: '', email: '-' }).validate({ token: code, window: WINDOW })
  if (delta === null) return undefined
  const step = BigInt(Math.floor(Date.now() / 1000 / PERIOD_S) + delta)
  return step > lastStep ? step : undefined
}

/** Fifty bits each; of what is kept, a hash. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: 10 }, () => RECOVERY_ALPHABET.charAt(randomInt(RECOVERY_ALPHABET.length))).join(''),
  )
}

export function placeOf(personId: Id<'person'>): string {
  return `second_factor.secret ${personId}`
}

/** Uses up a code of the authenticator or a recovery code; false where it is neither. The transaction acts as the person. */
export async function useCode(
  tx: Transaction,
  { vault }: { vault: Vault },
  { personId, code }: { personId: Id<'person'>; code: string },
): Promise<boolean> {
  const factor = await lockSecondFactor(tx, personId)
  if (!factor?.sealed_secret) return false
  if (code.length === 6) {
    const step = stepOf(await vault.open(factor.sealed_secret, placeOf(personId)), code, factor.last_step)
    if (step !== undefined) await setSecondFactor(tx, personId, { last_step: step })
    return step !== undefined
  }
  const left = factor.recovery_hashes.filter((hash) => hash !== tokenHash(code))
  if (left.length === factor.recovery_hashes.length) return false
  await setSecondFactor(tx, personId, { recovery_hashes: left })
  return true
}
