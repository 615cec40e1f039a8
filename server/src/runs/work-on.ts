import { inEach } from '#kernel/languages.ts'
import { Problem } from '#kernel/problem.ts'
import type { InvokeApproved } from '#server/catalogue/invoke-approved.ts'
import type { Invoke } from '#server/catalogue/invoke.ts'
import type { Database, Transaction } from '#server/database/database.ts'
import { tryAgain } from '#server/database/try-again.ts'
import { PROVE_ALIVE, type Journal, type Step } from './journal.ts'
import { holdLease } from './leases.ts'
import { LetGo } from './let-go.ts'
import { outcomeUnknown } from './problems.ts'
import type { Work } from './program.ts'
import { createStepper, type Held } from './stepper.ts'

const NOTE_LENGTH_MAX = 200
const INSERT_DONE = `insert into run_step (studio_id, run_id, name, kind, state, result, ended_at)
  values ($1, $2, $3, 'transact', 'done', $4, now())`

/** Builds the `Work` of one lease on what the journal holds. A step in flight comes to its end before anything lets go. */
export function workOn(
  held: Held,
  steps: ReadonlyMap<string, Step>,
  means: { database: Database; journal: Journal; invoke: Invoke; invokeApproved: InvokeApproved },
): Work {
  const { run, abort } = held
  const { begin, write, step } = createStepper(held, steps, means.journal)
  return {
    runId: run.id,
    studioId: run.studioId,
    signal: abort.signal,
    look: (act) => means.database.read({ studioId: run.studioId, coverage: '*' }, act),
    read: (name, result, act) => step({ name, kind: 'read', parse: (value) => result.parse(value), act }),
    send: (name, result, act) =>
      step({
        name,
        kind: 'send',
        parse: (value) => result.parse(value),
        act: () => act(`${run.id}/${name}`),
      }),
    async once(name, result, act) {
      // Where a person said that it happened, nobody knows what came of it.
      const known = steps.get(name)
      if (known?.state === 'done' && known.result === null) return void begin(name, 'once')
      const orUnknown = () => act().catch((error: unknown) => throwUnknown(name, error))
      return step({ name, kind: 'once', parse: (value) => result.parse(value), act: orUnknown })
    },
    async transact(name, result, act) {
      const known = begin(name, 'transact')
      if (known?.state === 'done') return result.parse(known.result)
      const entrance = { studioId: run.studioId, coverage: '*' } as const
      const done = (tx: Transaction) => inOneTransaction(tx, { held, name, act })
      const value = await tryAgain(() => means.database.write(entrance, done))
      held.written++
      return result.parse(value)
    },
    async invoke(name, { name: operation, types }, input) {
      const { id, studioId, program, requester } = run
      const credential = { token: undefined, isLocal: true, run: { id, studioId, program, requester } }
      const request = { operation, input, credential, door: 'run', requestId: id } as const
      const act = async () => (await means.invoke({ ...request, idempotencyKey: `${id}/${name}` })).output
      return step({ name, kind: 'invoke', parse: (value) => types.output.parse(value), act })
    },
    async invokeApproved(name, approvalId) {
      const { id, studioId, program, requester } = run
      const act = async () => {
        const acting = { id, studioId, program, requester }
        await means.invokeApproved({ approvalId, run: acting, idempotencyKey: `${id}/${name}` })
      }
      await step({ name, kind: 'invoke', parse: () => {}, act })
    },
    async sleep(name, ms) {
      const known = begin(name, 'sleep')
      const untilMs = known ? Number(known.result) : Date.now() + ms
      if (!known) await write(name, 'sleep', 'done', untilMs)
      const leftMs = untilMs - Date.now()
      if (leftMs > 0) throw new LetGo('sleeping', { dueInMs: leftMs })
    },
    progress(done, total, note) {
      held.progress = {
        done,
        total,
        note: note ? inEach((language) => note[language].slice(0, NOTE_LENGTH_MAX)) : null,
      }
    },
  }
}

/** The work of a step, and that it is done: both or neither. */
async function inOneTransaction<T>(
  tx: Transaction,
  { held, name, act }: { held: Held; name: string; act(tx: Transaction): Promise<T> },
): Promise<T> {
  const { run } = held
  if ((await holdLease(tx, run)).isCancelled) throw new LetGo('cancelled')
  const outcome = await act(tx)
  if (held.written === 0) await tx.prepared(PROVE_ALIVE, [[run.id]])
  await tx.prepared(INSERT_DONE, [run.studioId, run.id, name, JSON.stringify(outcome ?? null)])
  return outcome
}

/** The other side refused in words, so it did not happen; anything else may have happened. */
function throwUnknown(step: string, error: unknown): never {
  if (error instanceof Problem) throw error
  throw new LetGo('outcome-unknown', { problem: outcomeUnknown(step) })
}

/** The step that a crash fell into and that must not be done again, if there is one. */
export function unsettledStep(steps: ReadonlyMap<string, Step>): string | undefined {
  return [...steps.values()].find(({ kind, state }) => kind === 'once' && state === 'intended')?.name
}
