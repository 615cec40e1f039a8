import { inEach, sameInAll, type Said } from './languages.ts'

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
  message: Said
}

export class Problem extends Error {
  override name = 'Problem'
  readonly kind: ProblemKind
  readonly code: string
  /** The message in every language; `message` itself is the English one. */
  readonly said: Said
  readonly fields: FieldProblem[]
  /** The approval that it is about: with its id the caller goes on. */
  readonly approvalId: string | undefined

  constructor(given: {
    kind: ProblemKind
    code: string
    message: Said
    fields?: FieldProblem[]
    approvalId?: string
  }) {
    super(given.message.en)
    this.kind = given.kind
    this.code = given.code
    this.said = given.message
    this.fields = given.fields ?? []
    this.approvalId = given.approvalId
  }
}

/**
 * Declares a problem once: `const nameTaken = problem('conflict', 'businesses.name-taken', (name: string) => …)`.
 * Codes are API: they never change and never mean something else. A plain text is for what no screen shows: terminals,
 * and protocols that only programs speak.
 */
export function problem<A extends unknown[]>(
  kind: ProblemKind,
  code: string,
  message: (...given: A) => Said | string,
) {
  return (...given: A) => {
    const said = message(...given)
    return new Problem({ kind, code, message: typeof said === 'string' ? sameInAll(said) : said })
  }
}

/** The first of several faults, as the sentence about all of them names it: where it is, and what is wrong. */
export function firstOf(fields: readonly FieldProblem[]): { path: string; says: Said } {
  const [first] = fields
  return { path: first?.path ?? '', says: inEach((language) => first?.message[language] ?? '') }
}
