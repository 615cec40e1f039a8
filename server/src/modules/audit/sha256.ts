import { createHash } from 'node:crypto'

/** The hash function that the pure code of the kernel is given. */
export function sha256(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
