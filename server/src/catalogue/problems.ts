import type { ZodError } from 'zod'
import { Problem, problem, type FieldProblem } from '#kernel/problem.ts'

export const unknownOperation = problem(
  'not-found',
  'catalogue.unknown-operation',
  (name: string) => `There is no operation "${name}". The list is at /api/v1/openapi.json.`,
)

export function invalidInput(operation: string, fields: FieldProblem[]): Problem {
  const first = fields[0]
  const where = first ? `${first.path || 'the input'}: ${first.message}` : 'it does not fit the schema'
  const more = fields.length > 1 ? ` (and ${fields.length - 1} more)` : ''
  return new Problem({
    kind: 'invalid',
    code: 'catalogue.invalid-input',
    message: `The input of ${operation} cannot be used. ${where}${more}.`,
    fields,
  })
}

/** The same, out of what zod found. `name` is the operation's, or that of a door's own tool. */
export function unfit(name: string, error: ZodError): Problem {
  const fields = error.issues.slice(0, 50).map(({ path, message }) => ({
    path: path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    message,
  }))
  return invalidInput(name, fields)
}

export const signInNeeded = problem(
  'unauthenticated',
  'catalogue.sign-in-needed',
  (operation: string) =>
    `${operation} needs somebody who is signed in. Sign in, or send a key as "Authorization: Bearer …".`,
)

export const credentialEnded = problem(
  'unauthenticated',
  'catalogue.credential-ended',
  () => 'This sign-in or key is unknown, expired or revoked. Sign in again, or ask for a new key.',
)

export const permissionMissing = problem(
  'forbidden',
  'catalogue.permission-missing',
  (given: { permission: string; operation: string; roles: string[]; whoCanGrant: string[] }) =>
    `${given.operation} needs the permission ${given.permission} on what it touches; ` +
    `you hold ${given.roles.length ? `the role ${given.roles.join(', ')}` : 'no role'}. ` +
    (given.whoCanGrant.length
      ? `${given.whoCanGrant.join(', ')} can grant it.`
      : 'An owner or admin can grant it.'),
)

export const forPeopleOnly = problem(
  'forbidden',
  'catalogue.people-only',
  (operation: string) =>
    `${operation} is for people: a key, a run or this machine could be the hand of whoever asked. Sign in as a person.`,
)

export const secondFactorNeeded = problem(
  'forbidden',
  'catalogue.second-factor-needed',
  (operation: string) =>
    `${operation} is open once you have set up a second factor: this studio asks everyone for one. Set it up with identity.begin-second-factor.`,
)

/** The same answer for what does not exist, lies in another studio, or lies outside the caller's grants. */
export const notOpenToYou = problem(
  'not-found',
  'catalogue.not-found',
  (id: string) =>
    `Nothing with the id ${id} is open to you. Check the id; if it is right, an owner or admin can widen your grants.`,
)

export const idempotencyConflict = problem(
  'conflict',
  'catalogue.idempotency-conflict',
  (key: string) =>
    `The idempotency key "${key}" was already used with another operation or another input. Send a new key with a new request.`,
)

/** No refusal: what was asked for is kept, and happens when somebody accepts it. */
export function heldForApproval(operation: string, approvalId: string): Problem {
  return new Problem({
    kind: 'held',
    code: 'catalogue.held-for-approval',
    message:
      `${operation} was not done yet: it waits for a person's approval as ${approvalId}. Do not send it again; ` +
      'approvals.get-approval tells what became of it.',
    approvalId,
  })
}

/** The same idempotency key comes again after its approval ended otherwise than well. */
export function approvalEnded(approvalId: string, how: string): Problem {
  return new Problem({
    kind: 'conflict',
    code: 'catalogue.approval-ended',
    message: `This was asked for before, as ${approvalId}, which ${how}. Send a new idempotency key to ask again.`,
    approvalId,
  })
}

export function approvalMismatch(approvalId: string): Problem {
  return new Problem({
    kind: 'conflict',
    code: 'catalogue.approval-mismatch',
    message:
      `The approval ${approvalId} does not let this through: it is not accepted, was used, is too old, or was given for ` +
      'something else. Nothing was changed; ask for it anew.',
    approvalId,
  })
}

export const invalidCursor = problem(
  'invalid',
  'catalogue.invalid-cursor',
  (cursor: string) =>
    `The cursor "${cursor.slice(0, 40)}" does not belong to this list in this order. Start again without one.`,
)

export const noDryRun = problem(
  'invalid',
  'catalogue.no-dry-run',
  (operation: string) =>
    `${operation} cannot be tried first: it signs somebody in or reaches outside the database.`,
)

export const notUndoable = problem(
  'invalid',
  'catalogue.not-undoable',
  (operation: string) => `${operation} has no undo.`,
)

export const tooBusy = problem(
  'unavailable',
  'catalogue.too-busy',
  (waiting: number) =>
    `${waiting} calls of this kind are waiting already, so this one was not taken. Send it again in a minute.`,
)

export const rightsChanging = problem(
  'unavailable',
  'catalogue.rights-changing',
  () =>
    'The rights in this studio are being changed this very moment, again and again. Nothing was done; send the request again.',
)
