import type { Language } from '#kernel/languages.ts'
import type { Id } from '#kernel/ids.ts'
import type { Access, Actor, Coverage, Credential, IssuedTokens } from './access.ts'
import type { Change, Operation, Prepared } from './operation.ts'

/** One invocation on its way to be written; all of a group share operation, studio and coverage. */
export interface WriteCall {
  operation: Operation
  prepared: Prepared
  access: Access | undefined
  coverage: Coverage
  credential: Credential
  language: Language
  door: string
  requestId: string
  /** Over the operation and its input: what an idempotency key and an approval are bound to. */
  inputHash: string
  idempotency: { key: string } | undefined
  /** Lets it through once, in the transaction in which it happens. */
  approvalId: Id<'approval'> | undefined
  /** True for the trial of what waits, and for a part of what a run carries out: who decides has decided, or is about to. */
  isLetThrough?: boolean
  /** The input without its secrets, for the audit. */
  auditInput: Record<string, unknown>
  /** Told of each change as it is recorded: for a trial, which leaves none. */
  watch?(change: Change): void
}

export interface WriteAnswer {
  output: Record<string, unknown>
  isReplay: boolean
  /** Tokens for the door to hand out (or, with undefined inside, to take back). */
  issued: { tokens: IssuedTokens | undefined } | undefined
}

export type Settled = PromiseSettledResult<WriteAnswer>

/** IZA OS itself, which holds no rights. */
export const SYSTEM: Actor = { kind: 'system', id: 'system', name: 'IZA OS' }
export const NOBODY: Actor = { kind: 'nobody', id: 'nobody', name: 'Nobody' }
