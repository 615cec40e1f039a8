import type { Said } from '#kernel/languages.ts'
import type { ZodError } from 'zod'
import { firstOf, Problem, problem, type FieldProblem } from '#kernel/problem.ts'
import { saidOf } from './schema-words.ts'

export const unknownOperation = problem('not-found', 'catalogue.unknown-operation', (name: string) => ({
  en: `There is no operation "${name}". The list is at /api/v1/openapi.json.`,
  de: `Es gibt keine Operation „${name}“. Die Liste steht unter /api/v1/openapi.json.`,
}))

export function invalidInput(operation: string, fields: FieldProblem[]): Problem {
  const { path, says } = firstOf(fields)
  const more = fields.length - 1
  return new Problem({
    kind: 'invalid',
    code: 'catalogue.invalid-input',
    message: {
      en: `The input of ${operation} cannot be used. ${path || 'the input'}: ${says.en}${more > 0 ? ` (and ${more} more)` : ''}.`,
      de: `Die Eingabe von ${operation} ist nicht zu gebrauchen. ${path || 'Die Eingabe'}: ${says.de}${more > 0 ? ` (und ${more} weitere)` : ''}.`,
    },
    fields,
  })
}

/** The same, out of what zod found in what was sent. `name` is the operation's, or that of a door's own tool. */
export function unfit(name: string, error: ZodError, given: unknown): Problem {
  const fields = error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    message: saidOf(issue, given),
  }))
  return invalidInput(name, fields)
}

export const signInNeeded = problem('unauthenticated', 'catalogue.sign-in-needed', (operation: string) => ({
  en: `${operation} needs somebody who is signed in. Sign in, or send a key as "Authorization: Bearer …".`,
  de: `${operation} verlangt, dass jemand angemeldet ist. Melden Sie sich an, oder senden Sie einen Schlüssel als „Authorization: Bearer …“.`,
}))

export const credentialEnded = problem('unauthenticated', 'catalogue.credential-ended', () => ({
  en: 'This sign-in or key is unknown, expired or revoked. Sign in again, or ask for a new key.',
  de: 'Diese Anmeldung oder dieser Schlüssel ist unbekannt, abgelaufen oder widerrufen. Melden Sie sich neu an, oder erbitten Sie einen neuen Schlüssel.',
}))

export const permissionMissing = problem(
  'forbidden',
  'catalogue.permission-missing',
  (given: {
    permission: string
    operation: string
    roles: string[]
    /** True where they hold it on a part of the studio, and the operation is about all of it. */
    isOnPart: boolean
    whoCanGrant: string[]
  }) => ({
    en:
      `${given.operation} needs the permission ${given.permission} on ${given.isOnPart ? 'the whole studio' : 'what it touches'}; ` +
      `you hold ${given.roles.length ? `the role ${given.roles.join(', ')}` : 'no role'}${given.isOnPart ? ' on a part of it' : ''}. ` +
      (given.whoCanGrant.length
        ? `${given.whoCanGrant.join(', ')} can grant it.`
        : 'An owner or admin can grant it.'),
    de:
      `${given.operation} verlangt das Recht ${given.permission} auf ${given.isOnPart ? 'dem ganzen Studio' : 'allem, was es berührt'}; ` +
      `Sie haben ${given.roles.length ? `die Rolle ${given.roles.join(', ')}` : 'keine Rolle'}${given.isOnPart ? ' auf einem Teil davon' : ''}. ` +
      (given.whoCanGrant.length
        ? `${given.whoCanGrant.join(', ')} kann es erteilen.`
        : 'Ein Inhaber oder Admin kann es erteilen.'),
  }),
)

export const forPeopleOnly = problem('forbidden', 'catalogue.people-only', (operation: string) => ({
  en: `${operation} is for people: a key, a run or this machine could be the hand of whoever asked. Sign in as a person.`,
  de: `${operation} ist Personen vorbehalten: Ein Schlüssel, ein Lauf oder diese Maschine könnte die Hand dessen sein, der darum bat. Melden Sie sich als Person an.`,
}))

export const secondFactorNeeded = problem(
  'forbidden',
  'catalogue.second-factor-needed',
  (operation: string) => ({
    en: `${operation} is open once you have set up a second factor: this studio asks everyone for one. Set it up with identity.begin-second-factor.`,
    de: `${operation} steht offen, sobald Sie einen zweiten Faktor eingerichtet haben: Dieses Studio verlangt ihn von allen. Richten Sie ihn mit identity.begin-second-factor ein.`,
  }),
)

/** The same answer for what does not exist, lies in another studio, or lies outside the caller's grants. */
export const notOpenToYou = problem('not-found', 'catalogue.not-found', (id: string) => ({
  en: `Nothing with the id ${id} is open to you. Check the id; if it is right, an owner or admin can widen your grants.`,
  de: `Unter der Kennung ${id} steht Ihnen nichts offen. Prüfen Sie die Kennung; stimmt sie, kann ein Inhaber oder Admin Ihre Rechte erweitern.`,
}))

export const idempotencyConflict = problem('conflict', 'catalogue.idempotency-conflict', (key: string) => ({
  en: `The idempotency key "${key}" was already used with another operation or another input. Send a new key with a new request.`,
  de: `Der Idempotenzschlüssel „${key}“ wurde schon mit einer anderen Operation oder Eingabe verwendet. Senden Sie mit einer neuen Anfrage einen neuen Schlüssel.`,
}))

/** No refusal: what was asked for is kept, and happens when somebody accepts it. */
export function heldForApproval(operation: string, approvalId: string): Problem {
  return new Problem({
    kind: 'held',
    code: 'catalogue.held-for-approval',
    message: {
      en:
        `${operation} was not done yet: it waits for a person's approval as ${approvalId}. Do not send it again; ` +
        'approvals.get-approval tells what became of it.',
      de:
        `${operation} wurde noch nicht getan: Es wartet als ${approvalId} auf die Freigabe durch eine Person. Senden Sie es nicht noch einmal; ` +
        'approvals.get-approval sagt, was daraus wurde.',
    },
    approvalId,
  })
}

/** The same idempotency key comes again after its approval ended otherwise than well. */
export function approvalEnded(approvalId: string, how: Said): Problem {
  return new Problem({
    kind: 'conflict',
    code: 'catalogue.approval-ended',
    message: {
      en: `This was asked for before, as ${approvalId}, which ${how.en}. Send a new idempotency key to ask again.`,
      de: `Darum wurde schon gebeten, als ${approvalId}; es ${how.de}. Senden Sie einen neuen Idempotenzschlüssel, um noch einmal zu bitten.`,
    },
    approvalId,
  })
}

export function approvalMismatch(approvalId: string): Problem {
  return new Problem({
    kind: 'conflict',
    code: 'catalogue.approval-mismatch',
    message: {
      en:
        `The approval ${approvalId} does not let this through: it is not accepted, was used, is too old, or was given for ` +
        'something else. Nothing was changed; ask for it anew.',
      de:
        `Die Freigabe ${approvalId} lässt dies nicht durch: Sie ist nicht erteilt, schon benutzt, zu alt oder galt ` +
        'etwas anderem. Nichts wurde geändert; bitten Sie neu darum.',
    },
    approvalId,
  })
}

export const invalidCursor = problem('invalid', 'catalogue.invalid-cursor', (cursor: string) => ({
  en: `The cursor "${cursor.slice(0, 40)}" does not belong to this list in this order. Start again without one.`,
  de: `Der Cursor „${cursor.slice(0, 40)}“ gehört nicht zu dieser Liste in dieser Reihenfolge. Beginnen Sie neu ohne Cursor.`,
}))

export const noDryRun = problem('invalid', 'catalogue.no-dry-run', (operation: string) => ({
  en: `${operation} cannot be tried first: it signs somebody in or reaches outside the database.`,
  de: `${operation} lässt sich nicht vorab versuchen: Es meldet jemanden an oder reicht über die Datenbank hinaus.`,
}))

export const notUndoable = problem('invalid', 'catalogue.not-undoable', (operation: string) => ({
  en: `${operation} has no undo.`,
  de: `${operation} lässt sich nicht rückgängig machen.`,
}))

export const tooBusy = problem('unavailable', 'catalogue.too-busy', (waiting: number) => ({
  en: `${waiting} calls of this kind are waiting already, so this one was not taken. Send it again in a minute.`,
  de: `${waiting} Aufrufe dieser Art warten bereits, deshalb wurde dieser nicht angenommen. Senden Sie ihn in einer Minute noch einmal.`,
}))

export const rightsChanging = problem('unavailable', 'catalogue.rights-changing', () => ({
  en: 'The rights in this studio are being changed this very moment, again and again. Nothing was done; send the request again.',
  de: 'Die Rechte in diesem Studio werden gerade wieder und wieder geändert. Nichts wurde getan; senden Sie die Anfrage noch einmal.',
}))
