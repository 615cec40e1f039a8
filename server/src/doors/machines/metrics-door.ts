import type { FastifyInstance } from 'fastify'
import { coverageOf } from '#server/catalogue/access.ts'
import { permissionMissing } from '#server/catalogue/problems.ts'
import type { ReachOf } from '#server/catalogue/reach.ts'
import type { ServerFigures } from '#server/vitals/server-figures.ts'
import type { Vitals } from '#server/vitals/vitals.ts'
import { credentialFrom, type DoorNames } from '../credential.ts'
import { createRateLimit } from '../rate-limit.ts'
import { metricFamilies } from './metric-families.ts'
import { PROMETHEUS_TYPE, prometheusText } from './prometheus-text.ts'

export const METRICS_PERMISSION = 'monitoring.read'

/**
 * `GET /metrics`: whoever is on this machine may read it, and from elsewhere a key that holds `monitoring.read` on the
 * whole studio. It counts what all studios do together, and names none of them, nobody and nothing of theirs.
 */
export function addMetricsDoor(
  app: FastifyInstance,
  given: {
    vitals: Vitals
    serverFigures(): Promise<ServerFigures>
    reachOf: ReachOf
    names: DoorNames
    perSecond: number
  },
): void {
  const { vitals, serverFigures, reachOf, names } = given
  const limit = createRateLimit(given.perSecond)

  app.get('/metrics', async ({ headers, socket }, reply) => {
    const credential = credentialFrom({ headers, remoteAddress: socket.remoteAddress, isWrite: false }, names)
    if (!credential.isLocal) {
      limit.check(credential, false)
      const { access } = await reachOf(credential)
      const isPermitted = coverageOf(access, METRICS_PERMISSION)?.isWhole === true
      if (!isPermitted || access.waitsFor) {
        throw permissionMissing({
          permission: METRICS_PERMISSION,
          operation: '/metrics',
          roles: [...new Set(access.grants.map(({ role }) => role))],
          isOnPart: coverageOf(access, METRICS_PERMISSION) !== undefined,
          whoCanGrant: [],
        })
      }
    }
    // While the database does not answer, what the processes count is what one wants to see.
    const [gathered, figures] = await Promise.all([
      vitals.gather(undefined),
      serverFigures().catch(() => undefined),
    ])
    const text = prometheusText(metricFamilies(gathered, figures))
    return reply.header('cache-control', 'no-store').type(PROMETHEUS_TYPE).send(text)
  })
}
