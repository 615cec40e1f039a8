const NULL_BYTE = /\0/
/** No input of ours is nested more than a few levels; a walk without a bound is a stack overflow in waiting. */
const DEPTH_MAX = 64

/**
 * The JSON Pointer of the first text (key or value) that PostgreSQL cannot store: a null byte, or half of a surrogate
 * pair, which the driver would silently replace; or of what is nested too deeply to be walked. Undefined when all is well. One walk covers every operation.
 */
export function unstorablePath(value: unknown, path = '', depth = 0): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path
  if (value === null || typeof value !== 'object') return undefined
  if (depth >= DEPTH_MAX) return path
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return path
    const found = unstorablePath(inner, `${path}/${key}`, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function isStorable(text: string): boolean {
  return !NULL_BYTE.test(text) && text.isWellFormed()
}
