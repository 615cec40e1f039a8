/**
 * A problem is an error that the user can act on: a stable code, what is wrong, the value, what to do.
 * Only doors know status codes; a problem says of which kind it is. One that is `held` is no refusal: what was asked for
 * waits for a person.
 */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'held'
  | 'too-many'
  | 'unavailable'
  | 'broken'

/** Where in the input, as a JSON Pointer (RFC 6901), and what to do about it. */
export interface FieldProblem {
  path: string
  message: string
}

export class Problem extends Error {
  override name = 'Problem'
  readonly kind: ProblemKind
  readonly code: string
  readonly fields: FieldProblem[]
  /** The approval that it is about: with its id the caller goes on. */
  readonly approvalId: string | undefined

  constructor(given: {
    kind: ProblemKind
    code: string
    message: string
    fields?: FieldProblem[]
    approvalId?: string
  }) {
    super(given.message)
    this.kind = given.kind
    this.code = given.code
    this.fields = given.fields ?? []
    this.approvalId = given.approvalId
  }
}

/**
 * Declares a problem once: `const nameTaken = problem('conflict', 'businesses.name-taken', (name: string) => …)`.
 * Codes are API: they never change and never mean something else.
 */
export function problem<A extends unknown[]>(
  kind: ProblemKind,
  code: string,
  message: (...given: A) => string,
) {
  return (...given: A) => new Problem({ kind, code, message: message(...given) })
}
