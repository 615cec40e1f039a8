import { z } from 'zod'
import { id, instant, line } from '#server/catalogue/fields.ts'
import { secret } from '#server/catalogue/secret-fields.ts'

/** Ids of credentials are at most 1023 bytes long (WebAuthn Level 3, section 4). */
const CREDENTIAL_ID_LENGTH_MAX = 1364
const BLOB_LENGTH_MAX = 8000
const BASE64URL = /^[\w-]+$/

function base64url(max: number) {
  return z.string().min(1).max(max).regex(BASE64URL, 'expected base64url without padding (RFC 4648)')
}

/** As it is told; who hands it back marks it as a secret. */
export const TicketText = z.string().min(1).max(1200)
export const Ticket = secret(TicketText)
/** Bytes as an authenticator or the browser made them. None of them says anything to a reader of the audit. */
export const Blob = secret(base64url(BLOB_LENGTH_MAX))
export const CredentialId = secret(base64url(CREDENTIAL_ID_LENGTH_MAX))
export const UserHandle = secret(base64url(100))
export const PasskeyLabel = line(60).describe('By which its owner knows it, for example "Phone".')
const Transport = z
  .string()
  .max(30)
  .regex(/^[a-z-]+$/)
export const Transports = z.array(Transport).max(10)

export const Passkey = z
  .strictObject({
    id: id('passkey'),
    label: line(60),
    host: z.string().max(253).describe('The name of the page that it was made on; it works there alone.'),
    deviceType: z
      .enum(['single-device', 'multi-device'])
      .describe('single-device never leaves the device it was made on; multi-device may be synced.'),
    isBackedUp: z.boolean().describe('True where its owner has it on other devices, or in a backup, too.'),
    isOnlyFactor: z
      .boolean()
      .describe('True where nothing else is a second factor: it cannot be removed before something is.'),
    createdAt: instant(),
    lastUsedAt: instant().nullable(),
  })
  .meta({ id: 'Passkey' })

const PublicKey = z.literal('public-key')
const TimeoutMs = z.int().describe('Milliseconds.')

/** PublicKeyCredentialCreationOptionsJSON of WebAuthn Level 3, section 5.1.9, as far as it is used. */
export const CreationOptions = z.strictObject({
  challenge: base64url(200),
  rp: z.strictObject({ id: z.string().max(253), name: line(60) }),
  user: z.strictObject({ id: base64url(100), name: z.string().max(254), displayName: line(120) }),
  pubKeyCredParams: z.array(z.strictObject({ type: PublicKey, alg: z.int() })).max(10),
  timeout: TimeoutMs,
  attestation: z.literal('none'),
  authenticatorSelection: z.strictObject({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  excludeCredentials: z
    .array(
      z.strictObject({ id: base64url(CREDENTIAL_ID_LENGTH_MAX), type: PublicKey, transports: Transports }),
    )
    .max(50),
})
export type CreationOptions = z.output<typeof CreationOptions>

/** PublicKeyCredentialRequestOptionsJSON, as far as it is used: it names no credential, so that it tells nothing. */
export const RequestOptions = z.strictObject({
  challenge: base64url(200),
  rpId: z.string().max(253),
  timeout: TimeoutMs,
  userVerification: z.literal('required'),
})
export type RequestOptions = z.output<typeof RequestOptions>
