import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { unreadableRequest } from './problems.ts'

/** A few times what a screen asks for. The text is remembered per query, so it must not be anything's size. */
const QUERY_LENGTH_MAX = 10_000

const Persisted = z.object({
  persistedQuery: z
    .object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) })
    .optional(),
})
const Variables = z.record(z.string(), z.unknown()).nullish()
const Sent = z
  .object({
    query: z.string().min(1).max(QUERY_LENGTH_MAX).optional(),
    variables: Variables,
    extensions: Persisted.nullish(),
  })
  .refine(({ query, extensions }) => query !== undefined || extensions?.persistedQuery, 'there is no query')

/** Leaves of a request what mercurius may read, and nothing else. Throws `graphql.unreadable-request`. */
export function checkSentQuery(request: FastifyRequest): void {
  const isPost = request.method !== 'GET'
  const { variables, extensions, query } = checked(isPost ? request.body : fromText(request.query))
  const sent = {
    ...(query !== undefined && { query }),
    variables: variables ?? {},
    extensions: extensions ?? {},
  }
  if (isPost) {
    request.body = sent
    return
  }
  // Mercurius reads these two from text where the method is GET.
  const inText = { variables: JSON.stringify(sent.variables), extensions: JSON.stringify(sent.extensions) }
  request.query = { ...sent, ...inText }
}

function checked(sent: unknown): z.output<typeof Sent> {
  const parsed = Sent.safeParse(sent)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw unreadableRequest(
    issue ? `${issue.path.join('.') || 'the body'}: ${issue.message}` : 'it does not fit',
  )
}

/** In a GET, variables and extensions are JSON in text. */
function fromText(query: unknown): unknown {
  const { variables, extensions, ...rest } = Object(query)
  return { ...rest, variables: jsonFrom(variables), extensions: jsonFrom(extensions) }
}

function jsonFrom(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw unreadableRequest('variables and extensions must be JSON')
  }
}
