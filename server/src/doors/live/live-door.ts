import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#kernel/problem.ts'
import { isRecord } from '#kernel/records.ts'
import type { Access, Credential } from '#server/catalogue/access.ts'
import type { Catalogue } from '#server/catalogue/catalogue.ts'
import type { ReachOf } from '#server/catalogue/reach.ts'
import type { Database } from '#server/database/database.ts'
import type { Signals } from '#server/database/signals.ts'
import { credentialFrom, type DoorNames } from '../credential.ts'
import { createRateLimit } from '../rate-limit.ts'
import { createLiveStreams, type LiveStreams } from './live-streams.ts'
import type { Inboxes } from './tell-inboxes.ts'
import { anotherSite } from './problems.ts'
import { readRevision } from './revision.ts'
import { permissionsOfEvents, sightOf } from './sight.ts'
import { standingOf } from './standing.ts'
import type { Subscriber } from './subscriber.ts'

export const LIVE_PATH = '/api/v1/live'

/**
 * `GET /api/v1/live`: what happens in the studio, as it happens, as server-sent events (html.spec.whatwg.org,
 * section 9.2). `Last-Event-ID`, or `?after=`, goes on from there. Answers the streams, to be closed before the server.
 */
export function addLiveDoor(
  app: FastifyInstance,
  given: {
    catalogue: Catalogue
    database: Database
    signals: Signals
    reachOf: ReachOf
    names: DoorNames
    perSecond: number
    inboxes: Inboxes
  },
): LiveStreams {
  const permissions = permissionsOfEvents(given.catalogue)
  const means = {
    ...given,
    sightOf: (access: Access) => sightOf(access, permissions),
    log: (error: unknown) => app.log.error(error),
  }
  const streams = createLiveStreams(means)
  const limit = createRateLimit(given.perSecond)

  app.get(LIVE_PATH, async (request, reply) => {
    const credential = credentialOf(request, given.names)
    limit.check(credential, false)
    const standing = await standingOf(credential, means)
    if (standing instanceof Problem) throw standing
    const { raw: response } = reply
    if (response.destroyed || !response.socket) return reply.hijack() // it has gone meanwhile
    const from = placeOf(request)
    streams.open(response, reply.getHeaders(), { ...standing, credential, from })
    return reply.hijack()
  })
  return streams
}

/** Only what is needed to look again: a stream lives long, and there are many. */
function credentialOf({ headers, socket }: FastifyRequest, names: DoorNames): Credential {
  const { remoteAddress } = socket
  const { token, isLocal, address } = credentialFrom({ headers, remoteAddress, isWrite: false }, names)
  // An image that a page on another port of this machine shows sends the cookie and no Origin: it reads nothing, but it
  // would hold a place.
  const site = headers['sec-fetch-site']
  const isByCookie = headers.authorization === undefined
  if (isByCookie && (site === 'same-site' || site === 'cross-site')) throw anotherSite()
  return { token, isLocal, address }
}

/** A browser that connects again sends the header; a page that was closed and opened has the query only. */
function placeOf({ headers, query }: FastifyRequest): Subscriber['from'] {
  const sent = headers['last-event-id'] ?? (isRecord(query) ? query['after'] : undefined)
  if (sent === undefined || sent === '') return undefined
  return (typeof sent === 'string' && readRevision(sent)) || 'lost'
}
