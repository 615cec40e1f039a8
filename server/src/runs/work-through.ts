import { present } from '#kernel/assert.ts'
import type { Problem } from '#kernel/problem.ts'
import type { InvokeApproved } from '#server/catalogue/invoke-approved.ts'
import type { Invoke } from '#server/catalogue/invoke.ts'
import type { Database } from '#server/database/database.ts'
import { endRun, type Ending } from './end-run.ts'
import type { Journal } from './journal.ts'
import { LeaseLost } from './leases.ts'
import { keptCrashing, outcomeUnknown } from './problems.ts'
import type { Program } from './program.ts'
import { failureOfRun, pauseAfterMs } from './retry-pause.ts'
import { LetGo } from './let-go.ts'
import type { Held } from './stepper.ts'
import { unsettledStep, workOn } from './work-on.ts'

/** A run that ends its process each time it is begun would take the others with it for ever. */
const BARREN_LEASES_MAX = 25

interface Means {
  database: Database
  journal: Journal
  invoke: Invoke
  invokeApproved: InvokeApproved
  program: Program | undefined
  log(error: unknown, runId: string): void
}

/** One lease from its beginning to its end. Never throws: what cannot even be written down is taken up when the lease runs out. */
export async function workThrough(held: Held, means: Means): Promise<void> {
  const { run } = held
  try {
    const ending = await workAndDecide(held, means)
    const isQuiet = means.program?.isOutgoing === true
    if (ending) await endRun(means.database, run, isQuiet ? { ...ending, isTold: false } : ending)
  } catch (error) {
    if (!(error instanceof LeaseLost)) means.log(error, run.id)
  }
}

/** Undefined where the run is somebody else's by now. */
async function workAndDecide(held: Held, means: Means): Promise<Ending | undefined> {
  const { run } = held
  const program = present(means.program, `no program ${run.program}`)
  if (run.barrenLeases > BARREN_LEASES_MAX) return failed(held, keptCrashing(run.barrenLeases - 1))
  try {
    const steps = run.token > 1n ? await means.journal.load(run) : new Map()
    const unsettled = unsettledStep(steps)
    if (unsettled !== undefined) {
      throw new LetGo('outcome-unknown', { problem: outcomeUnknown(unsettled) })
    }
    const result = await program.run(run.input, workOn(held, steps, means))
    return passed(held, result)
  } catch (error) {
    if (error instanceof LeaseLost) return undefined
    // An act that heard the signal throws in its own words; what it heard is why.
    const why = error instanceof LetGo ? error : held.abort.signal.aborted ? held.abort.signal.reason : error
    return why instanceof LetGo ? letGo(held, why) : afterFailure(held, why, { ...means, program })
  }
}

function passed({ run }: Held, result: Record<string, unknown>): Ending {
  if (run.repeatsEveryS === undefined) return { status: 'done', result, failures: 0, isTold: true }
  const dueInMs = run.repeatsEveryS * 1000
  return { status: 'waiting', result, failures: 0, dueInMs, isNewPass: true, isTold: false }
}

function letGo({ run }: Held, { why, dueInMs, problem }: LetGo): Ending | undefined {
  if (why === 'lease-lost') return undefined
  const { failures } = run
  if (why === 'cancelled') return { status: 'cancelled', failures, isTold: true }
  if (why === 'stopping') return { status: 'queued', failures, dueInMs: 0, isTold: false }
  if (why === 'sleeping') return { status: 'waiting', failures, dueInMs: dueInMs ?? 0, isTold: false }
  return { status: 'outcome-unknown', failures, problem: present(problem, 'of which step'), isTold: true }
}

function afterFailure(held: Held, error: unknown, { program, log }: Means & { program: Program }): Ending {
  const { run } = held
  const { problem, isWorthRetrying, isBug } = failureOfRun(error, run.id)
  if (isBug) log(error, run.id)
  const failures = run.failures + 1
  if (run.repeatsEveryS !== undefined) {
    const dueInMs = Math.max(run.repeatsEveryS * 1000, pauseAfterMs(failures))
    return { status: 'waiting', problem, failures, dueInMs, isTold: failures === 1 }
  }
  if (!isWorthRetrying || failures >= program.failuresMax) return failed(held, problem)
  return { status: 'waiting', problem, failures, dueInMs: pauseAfterMs(failures), isTold: failures === 1 }
}

function failed({ run }: Held, problem: Problem): Ending {
  return { status: 'failed', problem, failures: run.failures + 1, isTold: true }
}
