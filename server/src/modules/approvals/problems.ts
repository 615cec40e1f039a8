import { problem } from '#kernel/problem.ts'

export const selfApproval = problem(
  'forbidden',
  'approvals.self-approval',
  () =>
    'You asked for this yourself, or made the key that did, so somebody else must accept it. You can withdraw it.',
)

export const sameRole = problem(
  'forbidden',
  'approvals.same-role',
  (role: string) =>
    `The rule holds whoever may do this as ${role} alone, and that is all you may do it by. Somebody with another role must accept it.`,
)

export const lacksOperation = problem(
  'forbidden',
  'approvals.lacks-operation',
  (permission: string) =>
    `Nobody accepts what they may not do themselves: this needs the permission ${permission} on all that it touches. An owner or admin can grant it.`,
)

export const lacksDecide = problem(
  'forbidden',
  'approvals.lacks-decide',
  () => 'Deciding needs the permission approvals.decide, and a person who is signed in.',
)

export const notPending = problem(
  'conflict',
  'approvals.not-pending',
  (id: string, status: string) =>
    `${id} waits for no decision any more: it is ${status}. Nothing was changed.`,
)

export const notYours = problem(
  'forbidden',
  'approvals.not-yours',
  () => 'Only who asked for it can withdraw it. To turn it down, refuse it.',
)

export const unknownRole = problem(
  'invalid',
  'approvals.unknown-role',
  (id: string) => `There is no role ${id} in this studio. Choose one from identity.list-roles.`,
)

export const cannotBeHeld = problem(
  'invalid',
  'approvals.cannot-be-held',
  (operation: string) =>
    `${operation} cannot wait for approval: it only reads, is one's own affair, or decides on approvals. Name another operation.`,
)

export const ruleExists = problem(
  'conflict',
  'approvals.rule-exists',
  (id: string) => `The rule ${id} says the same already. Delete it first to change how long it waits.`,
)

export const tooManyRules = problem(
  'conflict',
  'approvals.too-many-rules',
  (max: number) =>
    `There are ${max} rules already, and that is the most. Delete one, or let one name a risk.`,
)

export const ruleNotFound = problem(
  'not-found',
  'approvals.rule-not-found',
  (id: string) => `There is no rule ${id} in this studio. Choose one from approvals.list-rules.`,
)
