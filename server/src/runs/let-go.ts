import type { Problem } from '#kernel/problem.ts'

/** Why a run lets go before its program is at its end. */
export class LetGo extends Error {
  override name = 'LetGo'
  readonly why: 'cancelled' | 'stopping' | 'lease-lost' | 'sleeping' | 'outcome-unknown'
  readonly dueInMs: number | undefined
  readonly problem: Problem | undefined

  constructor(why: LetGo['why'], given: { dueInMs?: number; problem?: Problem } = {}) {
    super(`let go: ${why}`)
    this.why = why
    this.dueInMs = given.dueInMs
    this.problem = given.problem
  }
}
