import type { z } from 'zod'
import { assert, present } from '#kernel/assert.ts'
import type { Language, Said } from '#kernel/languages.ts'
import type { Problem } from '#kernel/problem.ts'
import type { Id, IdNoun } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { LinkPurpose } from '#server/secrets/link-tokens.ts'
import type { Access, Actor, Coverage, Credential, IssuedTokens } from './access.ts'
import { invalidInput, unfit } from './problems.ts'
import { hasShownOnce } from './secret-fields.ts'
import { unstorablePath } from './unstorable-text.ts'

export type Effect = 'read' | 'write' | 'external'
export type Risk = 'none' | 'money' | 'external' | 'irreversible'

/**
 * What an invocation touches, and so which grants it needs:
 * `public`: nobody is signed in yet · `studio`: a grant on the whole studio · `covered`: any grant, rows are filtered
 * by what it covers · `ids`: every one of these must be covered (ids of entities, categories, businesses).
 */
export type Scope<I> =
  { of: 'public' } | { of: 'studio' } | { of: 'covered' } | { of: 'ids'; ids(input: I): string[] }

/** A fact to record: it becomes the event, and the before and after of the audit line. */
export interface Change {
  /** Past tense, with the module: `businesses.business-created`. */
  type: string
  subjectId: string
  /** Set where the subject is, or belongs to, a business: it decides who may see the event. */
  businessId?: Id<'business'>
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/** What handlers may use. One transaction, already inside its studio. */
export interface WorkContext {
  tx: Transaction
  access: Access | undefined
  coverage: Coverage
  credential: Credential
}

/** One invocation among those that `handleMany` is given. */
export interface Call<I> {
  input: I
  actor: Actor
  /** Of this call: a group shares a studio and a coverage, and not who is who in it. */
  access: Access | undefined
  record(change: Change): void
  needsSecondPerson: CallContext['needsSecondPerson']
}

export interface CallContext extends WorkContext {
  actor: Actor
  /** In which sentences are told to the caller. */
  language: Language
  record(change: Change): void
  /**
   * Says that this very invocation is for somebody else to accept, with the reason that they read. What it answers is to be thrown, or
   * is the outcome of its call: then it waits as if a rule held it. Undefined where somebody accepted it, or it is only tried.
   */
  needsSecondPerson(reason: Said): Problem | undefined
  /** True where somebody accepted this very invocation, or it is a part of what was let through before; and in the trial for whoever decides. */
  isLetThrough: boolean
  /** Founding and signing in: the studio, and by whom, that the record of this invocation belongs to. */
  becomes(access: { studioId: Id<'studio'>; personId: Id<'person'>; actor: Actor }): Promise<void>
  /** Hands tokens to the door (a browser gets them as cookies), or takes the caller's back with undefined. */
  issueTokens(tokens: IssuedTokens | undefined): void
}

export interface Invocation {
  operation: string
  input: unknown
}

/** Makes what an example needs, through the same operations, in the studio that the free suite made. */
export interface ExampleFactory {
  studioId: Id<'studio'>
  /** Who acts in this example; somebody new for operations on one's own affairs. */
  self: ExamplePerson
  /** A code of the person's authenticator that was not used yet. */
  codeOf(person: ExamplePerson): string
  /** A password reset that somebody new asked for: it ends every session of theirs. */
  aReset(): Promise<Id<'password_reset'>>
  /** The token of the link that was mailed for it. */
  linkToken(purpose: LinkPurpose, id: string): string
  /** Holds the passkeys of examples. */
  authenticator: ExampleAuthenticator
  /** A passkey of somebody new, in the authenticator. */
  aPasskey(): Promise<void>
  /** A run in that status, as the engine would leave it. */
  aRun(status: 'queued' | 'failed' | 'outcome-unknown'): Promise<Id<'run'>>
  invoke<I extends z.ZodType, O extends z.ZodType>(
    operation: TypedOperation<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>
  /** Asks for it with a key that only drafts, made by whoever acts or by somebody else: the approval that it waits for. */
  draft(invocation: Invocation, by: 'self' | 'somebody else'): Promise<Id<'approval'>>
}

/** Answers options as WebAuthn has them, with the fields that operations on passkeys take. */
export interface ExampleAuthenticator {
  create(options: unknown): Record<string, unknown>
  get(options: unknown): Record<string, unknown>
}

export interface ExamplePerson {
  email: string
  password: string
  /** The shared secret of their authenticator, base 32. */
  secondFactor: string
}

/** What waits for somebody, for them to read before they decide. */
export interface HeldWords {
  /** What would be done, in a sentence. */
  says: Said
  /** Entities and businesses that it is about beside those that the input names: whoever sees it covers them all. */
  touches: readonly string[]
}

interface Declared<I extends z.ZodObject, O extends z.ZodObject> {
  /** `module.verb-noun`. Doors derive path, field, tool and command from it. */
  name: `${string}.${string}`
  /** One sentence for people and for agents: what it does, and when to use it. */
  summary: string
  effect: Effect
  scope: Scope<z.output<I>>
  /** `module.permission`; `public` goes with the scope `public`. */
  permission: string
  risk: Risk
  input: I
  output: O
  /** True where reading it is itself worth a line in the audit. Writes always leave one. */
  isSensitive?: boolean
  /**
   * Operations whose work this does too: many at once, or in a run of the program with its name. A rule that holds one of
   * them holds this; and what was let through here is not held a second time when the run invokes it.
   */
  carriesOut?: readonly string[]
  /** Set where one request may be longer than a door takes otherwise; REST then reads that much from whoever may do this. */
  bodyBytesMax?: number
  /** True where only a person who is signed in may do it: no key, no run and not this machine, whatever they hold. */
  isForPeople?: boolean
  /** Tells of one that is kept for somebody to decide, when it has been tried: in that transaction, with what it changed there. */
  tellHeld?(
    input: z.output<I>,
    context: { tx: Transaction; access: Access | undefined; changes: readonly Change[] },
  ): Promise<HeldWords | undefined>
  /** True for a write that waits for nobody's approval. One's own affairs never do. */
  isNeverHeld?: boolean
  /**
   * The noun that this list finds by `ids`: then references to it become edges wherever they stand. The input takes
   * `ids` and `limit`, and the output has `items` with their `id`; the catalogue checks it.
   */
  resolves?: IdNoun
  /** Valid inputs. Mandatory: the free suite runs them through every door. */
  examples(factory: ExampleFactory): Promise<z.input<I>[]>
  /** Names the inverse invocation. */
  undo?(input: z.output<I>, output: z.output<O>): Invocation
}

interface HandlesOne<I extends z.ZodObject, O extends z.ZodObject> {
  /** A problem that is thrown takes everything back; one that is returned refuses, and keeps what was written. */
  handle(input: z.output<I>, context: CallContext): Promise<z.output<O> | Problem>
}

interface HandlesMany<I extends z.ZodObject, O extends z.ZodObject> {
  /**
   * An outcome per call, in order; a Problem refuses one and leaves the others. invoke() groups waiting calls of
   * the same operation, studio and coverage into one transaction. A single call is a group of one.
   */
  handleMany(calls: Call<z.output<I>>[], context: WorkContext): Promise<(z.output<O> | Problem)[]>
}

/** An operation as the catalogue and the doors know it: its types are gone, its schemas stay. */
export interface Operation {
  readonly name: string
  readonly module: string
  readonly verb: string
  readonly summary: string
  readonly effect: Effect
  readonly scope: 'public' | 'studio' | 'covered' | 'ids'
  readonly permission: string
  readonly risk: Risk
  readonly isSensitive: boolean
  readonly isForPeople: boolean
  readonly isNeverHeld: boolean
  /** True where it tells of one that is kept for somebody to decide. */
  readonly isToldWhenHeld: boolean
  readonly isGrouped: boolean
  readonly isUndoable: boolean
  /** True where the output holds what is told once: such an answer is kept sealed. */
  isToldOnce(): boolean
  readonly carriesOut: readonly string[]
  readonly bodyBytesMax: number | undefined
  readonly resolves: IdNoun | undefined
  /** The permission with which its events are seen. */
  readonly seenWith: string
  readonly input: z.ZodObject
  readonly output: z.ZodObject
  /** Parses once; throws the problem `catalogue.invalid-input`. */
  prepare(raw: unknown): Prepared
  /** Runs a group of prepared inputs of this operation. More than one only where `isGrouped`. */
  work(
    batch: readonly Prepared[],
    contexts: readonly CallContext[],
  ): Promise<(Record<string, unknown> | Problem)[]>
  tellHeld(
    prepared: Prepared,
    context: { tx: Transaction; access: Access | undefined; changes: readonly Change[] },
  ): Promise<HeldWords | undefined>
  undo(prepared: Prepared, output: unknown): Invocation | undefined
  examples(factory: ExampleFactory): Promise<unknown[]>
}

export interface TypedOperation<I extends z.ZodType, O extends z.ZodType> extends Operation {
  readonly types: { input: I; output: O }
}

/** An input that has been parsed by its operation, and by no other. */
export interface Prepared {
  readonly value: Record<string, unknown>
  /** Ids that must be covered, where the scope is `ids`. */
  readonly ids: readonly string[]
}

/** Declares one thing that the system can do. See DESIGN.md section 3, and modules/businesses for a model. */
export function operation<I extends z.ZodObject, O extends z.ZodObject>(
  declared: Declared<I, O> & (HandlesOne<I, O> | HandlesMany<I, O>),
): TypedOperation<I, O> {
  const { name, scope, input, output } = declared
  const [module = '', verb = ''] = name.split('.')
  // Found when it is first asked for: of all operations at once it was a sixth of a second of every start.
  let isToldOnce: boolean | undefined
  // Which prepared value holds which typed input: so a group can be handed back to its handler without a cast.
  const inputs = new WeakMap<Prepared, z.output<I>>()
  const inputOf = (prepared: Prepared) =>
    present(inputs.get(prepared), `${name} was given another operation's input`)

  return {
    ...declared,
    module,
    verb,
    scope: scope.of,
    isSensitive: declared.isSensitive ?? false,
    isForPeople: declared.isForPeople ?? false,
    isNeverHeld: declared.isNeverHeld ?? false,
    isToldWhenHeld: declared.tellHeld !== undefined,
    isGrouped: 'handleMany' in declared,
    isUndoable: declared.undo !== undefined,
    isToldOnce: () => (isToldOnce ??= hasShownOnce(output)),
    carriesOut: declared.carriesOut ?? [],
    bodyBytesMax: declared.bodyBytesMax,
    resolves: declared.resolves,
    seenWith: `${module}.read`,
    types: { input, output },
    prepare(raw) {
      const unstorable = unstorablePath(raw)
      if (unstorable !== undefined) {
        throw invalidInput(name, [
          {
            path: unstorable,
            message: {
              en: 'holds a null byte or half of a surrogate pair, or is nested too deeply',
              de: 'enthält ein Nullbyte oder ein halbes Surrogatpaar, oder ist zu tief verschachtelt',
            },
          },
        ])
      }
      const parsed = input.safeParse(raw)
      if (!parsed.success) throw unfit(name, parsed.error, raw)
      const prepared = { value: parsed.data, ids: scope.of === 'ids' ? scope.ids(parsed.data) : [] }
      inputs.set(prepared, parsed.data)
      return prepared
    },
    async work(batch, contexts) {
      if ('handleMany' in declared) {
        const calls = batch.map((prepared, at) => {
          const { actor, access, record, needsSecondPerson } = present(contexts[at], 'a context per call')
          return { input: inputOf(prepared), actor, access, record, needsSecondPerson }
        })
        return declared.handleMany(calls, present(contexts[0], 'a group of at least one'))
      }
      const [prepared, context] = [batch[0], contexts[0]]
      assert(prepared && context && batch.length === 1, `${name} handles one call at a time`)
      return [await declared.handle(inputOf(prepared), context)]
    },
    tellHeld: async (prepared, context) => declared.tellHeld?.(inputOf(prepared), context),
    undo: (prepared, result) => declared.undo?.(inputOf(prepared), output.parse(result)),
    examples: (factory) => declared.examples(factory),
  }
}

/** The events of these operations are seen with this permission, and not with `module.read` as others are. */
export function seenWith(permission: string, operations: readonly Operation[]): Operation[] {
  return operations.map((one) => ({ ...one, seenWith: permission }))
}
