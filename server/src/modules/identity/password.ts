import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; 13 ms of CPU here. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

/** An argon2id string in the PHC format: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await derive('argon2id', { message: password, nonce, ...COST })
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(hash)}`
}

/**
 * Whether the password made the hash. Without a hash (an unknown address) the same work is done for nothing, so that
 * the time of the answer does not tell which addresses are known.
 */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, , , cost = '', salt = '', wanted = ''] = (hash ?? NEVER_MATCHES).split('$')
  const [memory = 0, passes = 0, parallelism = 0] = cost.split(',').map((part) => Number(part.slice(2)))
  const expected = Buffer.from(wanted, 'base64')
  const nonce = Buffer.from(salt, 'base64')
  const found = await derive('argon2id', {
    message: password,
    nonce,
    memory,
    passes,
    parallelism,
    tagLength: expected.length,
  })
  return hash !== undefined && timingSafeEqual(found, expected)
}

const NEVER_MATCHES = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=1$${base64(randomBytes(16))}$${base64(randomBytes(32))}`

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
