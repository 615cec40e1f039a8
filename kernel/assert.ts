/** A broken promise of our own code: the request ends and we are told. Never shown to a user as text. */
export class Bug extends Error {
  override name = 'Bug'
}

/** Assertions stay on in production: a wrong row written is dearer than a request refused. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Bug(message)
}

/** The value, or a Bug where our own code promised that it is there. */
export function present<T>(value: T | null | undefined, message: string): T {
  assert(value !== null && value !== undefined, message)
  return value
}
