import { problem } from '#kernel/problem.ts'

const badIdempotencyKey = problem(
  'invalid',
  'door.bad-idempotency-key',
  () => 'idempotencyKey must be 1 to 200 printable characters without spaces. A UUID is a good one.',
)

export function isIdempotencyKey(text: string): boolean {
  return /^[\x21-\x7e]{1,200}$/.test(text)
}

/** As it stands in an argument. Throws `door.bad-idempotency-key`. */
export function idempotencyKeyFrom(given: unknown): string | undefined {
  if (given === undefined || given === null) return undefined
  if (typeof given === 'string' && isIdempotencyKey(given)) return given
  throw badIdempotencyKey()
}
