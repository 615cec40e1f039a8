import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'

/** What an authenticator and its browser would say otherwise: for attacks. */
export interface Told {
  origin?: string
  host?: string
  isVerified?: boolean
  counter?: number
  challenge?: string
  isFramed?: boolean
  type?: string
  attestation?: { fmt: string; attStmt: Map<string, Cbor> }
}

type Cbor = Parameters<typeof isoCBOR.encode>[0]

interface Held {
  credentialId: Buffer
  privateKey: KeyObject
  userHandle: string
  host: string
  counter: number
}

const PRESENT = 0x01
const VERIFIED = 0x04
const SYNCABLE = 0x08
const SYNCED = 0x10
const ATTESTED = 0x40

const Creation = z.looseObject({
  challenge: z.string(),
  rp: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string() }),
})
const Request = z.looseObject({ challenge: z.string(), rpId: z.string() })

/**
 * An authenticator in software, with the browser around it: P-256 keys, discoverable, and the person always verified unless
 * it is told otherwise. Answers with the fields that operations on passkeys take. `isSynced` makes passkeys that never
 * count, as those of phones do.
 */
export function createTestAuthenticator({
  origin,
  isSynced = false,
}: {
  origin: string
  isSynced?: boolean
}) {
  const held: Held[] = []

  function client(type: string, challenge: string, told: Told): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: told.type ?? type,
        challenge: told.challenge ?? challenge,
        origin: told.origin ?? origin,
        crossOrigin: told.isFramed ?? false,
      }),
    )
  }

  return {
    create(given: unknown, told: Told = {}): Record<string, unknown> {
      const { challenge, rp, user } = Creation.parse(given)
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const credentialId = randomBytes(32)
      const host = told.host ?? rp.id
      held.push({ credentialId, privateKey, userHandle: user.id, host, counter: 0 })
      const attested = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        coseKey(publicKey),
      ])
      const authData = Buffer.concat([authenticatorData(told, { host, isSynced, flags: ATTESTED }), attested])
      const { fmt, attStmt } = told.attestation ?? { fmt: 'none', attStmt: new Map<string, Cbor>() }
      const attestation = new Map<string, Cbor>([
        ['fmt', fmt],
        ['attStmt', attStmt],
        ['authData', new Uint8Array(authData)],
      ])
      return {
        credentialId: text(credentialId),
        clientDataJson: text(client('webauthn.create', challenge, told)),
        attestationObject: text(isoCBOR.encode(attestation)),
        transports: ['internal'],
      }
    },
    /** Answers with the passkey that was made last for that host. */
    get(given: unknown, told: Told = {}): Record<string, unknown> {
      const { challenge, rpId } = Request.parse(given)
      const passkey = present(
        held.findLast(({ host }) => host === rpId),
        `a passkey for ${rpId}`,
      )
      if (!isSynced) passkey.counter += 1
      const { credentialId, privateKey, userHandle } = passkey
      const counter = told.counter ?? passkey.counter
      const data = authenticatorData({ ...told, counter }, { host: told.host ?? rpId, isSynced, flags: 0 })
      const clientData = client('webauthn.get', challenge, told)
      const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()])
      return {
        credentialId: text(credentialId),
        clientDataJson: text(clientData),
        authenticatorData: text(data),
        signature: text(sign('sha256', signed, privateKey)),
        userHandle,
      }
    },
  }
}

/** Section 6.1 of WebAuthn Level 3: the hash of the host's name, flags, and the counter. */
function authenticatorData(
  { isVerified = true, counter = 0 }: Told,
  given: { host: string; isSynced: boolean; flags: number },
): Buffer {
  const flags = PRESENT | (isVerified ? VERIFIED : 0) | (given.isSynced ? SYNCABLE | SYNCED : 0) | given.flags
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([createHash('sha256').update(given.host).digest(), Buffer.from([flags]), count])
}

/** ES256 as COSE writes it (RFC 9053, section 2.1). */
function coseKey(publicKey: KeyObject): Uint8Array {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]),
  )
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
