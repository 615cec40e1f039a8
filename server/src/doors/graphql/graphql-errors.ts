import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { Problem } from '#kernel/problem.ts'
import { failureOf } from '../failure.ts'
import { languageOf } from '../language.ts'
import {
  invalidQuery,
  persistedQueryMismatch,
  persistedQueryNotFound,
  readOnlyGet,
  unreadableRequest,
} from './problems.ts'

/** What the door needs to tell of an error; bugs are logged by their request id. */
export interface Telling {
  id: string
  headers: { 'accept-language'?: string | undefined }
  log: { error(error: unknown): void }
}

/** The problem behind an error of a request that did not run. */
export function requestProblems(error: unknown): unknown[] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'MER_ERR_GQL_VALIDATION' && error instanceof Error && 'errors' in error) {
    return Array.isArray(error.errors) ? error.errors : [error]
  }
  if (code === 'MER_ERR_METHOD_NOT_ALLOWED') return [readOnlyGet()]
  if (code === 'MER_ERR_GQL_PERSISTED_QUERY_MISMATCH') return [persistedQueryMismatch()]
  if (code.startsWith('MER_ERR_GQL_PERSISTED_QUERY')) return [persistedQueryNotFound()]
  const isTheirs =
    error instanceof Error &&
    !(error instanceof Problem) &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode < 500
  return [isTheirs ? unreadableRequest(error.message) : error]
}

/** An error as GraphQL shows it: where in the query, and our stable `code` beside it. */
export function formatted(error: unknown, { id, headers, log }: Telling): GraphQLFormattedError {
  const language = languageOf(headers['accept-language'])
  const { code, said, fields, approvalId } = problemOf(error, id, log)
  const place = error instanceof Error ? error : undefined
  return {
    message: said[language],
    ...(place && 'locations' in place && Array.isArray(place.locations) && { locations: place.locations }),
    ...(place && 'path' in place && Array.isArray(place.path) && { path: place.path }),
    extensions: {
      code,
      requestId: id,
      ...(approvalId !== undefined && { approvalId }),
      errors: fields.map(({ path, message }) => ({ pointer: path, detail: message[language] })),
    },
  }
}

/**
 * What a resolver threw stands in `originalError`; graphql-jit has an error class of its own, so the property counts,
 * not the class. Without one GraphQL itself complains: of the query, or, where it has come as far as a field and it is
 * not about an argument, of an answer of ours that breaks its own schema.
 */
export function problemOf(error: unknown, requestId: string, log: Telling['log']): Problem {
  const tell = (one: unknown) => failureOf(one, requestId, (bug) => log.error(bug))
  if (!(error instanceof Error) || error instanceof Problem || !('locations' in error)) return tell(error)
  const cause = 'originalError' in error ? error.originalError : undefined
  if (cause instanceof Error && !(cause instanceof GraphQLError)) return tell(cause)
  const isOurs = 'path' in error && Array.isArray(error.path) && !error.message.startsWith('Argument ')
  return isOurs ? tell(error) : invalidQuery(error.message)
}
