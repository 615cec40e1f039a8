import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { present } from '#kernel/assert.ts'
import { Problem } from '#kernel/problem.ts'
import type { Catalogue } from '#server/catalogue/catalogue.ts'
import type { Invoke } from '#server/catalogue/invoke.ts'
import type { Reach, ReachOf } from '#server/catalogue/reach.ts'
import { credentialFrom, type DoorNames } from '../credential.ts'
import { answerProblem, problemJson } from '../rest/problem-json.ts'
import { createCallTool, type Caller } from './call-tool.ts'
import { createMessageAnswers } from './message-answers.ts'
import { META_TOOLS } from './meta-tools.ts'
import { operationTools, type OperationTool, type Tool } from './operation-tools.ts'
import { batchTooLong, postOnly } from './problems.ts'

/** A tool is about 460 tokens of a list (16 measured 29,400 characters), so forty are 18,000: as much as most clients take. */
export const LISTED_TOOLS_MAX = 40
const BATCH_MAX = 20

/** `/mcp`, for both eras of the protocol and without sessions: any process answers any message. */
export function addMcpDoor(
  app: FastifyInstance,
  given: { catalogue: Catalogue; invoke: Invoke; reachOf: ReachOf; names: DoorNames },
): void {
  const { catalogue, invoke, reachOf, names } = given
  const tools = operationTools(catalogue)
  const callTool = createCallTool(tools, invoke)
  const callers = new WeakMap<Request, Caller>()
  const answerMessage = createMessageAnswers((message) => {
    const caller = present(callers.get(message), 'nobody comes in without passing the entrance')
    const isAll = new URL(message.url).searchParams.get('tools') === 'all'
    return {
      list: () => listed(tools, caller.reach, isAll),
      call: (name, input) => callTool(name, input, caller),
    }
  })

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { body } = request
    const caller = await enter(request, { names, reachOf })
    if (Array.isArray(body) && body.length > BATCH_MAX) throw batchTooLong(body.length, BATCH_MAX)
    const message = new Request(new URL(request.url, 'http://localhost'), {
      method: 'POST',
      headers: protocolHeaders(request),
    })
    callers.set(message, caller)
    const response = await answerMessage(message, body)
    const type = response.headers.get('content-type')
    if (type) reply.type(type)
    return reply
      .code(response.status)
      .header('cache-control', 'no-store')
      .send(await response.text())
  }

  app.post('/mcp', (request, reply) =>
    answer(request, reply).catch((error: unknown) => refuse(error, request, reply)),
  )
  app.route({
    method: ['GET', 'DELETE'],
    url: '/mcp',
    handler: ({ method, id }, reply) => {
      const body = { ...problemJson(postOnly(method), { requestId: id }), status: 405 }
      return reply.code(405).header('allow', 'POST').type('application/problem+json').send(body)
    },
  })
}

/** Only a key opens this door: a browser's cookie would let any page of ours act as an agent. */
async function enter(
  request: FastifyRequest,
  { names, reachOf }: { names: DoorNames; reachOf: ReachOf },
): Promise<Caller> {
  const { cookie: _unused, ...headers } = request.headers
  const { remoteAddress } = request.socket
  const credential = credentialFrom({ headers, remoteAddress, isWrite: true }, names)
  const { id: requestId, log } = request
  return { credential, reach: await reachOf(credential), requestId, log: (error) => log.error(error) }
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Problem && error.kind === 'unauthenticated') {
    const reason = request.headers.authorization === undefined ? '' : ', error="invalid_token"'
    reply.header('www-authenticate', `Bearer realm="IZA OS"${reason}`)
  }
  return answerProblem(reply, error, request)
}

/** What the caller may do, in the order of names; past a number that a client can carry, only the way to find it. */
export function listed(tools: readonly OperationTool[], reach: Reach, isAll: boolean): Tool[] {
  const own = tools.filter(({ operation }) => reach.permits(operation)).map(({ tool }) => tool)
  return isAll || own.length <= LISTED_TOOLS_MAX ? [...META_TOOLS, ...own] : [...META_TOOLS]
}

/** What the protocol itself reads. Credentials go no further than the entrance. */
function protocolHeaders({ headers }: FastifyRequest): Headers {
  const kept = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string' && /^(accept|content-type|mcp-.*)$/.test(name)) kept.set(name, value)
  }
  return kept
}
