import { present } from '#kernel/assert.ts'
import { Problem } from '#kernel/problem.ts'
import type { Access, Credential } from '#server/catalogue/access.ts'
import { secondFactorNeeded } from '#server/catalogue/problems.ts'
import type { ReachOf } from '#server/catalogue/reach.ts'
import type { Readers } from './readers.ts'
import type { Sight } from './sight.ts'
import { endStream, send, type Subscriber } from './subscriber.ts'
import { noticeOnWire } from './wire.ts'

export interface StandingMeans {
  reachOf: ReachOf
  sightOf(access: Access): Sight
}

/** Credentials that are looked at anew at the same time: connections are shared with those who send requests. */
const CHECKS_AT_ONCE = 4

/** What the credential opens now, or the problem that ends its stream. An outage is thrown: nothing is told meanwhile. */
export async function standingOf(
  credential: Credential,
  { reachOf, sightOf }: StandingMeans,
): Promise<{ access: Access; sight: Sight } | Problem> {
  try {
    const { access } = await reachOf(credential)
    return access.waitsFor ? secondFactorNeeded('The live stream') : { access, sight: sightOf(access) }
  } catch (error) {
    if (error instanceof Problem && error.kind === 'unauthenticated') return error
    throw error
  }
}

/** Who is out is told so; who sees something else now is told that there is a gap, and goes on with that. */
export async function lookAgain(
  readers: Readers,
  subscribers: readonly Subscriber[],
  means: StandingMeans,
): Promise<void> {
  const waiting = [...Map.groupBy(subscribers, ({ credential }) => credential.token ?? '').values()]
  const next = async (): Promise<void> => {
    for (let same = waiting.pop(); same; same = waiting.pop()) {
      const standing = await standingOf(present(same[0], 'a group has one').credential, means)
      for (const subscriber of same) settle(readers, subscriber, standing)
    }
  }
  await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, next))
}

function settle(
  readers: Readers,
  subscriber: Subscriber,
  standing: Awaited<ReturnType<typeof standingOf>>,
): void {
  if (standing instanceof Problem) {
    readers.leave(subscriber)
    endStream(subscriber, standing)
    return
  }
  const isMoving = standing.sight.key !== subscriber.sight.key && !readers.isComing(subscriber)
  if (isMoving) readers.leave(subscriber)
  Object.assign(subscriber, standing)
  if (!isMoving) return
  readers.watch(subscriber)
  send(subscriber, noticeOnWire('gap', { reason: 'rights-changed' }))
}
