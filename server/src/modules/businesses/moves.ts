import type { Id } from '#kernel/ids.ts'
import { canMove, type Stage } from './business-states.ts'

/** What of a business is dated, by the field that it is told in. */
export interface Dated {
  entityId: Id<'entity'>
  categoryId: Id<'category'> | null
  stage: Stage
  ownerId: Id<'person'> | null
}
export type DatedField = keyof Dated
export const DATED_FIELDS = ['entityId', 'categoryId', 'stage', 'ownerId'] as const

/** That from a day on, a field has a value. */
export interface Move<F extends DatedField = DatedField> {
  field: F
  value: Dated[F]
  /** A day, `2026-03-01`. */
  effectiveOn: string
}

/** A move that stands in the history, and was not taken back. */
export interface StandingMove extends Move {
  id: Id<'business_move'>
  /** The revision that the business got with it. */
  revision: number
}

/** Moves of one field in the order in which they hold: by day, and within a day as they were written. */
export function chainOf<M extends Move>(history: readonly M[], field: DatedField): M[] {
  return history.filter((move) => move.field === field)
}

/** The history with a move in its place: after all others of its day. */
export function withMove(history: readonly Move[], move: Move): Move[] {
  const later = history.findIndex(({ effectiveOn }) => effectiveOn > move.effectiveOn)
  return later === -1 ? [...history, move] : history.toSpliced(later, 0, move)
}

/** What the field was on a day; undefined before its first move. */
export function valueOn(history: readonly Move[], field: DatedField, day: string): Move['value'] | undefined {
  return chainOf(history, field).findLast(({ effectiveOn }) => effectiveOn <= day)?.value
}

/** Since when the field has been what it is at the end: a move to what it was already begins nothing. */
export function sinceOf(history: readonly Move[], field: DatedField): string | undefined {
  const chain = chainOf(history, field)
  const last = chain.at(-1)
  const other = chain.findLastIndex(({ value }) => value !== last?.value)
  return chain[other + 1]?.effectiveOn
}

/** The first step of stages that the transition table does not know, among those that `before` did not have already. */
export function brokenStep(
  before: readonly Move[],
  after: readonly Move[],
): { from: Stage; to: Stage } | undefined {
  const known = new Set(stepsOf(before).map(({ from, to }) => `${from} ${to}`))
  return stepsOf(after).find(({ from, to }) => !canMove(from, to) && !known.has(`${from} ${to}`))
}

function stepsOf(history: readonly Move[]): { from: Stage; to: Stage }[] {
  const stages = history.flatMap((move) => (isOfStage(move) ? [move.value] : []))
  return stages.slice(1).flatMap((to, at) => {
    const from = stages[at]
    return from ? [{ from, to }] : []
  })
}

function isOfStage(move: Move): move is Move<'stage'> {
  return move.field === 'stage'
}
