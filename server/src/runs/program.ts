import type { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { inEach, type Said } from '#kernel/languages.ts'
import type { Id } from '#kernel/ids.ts'
import type { TypedOperation } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'

type Json = Record<string, unknown>

/**
 * What a program works with. After a crash or a pause the program is run again from its beginning, and each step that
 * is in the journal answers with the result it had; so between steps a program only computes. Names of steps are unique
 * within a run. Results are kept as JSON and parsed with their schema, the first time as on every replay.
 */
export interface Work {
  readonly runId: Id<'run'>
  readonly studioId: Id<'studio'>
  /** Aborts when the run is cancelled, its lease is lost, or the process ends. */
  readonly signal: AbortSignal
  /** Reads something, here or elsewhere, and changes nothing: without a result in the journal it is done again. */
  read<S extends z.ZodType>(step: string, result: S, act: () => Promise<z.input<S>>): Promise<z.output<S>>
  /**
   * Looks into our own database and journals nothing, so it looks again on every pass: for what is too large to be kept
   * twice and what only a later step of the same run changes.
   */
  look<T>(act: (tx: Transaction) => Promise<T>): Promise<T>
  /** Writes to our own database: the rows and the step's result are one transaction, so it is done once. */
  transact<S extends z.ZodType>(
    step: string,
    result: S,
    act: (tx: Transaction) => Promise<z.input<S>>,
  ): Promise<z.output<S>>
  /** Invokes an operation with the requester's rights; the idempotency key is the step's, so it is done once. */
  invoke<I extends z.ZodType, O extends z.ZodType>(
    step: string,
    operation: TypedOperation<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>
  /**
   * Does what an accepted approval holds, with the requester's rights. Neither its input nor its answer stands in the
   * journal: secrets are sealed in the one, and the other waits for whoever asked.
   */
  invokeApproved(step: string, approvalId: Id<'approval'>): Promise<void>
  /** Reaches outside with a key of ours, which the other side honours: after a crash it is sent again with the same key. */
  send<S extends z.ZodType>(
    step: string,
    result: S,
    act: (key: string) => Promise<z.input<S>>,
  ): Promise<z.output<S>>
  /**
   * Reaches outside where the other side knows no key: it is never done twice. A crash in the middle leaves the run at
   * `outcome-unknown`; where a person then says that it happened, its result is undefined.
   */
  once<S extends z.ZodType>(
    step: string,
    result: S,
    act: () => Promise<z.input<S>>,
  ): Promise<z.output<S> | undefined>
  /** Lets go of the worker until then; a restart does not begin the wait anew. */
  sleep(step: string, ms: number): Promise<void>
  /** What people see while it works. Written at most once a second, and not kept. */
  progress(done: number, total: number, note?: Said): void
}

interface Declared<I extends z.ZodObject> {
  /** `module.verb-noun`, as operations are named. */
  name: `${string}.${string}`
  /** What people read in the list of runs. */
  title(input: z.output<I>): Said
  input: I
  /** Set on a standing program: every studio has one run of it, which begins again this long after each pass. */
  repeatsEveryS?: number
  /** Outages and bugs are tried again, with a growing pause; a Problem ends the run at once. */
  failuresMax?: number
  /**
   * It waits for servers of others, and there are many of it: it is worked in places of its own, so that nothing else waits
   * behind it, and no event tells of its runs, for what it does has a log of its own.
   */
  isOutgoing?: boolean
  run(input: z.output<I>, work: Work): Promise<Json>
}

/** A program as the engine knows it: its types are gone. */
export interface Program {
  readonly name: string
  readonly repeatsEveryS: number | undefined
  readonly failuresMax: number
  readonly isOutgoing: boolean
  title(input: unknown): Said
  run(input: unknown, work: Work): Promise<Json>
}

export interface TypedProgram<I extends z.ZodObject> extends Program {
  readonly types: { input: I }
}

/** Outages of minutes are outlasted: with pauses of 1, 4, 16 … 300 s, eight failures take about twenty minutes. */
const FAILURES_MAX = 8

/** Declares a piece of long work: an import, a delivery, a report. The engine runs it, and only the engine. */
export function program<I extends z.ZodObject>(declared: Declared<I>): TypedProgram<I> {
  const { name, input } = declared
  return {
    name,
    repeatsEveryS: declared.repeatsEveryS,
    failuresMax: declared.failuresMax ?? FAILURES_MAX,
    isOutgoing: declared.isOutgoing ?? false,
    types: { input },
    title: (given) => declared.title(input.parse(given)),
    run: (given, work) => declared.run(input.parse(given), work),
  }
}

export function programsByName(programs: readonly Program[]): (name: string) => Program | undefined {
  const byName = new Map(programs.map((one) => [one.name, one]))
  present(byName.size === programs.length || undefined, 'two programs of one name')
  return (name) => byName.get(name)
}

const TITLE_LENGTH_MAX = 200

/** As long as a title is kept. */
export function shortTitle(title: Said): Said {
  return inEach((language) => title[language].slice(0, TITLE_LENGTH_MAX))
}
