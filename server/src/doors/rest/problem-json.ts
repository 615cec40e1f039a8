import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem, problem, type ProblemKind } from '#kernel/problem.ts'
import { failureOf } from '../failure.ts'

/** 202: accepted for later, which is what waiting for a person is (RFC 9110, 15.3.3). */
export const STATUS_OF: Record<ProblemKind, number> = {
  held: 202,
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  broken: 500,
  unavailable: 503,
}

const TITLE_OF: Record<ProblemKind, string> = {
  held: 'Waits for approval',
  invalid: 'The request cannot be used',
  unauthenticated: 'Sign-in needed',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'It does not fit what is there',
  'too-many': 'Too many requests',
  broken: 'Our mistake',
  unavailable: 'Not available right now',
}

/** Seconds: what waits is short, and the message says it where it is longer. */
const RETRY_AFTER_S = 1

const unreadable = problem(
  'invalid',
  'rest.unreadable-body',
  (reason: string) =>
    `The body cannot be read: ${reason}. Send one JSON object with "Content-Type: application/json".`,
)

const tooLarge = problem(
  'invalid',
  'rest.body-too-large',
  (bytesMax: number) =>
    `The body is larger than this operation takes: ${bytesMax.toLocaleString('en')} bytes. Send less at a time.`,
)
const TOO_LARGE = 413

/** A problem as RFC 9457 says: `application/problem+json`, with our stable `code` beside the standard members. */
export function problemJson({ kind, code, message, fields, approvalId }: Problem, requestId: string) {
  return {
    type: `urn:iza-os:problem:${code}`,
    title: TITLE_OF[kind],
    status: STATUS_OF[kind],
    detail: message,
    code,
    requestId,
    ...(approvalId !== undefined && { approvalId }),
    errors: fields.map(({ path, message: detail }) => ({ pointer: path, detail })),
  }
}

export function answerProblem(reply: FastifyReply, error: unknown, request: FastifyRequest): FastifyReply {
  const { id, log } = request
  const failure = failureOf(ofFramework(error, request), id, (bug) => log.error(bug))
  const body = problemJson(failure, id)
  const isWorthWaiting = failure.kind === 'too-many' || failure.kind === 'unavailable'
  if (isWorthWaiting) reply.header('retry-after', RETRY_AFTER_S)
  return reply
    .code(body.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(body)
}

/** What Fastify itself refuses (malformed JSON, a body too large, another media type) is the caller's to mend. */
function ofFramework(error: unknown, { routeOptions }: FastifyRequest): unknown {
  const isTheirs =
    error instanceof Error &&
    !(error instanceof Problem) &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode < 500
  if (!isTheirs) return error
  return error.statusCode === TOO_LARGE ? tooLarge(routeOptions.bodyLimit) : unreadable(error.message)
}
