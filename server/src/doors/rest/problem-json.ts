import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language, Said } from '#kernel/languages.ts'
import { Problem, problem, type ProblemKind } from '#kernel/problem.ts'
import { failureOf } from '../failure.ts'
import { languageOf } from '../language.ts'

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

const TITLE_OF: Record<ProblemKind, Said> = {
  held: { en: 'Waits for approval', de: 'Wartet auf Freigabe' },
  invalid: { en: 'The request cannot be used', de: 'Die Anfrage ist nicht zu gebrauchen' },
  unauthenticated: { en: 'Sign-in needed', de: 'Anmeldung nötig' },
  forbidden: { en: 'Not allowed', de: 'Nicht erlaubt' },
  'not-found': { en: 'Not found', de: 'Nicht gefunden' },
  conflict: { en: 'It does not fit what is there', de: 'Es passt nicht zu dem, was da ist' },
  'too-many': { en: 'Too many requests', de: 'Zu viele Anfragen' },
  broken: { en: 'Our mistake', de: 'Unser Fehler' },
  unavailable: { en: 'Not available right now', de: 'Gerade nicht verfügbar' },
}

/** Seconds: what waits is short, and the message says it where it is longer. */
const RETRY_AFTER_S = 1

const unreadable = problem('invalid', 'rest.unreadable-body', (reason: string) => ({
  en: `The body cannot be read: ${reason}. Send one JSON object with "Content-Type: application/json".`,
  de: `Der Inhalt lässt sich nicht lesen: ${reason}. Senden Sie ein JSON-Objekt mit „Content-Type: application/json“.`,
}))

const tooLarge = problem('invalid', 'rest.body-too-large', (bytesMax: number) => ({
  en: `The body is larger than this operation takes: ${bytesMax.toLocaleString('en')} bytes. Send less at a time.`,
  de: `Der Inhalt ist größer, als diese Operation nimmt: ${bytesMax.toLocaleString('de')} Bytes. Senden Sie weniger auf einmal.`,
}))
const TOO_LARGE = 413

/** A problem as RFC 9457 says: `application/problem+json`, with our stable `code` beside the standard members. */
export function problemJson(
  { kind, code, said, fields, approvalId }: Problem,
  { requestId, language = 'en' }: { requestId: string; language?: Language },
) {
  return {
    type: `urn:iza-os:problem:${code}`,
    title: TITLE_OF[kind][language],
    status: STATUS_OF[kind],
    detail: said[language],
    code,
    requestId,
    ...(approvalId !== undefined && { approvalId }),
    errors: fields.map(({ path, message }) => ({ pointer: path, detail: message[language] })),
  }
}

export function answerProblem(reply: FastifyReply, error: unknown, request: FastifyRequest): FastifyReply {
  const { id, log, headers } = request
  const language = languageOf(headers['accept-language'])
  const failure = failureOf(ofFramework(error, request), id, (bug) => log.error(bug))
  const body = problemJson(failure, { requestId: id, language })
  const isWorthWaiting = failure.kind === 'too-many' || failure.kind === 'unavailable'
  if (isWorthWaiting) reply.header('retry-after', RETRY_AFTER_S)
  return reply
    .code(body.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .header('content-language', language)
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
