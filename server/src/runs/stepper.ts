import { assert } from '#kernel/assert.ts'
import type { Journal, Step, StepKind } from './journal.ts'
import type { LeasedRun, Progress } from './leases.ts'
import { LetGo } from './let-go.ts'

/** The means of one lease: what its program works with, and what the worker knows of it meanwhile. */
export interface Held {
  run: LeasedRun
  abort: AbortController
  /** Told with the next renewal of the lease. */
  progress: Progress | undefined
  /** Steps of this lease that were journalled. */
  written: number
}

/** Goes from step to step of one lease: what is in the journal is answered from it, everything else is done and written. */
export interface Stepper {
  /** What the journal knows of a step that is about to begin. Throws LetGo instead of beginning another. */
  begin(name: string, kind: StepKind): Step | undefined
  write(name: string, kind: StepKind, state: Step['state'], result: unknown): Promise<void>
  step<T>(given: {
    name: string
    kind: StepKind
    parse(value: unknown): T
    act(): Promise<unknown>
  }): Promise<T>
}

export function createStepper(held: Held, steps: ReadonlyMap<string, Step>, journal: Journal): Stepper {
  const { run, abort } = held
  const begun = new Set<string>()

  const stepper: Stepper = {
    begin(name, kind) {
      assert(!begun.has(name), `${run.program} has two steps named "${name}"`)
      begun.add(name)
      const known = steps.get(name)
      assert(
        !known || known.kind === kind,
        `step "${name}" of ${run.id} was a ${known?.kind}, and is a ${kind}`,
      )
      if (known?.state !== 'done' && abort.signal.aborted) throw abort.signal.reason
      return known
    },
    async write(name, kind, state, result) {
      const isFirst = held.written++ === 0
      const { isCancelled } = await journal.write({ run, isFirst, step: { name, kind, state, result } })
      if (isCancelled) abort.abort(new LetGo('cancelled'))
    },
    async step({ name, kind, parse, act }) {
      const known = stepper.begin(name, kind)
      if (known?.state === 'done') return parse(known.result)
      const isAnnounced = kind === 'send' || kind === 'once'
      if (isAnnounced && !known) await stepper.write(name, kind, 'intended', null)
      const value = await act()
      const parsed = parse(value)
      await stepper.write(name, kind, 'done', value ?? null)
      return parsed
    },
  }
  return stepper
}
