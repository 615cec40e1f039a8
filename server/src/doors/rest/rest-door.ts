import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problem } from '#kernel/problem.ts'
import type { Catalogue } from '#server/catalogue/catalogue.ts'
import type { Invoke } from '#server/catalogue/invoke.ts'
import type { Operation } from '#server/catalogue/operation.ts'
import type { ReachOf } from '#server/catalogue/reach.ts'
import { credentialFrom, isTlsHost, sessionCookies, type DoorNames } from '../credential.ts'
import { languageOf } from '../language.ts'
import { isIdempotencyKey } from '../idempotency-key.ts'
import { openApi } from './openapi.ts'
import { queryReader } from './query-input.ts'

const badIdempotencyKey = problem('invalid', 'rest.bad-idempotency-key', () => ({
  en: 'The header Idempotency-Key must be 1 to 200 printable characters without spaces. A UUID is a good one.',
  de: 'Der Kopf Idempotency-Key muss aus 1 bis 200 druckbaren Zeichen ohne Leerzeichen bestehen. Eine UUID passt gut.',
}))

export function restPath({ module, verb }: { module: string; verb: string }): string {
  return `/api/v1/${module}/${verb}`
}

/** A route per operation: reads are GET with the input in the query, everything else POST with the input as JSON. */
export function addRestDoor(
  app: FastifyInstance,
  given: { catalogue: Catalogue; invoke: Invoke; reachOf: ReachOf; names: DoorNames },
): void {
  const { catalogue, invoke, names } = given
  const document = JSON.stringify(openApi(catalogue))
  app.get('/api/v1/openapi.json', (_request, reply) => reply.type('application/json').send(document))

  for (const operation of catalogue.operations) {
    const isRead = operation.effect === 'read'
    const readQuery = queryReader(operation.input)
    app.route({
      method: isRead ? 'GET' : 'POST',
      url: restPath(operation),
      ...(operation.bodyBytesMax && {
        bodyLimit: operation.bodyBytesMax,
        onRequest: (request: FastifyRequest) => checkSender(operation, request, given),
      }),
      handler: async (request, reply) => {
        const input = isRead ? readQuery(request.query) : (request.body ?? {})
        return answer(operation, input, request, reply)
      },
    })
  }

  async function answer(operation: Operation, input: unknown, request: FastifyRequest, reply: FastifyReply) {
    const { headers } = request
    const credential = credentialOf(operation, request, names)
    const { output, isReplay, issued } = await invoke({
      operation: operation.name,
      input,
      credential,
      door: headers['iza-door'] === 'cli' ? 'cli' : 'rest',
      requestId: request.id,
      language: languageOf(headers['accept-language']),
      idempotencyKey: idempotencyKey(headers['idempotency-key']),
      isDryRun: headers['iza-dry-run'] === 'true',
    })
    if (isReplay) reply.header('idempotency-replayed', 'true')
    if (issued)
      reply.header('set-cookie', sessionCookies(issued.tokens, isTlsHost(headers.host ?? '', names)))
    return reply.header('cache-control', 'no-store').send(output)
  }
}

/**
 * Before a body of many megabytes is read and parsed: its sender must be somebody who may do this. Whoever is signed in
 * and may not gets the refusal, and its line in the audit, from `invoke()` itself, which asks for rights before input.
 */
async function checkSender(
  operation: Operation,
  request: FastifyRequest,
  { invoke, reachOf, names }: { invoke: Invoke; reachOf: ReachOf; names: DoorNames },
): Promise<void> {
  const credential = credentialOf(operation, request, names)
  if ((await reachOf(credential)).permits(operation)) return
  await invoke({ operation: operation.name, input: {}, credential, door: 'rest', requestId: request.id })
}

function credentialOf({ effect }: Operation, { headers, socket }: FastifyRequest, names: DoorNames) {
  return credentialFrom({ headers, remoteAddress: socket.remoteAddress, isWrite: effect !== 'read' }, names)
}

function idempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  if (typeof header === 'string' && isIdempotencyKey(header)) return header
  throw badIdempotencyKey()
}
