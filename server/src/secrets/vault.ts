import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { assert } from '#kernel/assert.ts'

/** Secrets at rest: what stands in a column is sealed, and opens only in the place it was sealed for. */
export interface Vault {
  /** `place` names table, column and row; it is bound into the seal, so that a value moved elsewhere does not open. */
  seal(text: string, place: string): Promise<string>
  /** Throws a Bug where the seal is broken, or belongs to another place or key. */
  open(sealed: string, place: string): Promise<string>
}

/** Wraps the key of one secret: the file of the home here, a KMS in production. */
export interface KeyWrapper {
  wrap(dataKey: Buffer): Promise<string>
  unwrap(wrapped: string): Promise<Buffer>
}

const KEY_BYTES = 32
const VERSION = 'v1'

/** Envelope encryption, AES-256-GCM: a key of its own for each secret, wrapped by one that is not in the database. */
export function createVault(wrapper: KeyWrapper): Vault {
  return {
    async seal(text, place) {
      const dataKey = randomBytes(KEY_BYTES)
      const wrapped = await wrapper.wrap(dataKey)
      return [VERSION, wrapped, encrypt(dataKey, Buffer.from(text), place)].join(':')
    },
    async open(sealed, place) {
      const [version, wrapped = '', box = ''] = sealed.split(':')
      assert(version === VERSION, `a seal of an unknown version: ${String(version).slice(0, 10)}`)
      return decrypt(await wrapper.unwrap(wrapped), box, place).toString()
    },
  }
}

/** The default: a key derived from a file in the home that only the process's owner can read. */
export function fileKeyWrapper(secret: string): KeyWrapper {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'iza-os vault', KEY_BYTES))
  return {
    wrap: async (dataKey) => encrypt(key, dataKey, 'data key'),
    unwrap: async (wrapped) => decrypt(key, wrapped, 'data key'),
  }
}

const IV_BYTES = 12
const TAG_BYTES = 16

function encrypt(key: Buffer, plain: Buffer, place: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
  const box = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), box]).toString('base64url')
}

function decrypt(key: Buffer, boxed: string, place: string): Buffer {
  const bytes = Buffer.from(boxed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES)).setAAD(
    Buffer.from(place),
  )
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
}
