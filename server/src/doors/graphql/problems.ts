import { problem } from '#kernel/problem.ts'

export const tooCostly = problem(
  'invalid',
  'graphql.too-costly',
  (cost: number, costMax: number) =>
    `This query could cost ${cost}, and ${costMax} is the most. Ask for fewer rows (limit), fewer fields or fewer operations at once.`,
)

export const tooDeep = problem(
  'invalid',
  'graphql.too-deep',
  (depth: number, depthMax: number) =>
    `This query is ${depth} levels deep, and ${depthMax} is the most. Ask for the rest in a second query.`,
)

export const invalidQuery = problem(
  'invalid',
  'graphql.invalid-query',
  (reason: string) =>
    `${reason.slice(0, 500)}${/[.?]$/.test(reason) ? '' : '.'} The schema can be read by introspection.`,
)

export const unreadableRequest = problem(
  'invalid',
  'graphql.unreadable-request',
  (reason: string) =>
    `The request cannot be read: ${reason.slice(0, 300)}. Send {"query": "…", "variables": {…}} as application/json.`,
)

export const readOnlyGet = problem(
  'invalid',
  'graphql.read-only-get',
  () => 'A GET only reads. Send a mutation by POST.',
)

/** The message is that of the protocol of automatic persisted queries: clients look for it. */
export const persistedQueryNotFound = problem(
  'invalid',
  'graphql.persisted-query-not-found',
  () => 'PersistedQueryNotFound',
)

export const persistedQueryMismatch = problem(
  'invalid',
  'graphql.persisted-query-mismatch',
  () => 'The SHA-256 in extensions.persistedQuery is not that of the query. Send the hash of the very text.',
)
