import { Problem, problem, type FieldProblem } from '#kernel/problem.ts'
import type { Stage } from './business-states.ts'

export const unknownEntity = problem(
  'invalid',
  'businesses.unknown-entity',
  (id: string) =>
    `There is no entity ${id} that you can use. Choose one from businesses.list-entities, or create it first.`,
)

export const unknownCategory = problem(
  'invalid',
  'businesses.unknown-category',
  (id: string) =>
    `There is no category ${id} that you can use. Choose one from businesses.list-categories, or create it first.`,
)

export const outsideGrants = problem(
  'forbidden',
  'businesses.outside-grants',
  () =>
    'Your grants cover neither this entity nor this category, so no business can be created here. Choose others, or ask an owner or admin to widen them.',
)

export const businessNotFound = problem(
  'not-found',
  'businesses.business-not-found',
  (id: string) =>
    `Nothing with the id ${id} is open to you. Check the id; if it is right, an owner or admin can widen your grants.`,
)

export const entityNameTaken = problem(
  'conflict',
  'businesses.entity-name-taken',
  (name: string) =>
    `An entity named "${name}" already exists in this studio. Use it, or choose another name.`,
)

export const categoryNameTaken = problem(
  'conflict',
  'businesses.category-name-taken',
  (name: string) =>
    `A category named "${name}" already exists in this studio. Use it, or choose another name.`,
)

export const noSuchMove = problem(
  'conflict',
  'businesses.no-such-stage-move',
  (from: Stage, to: Stage, next: readonly string[]) =>
    `A business cannot go from ${from} to ${to}. From ${from} it can go to: ${next.join(', ') || 'nowhere; it is final'}.`,
)

export const changedMeanwhile = problem(
  'conflict',
  'businesses.changed-meanwhile',
  (expected: number, found: number) =>
    `Somebody changed this business since you read it (you have revision ${expected}, it is at ${found}). Read it again and repeat your change.`,
)

export const tooManyTags = problem(
  'invalid',
  'businesses.too-many-tags',
  (tags: number, tagsMax: number) =>
    `It would have ${tags} tags, and ${tagsMax} are all that a business can have. Take some of its tags out first.`,
)

/** Of many changes, some cannot be made: then none is. Each is told at its field, `/changes/3/stage`. */
export function changesRefused(changes: number, refusals: FieldProblem[]): Problem {
  const [first] = refusals
  return new Problem({
    kind: 'conflict',
    code: 'businesses.changes-refused',
    message:
      `Nothing was changed: ${refusals.length} of ${changes} changes cannot be made. ` +
      `The first is at ${first?.path ?? ''}: ${first?.message ?? ''} Leave them out or correct them, and send the others again.`,
    fields: refusals,
  })
}
