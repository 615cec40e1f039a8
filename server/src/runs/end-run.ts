import type { Problem } from '#kernel/problem.ts'
import { keptProblem } from '#server/catalogue/kept-problem.ts'
import type { Database, Transaction } from '#server/database/database.ts'
import { LeaseLost, WORKER, type LeasedRun } from './leases.ts'
import { tellFromRun } from './tell-from-run.ts'
import { statusesBefore, type RunStatus } from './run-states.ts'

/** What becomes of a run that its worker lets go of. */
export interface Ending {
  status: Exclude<RunStatus, 'running'>
  result?: Record<string, unknown>
  problem?: Problem
  failures: number
  /** For what goes on later. */
  dueInMs?: number
  /** The journal of this pass is not needed any more: a standing run begins anew. */
  isNewPass?: boolean
  /** Whether it is worth an event: the end of a pass of a standing run, every minute for ever, is not. */
  isTold: boolean
}

const END = `update run set status = $3, lease_until = null, failures = $4, problem = $5, passes = passes + $7::boolean::int,
    result = coalesce($6, result), due_at = case when $8::float8 is null then due_at else now() + $8 * interval '1 millisecond' end,
    ended_at = case when $3 in ('done', 'failed', 'cancelled') then now() end, barren_leases = 0,
    progress = case when $7::boolean then null else progress end
  where id = $1 and lease_token = $2 and status = any ($9) returning id`
const FORGET_STEPS = 'delete from run_step where run_id = $1'

/** Throws LeaseLost where somebody else has the run by now. */
export async function endRun(database: Database, run: LeasedRun, ending: Ending): Promise<void> {
  await database.write(WORKER, async (tx) => {
    const { status, result, problem, failures, dueInMs, isNewPass = false } = ending
    const rows = await tx.prepared(END, [
      run.id,
      String(run.token),
      status,
      failures,
      problem ? JSON.stringify(keptProblem(problem)) : null,
      result ? JSON.stringify(result) : null,
      isNewPass,
      dueInMs ?? null,
      statusesBefore(status),
    ])
    if (rows.length === 0) throw new LeaseLost()
    if (isNewPass) await tx.prepared(FORGET_STEPS, [run.id])
    if (ending.isTold)
      await tellOfRun(tx, run, `runs.run-${TOLD[status]}`, { status, problem: problem?.message })
  })
}

const TOLD: Record<Ending['status'], string> = {
  queued: 'queued',
  waiting: 'paused',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  'outcome-unknown': 'stopped',
}

/** An event of the engine's own: nobody invoked anything, so it belongs to the run instead of an audit line. */
export function tellOfRun(
  tx: Transaction,
  run: LeasedRun,
  type: string,
  after: Record<string, unknown>,
): Promise<void> {
  const { id: runId, studioId, businessId } = run
  return tellFromRun(tx, {
    runId,
    studioId,
    businessId,
    type,
    subjectId: runId,
    permission: 'runs.read',
    after,
  })
}
