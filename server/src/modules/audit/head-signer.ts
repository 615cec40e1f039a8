import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { problem } from '#kernel/problem.ts'

const verifyInPool = promisify(verify)
const signInPool = promisify(sign)

const unusableKey = problem(
  'unavailable',
  'start.audit-key-unusable',
  (reason: string) =>
    `The key in keys/audit-signing.key cannot be used (${reason}). Put the file back from a copy. Without one, move it away: a new key is made, and what the old one signed is still checked with its public half.`,
)

/** Signs what was sealed, with a key that lies beside the database and never in it. */
export interface HeadSigner {
  /** The first 16 hex digits of the SHA-256 of the public key. */
  keyId(): string
  /** For whoever checks elsewhere. Undefined for a key that was never used here. */
  publicKeyPem(keyId: string): Promise<string | undefined>
  /** Hex. */
  sign(text: string): Promise<string>
  /** False for a key that was never used here. */
  isSigned(text: string, head: { keyId: string; signature: string }): Promise<boolean>
}

/** A new Ed25519 key on one line, as it lies in the home: base 64 of PKCS#8. */
export function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
}

/**
 * The key is read at the first use: what only lists operations has none. Its public half is left in `dir` under its id,
 * so that what it signed can still be checked when another key has taken its place. Signing and checking leave this thread.
 */
export function createHeadSigner(secret: string, dir: string): HeadSigner {
  const known = new Map<string, KeyObject>()
  let opened: ReturnType<typeof openKey> | undefined
  const own = () => (opened ??= openKey(secret))

  async function publicKey(keyId: string): Promise<KeyObject | undefined> {
    if (keyId === own().id) return own().publicKey
    const found = known.get(keyId) ?? (await storedKey(dir, keyId))
    if (found) known.set(keyId, found)
    return found
  }

  return {
    keyId: () => own().id,
    publicKeyPem: async (keyId) =>
      (await publicKey(keyId))?.export({ type: 'spki', format: 'pem' }).toString(),
    async sign(text) {
      const { id, privateKey, publicKey: open } = own()
      if (!known.has(id)) await storeKey(dir, id, open)
      known.set(id, open)
      return (await signInPool(null, Buffer.from(text), privateKey)).toString('hex')
    },
    async isSigned(text, { keyId, signature }) {
      const key = await publicKey(keyId)
      return key !== undefined && verifyInPool(null, Buffer.from(text), key, Buffer.from(signature, 'hex'))
    },
  }
}

function openKey(secret: string) {
  try {
    const privateKey = createPrivateKey({ key: Buffer.from(secret, 'base64'), type: 'pkcs8', format: 'der' })
    if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('it is not of the kind Ed25519')
    const publicKey = createPublicKey(privateKey)
    return { privateKey, publicKey, id: idOf(publicKey) }
  } catch (error) {
    throw unusableKey(error instanceof Error ? error.message : String(error))
  }
}

function idOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
}

async function storeKey(dir: string, id: string, key: KeyObject): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  await writeFile(keyFile(dir, id), key.export({ type: 'spki', format: 'pem' }), { mode: 0o600, flush: true })
}

/** A file that holds another key than its name says, or none, is as good as absent. */
async function storedKey(dir: string, id: string): Promise<KeyObject | undefined> {
  try {
    const key = createPublicKey(await readFile(keyFile(dir, id), 'utf8'))
    return idOf(key) === id ? key : undefined
  } catch {
    return undefined
  }
}

function keyFile(dir: string, id: string): string {
  return join(dir, `signing-key-${/^[0-9a-f]{16}$/.test(id) ? id : 'none'}.pem`)
}
