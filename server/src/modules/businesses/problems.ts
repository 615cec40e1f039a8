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

export const csvHasNoRows = problem(
  'invalid',
  'businesses.csv-has-no-rows',
  () =>
    'There is no row below the header. Send a header and at least one row, separated by commas, semicolons or tabs.',
)

export const csvTooLong = problem(
  'invalid',
  'businesses.csv-too-long',
  (rowsMax: number) =>
    `The file has more than ${rowsMax.toLocaleString('en')} rows, which is all that one import takes, for it is one change. Cut it into several files.`,
)

export const csvTooWide = problem(
  'invalid',
  'businesses.csv-too-wide',
  (columns: number, columnsMax: number) =>
    `The header has ${columns} columns, and ${columnsMax} are all that is read. Take out those that are not needed.`,
)

const WHY_BROKEN: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened in it and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something stands between a closing quotation mark and the next column',
  INVALID_OPENING_QUOTE: 'a quotation mark stands within a cell that does not begin with one',
  CSV_MAX_RECORD_SIZE: 'it is longer than 200,000 characters; perhaps a quotation mark is never closed',
}

export const csvBroken = problem(
  'invalid',
  'businesses.csv-broken',
  (row: number, code: string) =>
    `Row ${row} cannot be read: ${WHY_BROKEN[code] ?? 'it is no CSV'}. A cell that holds quotation marks is written in quotation marks, with each of its own doubled.`,
)

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

export const unknownColumn = problem(
  'invalid',
  'businesses.unknown-column',
  (column: string, columns: readonly string[]) =>
    `The file has no column "${column}". It has: ${columns.slice(0, 30).join(', ')}.`,
)

export const twoColumnsForOne = problem(
  'invalid',
  'businesses.two-columns-for-one',
  (field: string, columns: readonly string[]) =>
    `A business has one ${field}, and ${columns.length} columns would become it: ${columns.join(', ')}. Choose one of them.`,
)

export interface RowError {
  row: number
  column: string | null
  message: string
}

/** The whole import is refused: what is wrong in which row, the first fifty of it. */
export function importHasErrors(given: { rows: number; faulty: number; errors: RowError[] }): Problem {
  const { rows, faulty, errors } = given
  const told = errors.slice(0, ERRORS_TOLD_MAX).map(({ row, column, message }) => ({
    path: '/csv',
    message: `Row ${row}${column === null ? '' : `, ${column}`}: ${message}`,
  }))
  return new Problem({
    kind: 'invalid',
    code: 'businesses.import-has-errors',
    message:
      `Nothing was imported: ${faulty.toLocaleString('en')} of ${count(rows, 'row')} cannot be used. ${told[0]?.message ?? ''} ` +
      `Correct the file, or send onErrors "leave-out" to import the others.`,
    fields: told,
  })
}

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
