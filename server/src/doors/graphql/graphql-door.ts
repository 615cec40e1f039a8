import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import mercurius from 'mercurius'
import { present } from '#kernel/assert.ts'
import type { Credential } from '#server/catalogue/access.ts'
import type { Catalogue } from '#server/catalogue/catalogue.ts'
import type { Invoke } from '#server/catalogue/invoke.ts'
import { credentialFrom, isTlsHost, sessionCookies, type DoorNames } from '../credential.ts'
import { STATUS_OF } from '../rest/problem-json.ts'
import type { DoorContext } from './door-context.ts'
import { languageOf } from '../language.ts'
import { formatted, problemOf, requestProblems } from './graphql-errors.ts'
import { graphqlSchema } from './graphql-schema.ts'
import { oneOperation } from './one-operation.ts'
import { checkCost } from './query-cost.ts'
import { requestContext } from './request-context.ts'
import { checkSentQuery } from './sent-query.ts'

const TOKENS_MAX = 2000
const ERRORS_MAX = 10
/** Queries that are kept parsed, and queries that are known by their hash: an LRU each. */
const REMEMBERED_MAX = 300
/** Compiled behind the third use and off the request's way: a list with edges ran at 0.39 of REST, and at 0.22 without. */
const JIT = { minCount: 3, eluThreshold: 0.95 }

/** `/graphql`: every operation as a field, references between nouns as edges. */
export async function addGraphqlDoor(
  app: FastifyInstance,
  { catalogue, invoke, names }: { catalogue: Catalogue; invoke: Invoke; names: DoorNames },
): Promise<void> {
  const schema = graphqlSchema(catalogue)
  const credentials = new WeakMap<FastifyRequest, Credential>()

  async function enter(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { headers, method, socket } = request
    const isWrite = method !== 'GET'
    const credential = credentialFrom({ headers, remoteAddress: socket.remoteAddress, isWrite }, names)
    credentials.set(request, credential)
    checkSentQuery(request)
    reply.header('cache-control', 'no-store')
  }

  const contextOf = (request: FastifyRequest, reply: FastifyReply) =>
    requestContext({
      invoke,
      requestId: request.id,
      language: languageOf(request.headers['accept-language']),
      // Asked for when something runs: mercurius makes a context also for a request refused at the entrance.
      credentialOf: () => present(credentials.get(request), 'nobody comes in without passing the entrance'),
      handOut: (tokens) =>
        void reply.header('set-cookie', sessionCookies(tokens, isTlsHost(request.headers.host ?? '', names))),
    })

  await app.register(mercurius, {
    schema,
    graphiql: false,
    allowBatchedQueries: false,
    jit: JIT,
    cache: REMEMBERED_MAX,
    validationRules: [oneOperation],
    graphql: { parseOptions: { maxTokens: TOKENS_MAX }, validateOptions: { maxErrors: ERRORS_MAX } },
    persistedQueryProvider: mercurius.persistedQueryDefaults.automatic(REMEMBERED_MAX),
    // Its own schema would turn the numbers in an error's path into text.
    additionalRouteOptions: { schema: {}, preHandler: enter },
    context: (request, reply) => ({ ...contextOf(request, reply) }),
    errorFormatter: ({ data, errors }, { reply }) => ({
      statusCode: 200,
      response: { data: data ?? null, errors: errors.map((error) => formatted(error, reply.request)) },
    }),
    errorHandler: (error, request, reply) => answerErrors(error, request, reply),
  })
  app.graphql.addHook('preExecution', (_schema, document, _context, variables) => {
    checkCost(schema, document, variables ?? {})
  })
  app.graphql.addHook<Record<string, unknown>, DoorContext>('onResolution', (execution, { replayed }) => {
    if (replayed.length > 0) execution.extensions = { replayed }
  })
}

function answerErrors(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const errors = requestProblems(error).slice(0, ERRORS_MAX)
  const [first] = errors
  const { kind } = problemOf(first, request.id, { error: () => {} })
  reply
    .code(STATUS_OF[kind])
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send({ errors: errors.map((one) => formatted(one, request)) })
}
