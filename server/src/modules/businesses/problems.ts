import { Problem, problem, type FieldProblem } from '#kernel/problem.ts'
import type { Stage } from './business-states.ts'

export const unknownEntity = problem(
  'invalid',
  'businesses.unknown-entity',
  (id: string) =>
    `There is no entity ${id} that you can use. Choose one from entities.list-entities, or create it first.`,
)

export const unknownCategory = problem(
  'invalid',
  'businesses.unknown-category',
  (id: string) =>
    `There is no category ${id} that you can use. Choose one from businesses.list-categories, or create it first.`,
)

export const unknownOwner = problem(
  'invalid',
  'businesses.unknown-owner',
  (id: string) =>
    `There is no ${id} among the people of this studio. Choose one from businesses.list-owners, or invite them first.`,
)

export const dayToCome = problem(
  'invalid',
  'businesses.day-to-come',
  (day: string, today: string) =>
    `${day} is still to come (it is ${today} in UTC), and a move tells what is so already. Name today or an earlier day.`,
)

export const asOfToCome = problem(
  'invalid',
  'businesses.as-of-to-come',
  (day: string, today: string) =>
    `${day} is still to come (it is ${today} in UTC), so nothing is known of it. Ask for today or an earlier day.`,
)

export const healthIsOfNow = problem(
  'invalid',
  'businesses.health-is-of-now',
  (day: string) =>
    `Health is known as it is now, and not as it was on ${day}. Leave out asOf, or what asks for health.`,
)

export const beforeItBegan = problem(
  'invalid',
  'businesses.before-it-began',
  (day: string, began: string) =>
    `${day} lies before this business's first day here, ${began}: there is nothing yet that could move. Name ${began} or a later day.`,
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

export const unknownCategoryName = problem(
  'invalid',
  'businesses.unknown-category-name',
  (name: string) =>
    `There is no category "${name}" that you can use, and making one needs the permission businesses.write-categories on the whole studio. Choose one from businesses.list-categories.`,
)

/** Of many rows, some cannot be used: then none is. Fifty are told, and how many there are. */
export function rowsHaveErrors(given: { rows: number; errors: FieldProblem[] }): Problem {
  const { rows, errors } = given
  const [first] = errors
  return new Problem({
    kind: 'invalid',
    code: 'businesses.rows-have-errors',
    message:
      `Nothing was created: ${count(errors.length, 'error')} in ${count(rows, 'row')}. ` +
      `The first is at ${first?.path ?? ''}: ${first?.message ?? ''} Correct them and send all rows again.`,
    fields: errors.slice(0, ERRORS_TOLD_MAX),
  })
}

export const ERRORS_TOLD_MAX = 50

export const exportTooMany = problem(
  'invalid',
  'businesses.export-too-many',
  (total: number, rowsMax: number) =>
    `The filter finds ${total.toLocaleString('en')} businesses, and one file takes ${rowsMax.toLocaleString('en')}. Narrow it, for example to one entity or stage.`,
)

export const exportTooLarge = problem(
  'invalid',
  'businesses.export-too-large',
  (chars: number, charsMax: number) =>
    `The file would hold ${chars.toLocaleString('en')} characters, and ${charsMax.toLocaleString('en')} is all that an import takes back. Narrow the filter.`,
)

function count(many: number, noun: string): string {
  return `${many.toLocaleString('en')} ${noun}${many === 1 ? '' : 's'}`
}

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

export const sameBusiness = problem(
  'invalid',
  'businesses.same-business',
  (id: string) => `Both ids are ${id}: a business is always itself. Name two different ones.`,
)

export const notAtWork = problem(
  'conflict',
  'businesses.not-at-work',
  (name: string) =>
    `"${name}" is archived, so it can be neither merged nor merged into. Restore it first, or choose another.`,
)

export const planIsFull = problem(
  'conflict',
  'businesses.plan-is-full',
  (given: { plan: string; businesses_max: number; at_work: number; more: number }) =>
    `The plan "${given.plan}" allows ${given.businesses_max} businesses at work; there are ${given.at_work}, and this would add ${given.more}. ` +
    'Archive some first, or ask an owner of the studio for a larger plan (businesses.set-plan).',
)

export const planTooSmall = problem(
  'conflict',
  'businesses.plan-too-small',
  (given: { plan: string; businessesMax: number; atWork: number }) =>
    `The plan "${given.plan}" allows ${given.businessesMax} businesses at work, and there are ${given.atWork}. ` +
    `Archive ${given.atWork - given.businessesMax} first, or choose a larger plan.`,
)
