import { randomBytes } from 'node:crypto'
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } from '@simplewebauthn/server/helpers'
import type { Site } from '#server/catalogue/access.ts'
import type { Id } from '#kernel/ids.ts'
import type { CreationOptions, RequestOptions } from './passkey-schema.ts'
import { TICKET_LIFETIME_MS } from './passkey-tickets.ts'

/** Ed25519, ECDSA with P-256, RSA with SHA-256 (RFC 9053, RFC 8812): what authenticators in use can do. */
const ALGORITHMS = [-8, -7, -257]
const CREDENTIAL_TYPE = 'public-key' as const

/** 256 random bits; section 13.4.3 of WebAuthn Level 3 asks for 128. */
export function newChallenge(): string {
  return randomBytes(32).toString('base64url')
}

/** What an authenticator hands back with an answer: whose passkey it is. Random, and no address (section 14.6.1). */
export function userHandleOf(personId: Id<'person'>): string {
  return Buffer.from(personId).toString('base64url')
}

export function creationOptions(given: {
  host: string
  challenge: string
  person: { id: Id<'person'>; email: string; displayName: string }
  known: { credential_id: string; transports: string[] }[]
}): CreationOptions {
  const { host, challenge, person, known } = given
  return {
    challenge,
    rp: { id: host, name: 'IZA OS' },
    user: { id: userHandleOf(person.id), name: person.email, displayName: person.displayName },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: CREDENTIAL_TYPE, alg })),
    timeout: TICKET_LIFETIME_MS,
    attestation: 'none',
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    excludeCredentials: known.map(({ credential_id: id, transports }) => ({
      id,
      type: CREDENTIAL_TYPE,
      transports,
    })),
  }
}

export function requestOptions({ host, challenge }: { host: string; challenge: string }): RequestOptions {
  return { challenge, rpId: host, timeout: TICKET_LIFETIME_MS, userVerification: 'required' }
}

interface Ceremony {
  site: Site
  challenge: string
  credentialId: string
  clientDataJson: string
}

/** What was made for this page and this challenge, with the person verified; undefined where it was not. */
export async function madePasskey(given: Ceremony & { attestationObject: string; transports: string[] }) {
  const { site, challenge, credentialId: id, clientDataJson: clientDataJSON } = given
  const { attestationObject, transports } = given
  const checked = await unlessRefused(async () => {
    if (isFramed(clientDataJSON) || namesAuthority(attestationObject)) return undefined
    return verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: CREDENTIAL_TYPE,
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject, transports },
      },
      expectedChallenge: challenge,
      expectedOrigin: [...site.origins],
      expectedRPID: site.host,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
  })
  return checked?.registrationInfo
}

/** What a passkey answered to this challenge on this page, with the person verified; undefined where it did not. */
export async function answeredPasskey(
  given: Ceremony & { authenticatorData: string; signature: string; publicKey: Buffer },
) {
  const { site, challenge, credentialId: id, clientDataJson: clientDataJSON } = given
  const { authenticatorData, signature, publicKey } = given
  const checked = await unlessRefused(async () => {
    if (isFramed(clientDataJSON)) return undefined
    return verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: CREDENTIAL_TYPE,
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: [...site.origins],
      expectedRPID: site.host,
      requireUserVerification: true,
      // Counted by us: the library refuses a copy with the same plain error as a wrong signature, and we tell of it.
      credential: { id, publicKey: new Uint8Array(publicKey), counter: 0 },
    })
  })
  return checked?.verified ? checked.authenticationInfo : undefined
}

/** True where the authenticator counts, and has not counted on: somebody else may have used a copy (section 6.1.1). */
export function isCopied({ stored, answered }: { stored: bigint; answered: bigint }): boolean {
  return (stored > 0n || answered > 0n) && answered <= stored
}

/** Asked for by a page within another site's page. Ours are framed by nobody, so it was none of ours. */
function isFramed(clientDataJson: string): boolean {
  return decodeClientDataJSON(clientDataJson).crossOrigin === true
}

/**
 * We ask for no attestation. One with certificates would have us read what a stranger wrote, and fetch the lists of revoked
 * ones from where it says.
 */
function namesAuthority(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject))
  const format = decoded.get('fmt')
  return format !== 'none' && !(format === 'packed' && decoded.get('attStmt').get('x5c') === undefined)
}

/** The library throws where an answer does not fit, and it reads bytes of strangers: whatever it throws is a refusal. */
async function unlessRefused<T>(check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check()
  } catch {
    return undefined
  }
}
