import type { FastifyBaseLogger } from 'fastify'
import type { Invoked } from '../observed-invoke.ts'

/** One line per invocation: what, by which door, what came of it, how long it took, who. Nothing of its input. */
export function logInvocation(log: FastifyBaseLogger, invoked: Invoked): void {
  const { operation, door, outcome, code, ms, request, access } = invoked
  const line = {
    reqId: request.requestId,
    operation,
    door,
    outcome,
    ...(code !== undefined && { code }),
    ms: Math.round(ms * 10) / 10,
    ...(access && { studioId: access.studioId, actorKind: access.actor.kind, actorId: access.actor.id }),
    ...(access?.onBehalfOf && { onBehalfOf: access.onBehalfOf.id }),
  }
  log.info(line, 'invocation')
}
