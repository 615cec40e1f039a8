import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { RUNS } from '#server/database/signals.ts'
import type { RunStatus } from '#server/runs/run-states.ts'
import { notNow, runNotFound } from './problems.ts'
import { findRun, findRunForChange } from './runs-queries.ts'
import type { Run } from './schema.ts'

/** What a person does about a run: decided on the locked row, told to the workers after the commit. */
export async function changeRun(
  { tx, access, record, language }: CallContext,
  runId: Id<'run'>,
  given: {
    /** In words, for the refusal: "cancelled". */
    wanted: string
    from: readonly RunStatus[]
    type: string
    change(run: Run): Promise<void>
  },
): Promise<Run> {
  const { studioId } = present(access, 'a run belongs to a studio')
  const found = await findRunForChange(tx, runId, language)
  if (!found) throw runNotFound(runId)
  const { wanted, from, type, change } = given
  if (!from.includes(found.status)) throw notNow({ wanted, status: found.status, from })
  await change(found)
  const run = present(await findRun(tx, runId, language), 'the run that was changed')
  record({
    type,
    subjectId: runId,
    ...(found.businessId && { businessId: found.businessId }),
    before: { status: found.status },
    after: { status: run.status },
  })
  tx.announce(RUNS, studioId)
  return run
}
