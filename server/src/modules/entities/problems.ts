import { problem } from '#kernel/problem.ts'
import type { EntityStatus } from './entity-states.ts'

export const entityNameTaken = problem(
  'conflict',
  'entities.entity-name-taken',
  (name: string) =>
    `An entity named "${name}" already exists in this studio. Use it, or choose another name.`,
)

export const identifierTaken = problem(
  'conflict',
  'entities.identifier-taken',
  (identifier: string, value: string, holder: string) =>
    `The ${identifier} ${value} is that of "${holder}". Correct it here or there; two entities never share one.`,
)

export const entityNotFound = problem(
  'not-found',
  'entities.entity-not-found',
  (id: string) => `There is no entity ${id} that you can use. Choose one from entities.list-entities.`,
)

export const noSuchStatusMove = problem(
  'conflict',
  'entities.no-such-status-move',
  (from: EntityStatus, to: EntityStatus, next: readonly string[]) =>
    `An entity cannot go from ${from} to ${to}. From ${from} it can become: ${next.join(', ')}.`,
)

export const changedMeanwhile = problem(
  'conflict',
  'entities.changed-meanwhile',
  (expected: number, found: number) =>
    `Somebody changed this entity since you read it (you have revision ${expected}, it is at ${found}). Read it again and repeat your change.`,
)
