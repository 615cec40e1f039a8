import type { Access } from '#server/catalogue/access.ts'
import type { Catalogue } from '#server/catalogue/catalogue.ts'
import type { Invoke } from '#server/catalogue/invoke.ts'
import type { Request } from '#server/catalogue/request.ts'
import { sameInAll } from '#kernel/languages.ts'
import { Problem, type ProblemKind } from '#kernel/problem.ts'
import { outageOf } from '#server/database/outage.ts'
import type { Observed, Outcome } from '#server/vitals/invocation-figures.ts'

/** One invocation that has come to its end, and whose it was. */
export interface Invoked extends Observed {
  request: Request
  access: Access | undefined
  /** The code of the problem, where there was one. */
  code: string | undefined
}

const OURS: ReadonlySet<ProblemKind> = new Set(['unavailable', 'broken'])

/**
 * The same `invoke()`, watched: the one place where invocations are counted, timed and logged, whichever door they come
 * through. Doors are handed it around the rate limit, so that what was not taken is counted too.
 */
export function observedInvoke(given: {
  catalogue: Catalogue
  invoke: Invoke
  observe(invoked: Invoked): void
}): Invoke {
  const { catalogue, invoke, observe } = given
  const names = new Set(catalogue.operations.map(({ name }) => name))
  return async (request) => {
    const beganMs = performance.now()
    let access: Access | undefined
    const watched: Request = { ...request, onAccess: (found) => void (access = found) }
    const tell = (problem: Problem | undefined) => {
      const kind = problem?.kind
      observe({
        request,
        access,
        // Anybody can ask for any name: those that are none would each be a series of their own.
        operation: names.has(request.operation) ? request.operation : 'unknown',
        door: request.door,
        outcome: outcomeOf(kind),
        kind: kind ?? '',
        code: problem?.code,
        ms: performance.now() - beganMs,
        studioId: access?.studioId,
      })
    }
    try {
      const answer = await invoke(watched)
      tell(undefined)
      return answer
    } catch (error) {
      tell(error instanceof Problem ? error : (outageOf(error) ?? brokenBy(error)))
      throw error
    }
  }
}

function outcomeOf(kind: ProblemKind | undefined): Outcome {
  if (kind === undefined) return 'done'
  if (kind === 'held') return 'held'
  return OURS.has(kind) ? 'failed' : 'refused'
}

/** A bug: the door tells the caller nothing of it but the request id. */
function brokenBy(error: unknown): Problem {
  const message = error instanceof Error ? error.name : 'unknown'
  return new Problem({ kind: 'broken', code: 'server.something-broke', message: sameInAll(message) })
}
