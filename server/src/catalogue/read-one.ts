import { assert } from '#kernel/assert.ts'
import type { Language } from '#kernel/languages.ts'
import { Problem } from '#kernel/problem.ts'
import type { Database } from '#server/database/database.ts'
import { coverageSetting, type Credential } from './access.ts'
import type { Operation, Prepared } from './operation.ts'
import type { Standing } from './permit.ts'
import { notOpenToYou } from './problems.ts'
import { StaleAccess, closedIds, readEpoch } from './standing.ts'
import { NOBODY } from './write-call.ts'

/** One read in one transaction; the checks of standing travel in the same round trip as the handler's first statement. */
export async function readOne(
  database: Database,
  given: { operation: Operation; prepared: Prepared; credential: Credential; language: Language } & Standing,
): Promise<Record<string, unknown>> {
  const { operation, prepared, access, coverage, credential, language } = given
  const entrance = {
    studioId: access?.studioId,
    personId: access?.personId,
    coverage: access && coverageSetting(coverage),
  }
  return database.read(entrance, async (tx) => {
    const standing = Promise.all([
      access && readEpoch(tx, access.studioId),
      closedIds(tx, prepared.ids, coverage),
    ])
    standing.catch(() => {}) // awaited below, behind the handler's own first statement
    const context = {
      tx,
      access,
      coverage,
      credential,
      language,
      actor: access?.actor ?? NOBODY,
      ...NO_WRITING,
    }
    const work = operation.work([prepared], [context])
    work.catch(() => {})
    const [epoch, closed] = await standing
    if (epoch !== access?.epoch) throw new StaleAccess()
    const shut = prepared.ids.find((id) => closed.has(id))
    if (shut !== undefined) throw notOpenToYou(shut)
    const [output] = await work
    assert(output, `${operation.name} gave no outcome`)
    if (output instanceof Problem) throw output
    return output
  })
}

const NO_WRITING = {
  record: () => assert(false, 'a read records no change'),
  becomes: () => Promise.reject(new Error('a read signs nobody in')),
  issueTokens: () => assert(false, 'a read issues no token'),
  needsSecondPerson(): undefined {
    assert(false, 'a read waits for nobody')
  },
  isLetThrough: false,
}
