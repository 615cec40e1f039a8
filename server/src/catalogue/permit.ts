import type { Problem } from '#kernel/problem.ts'
import type { Database } from '#server/database/database.ts'
import { writeRecord } from '#server/record/write-record.ts'
import { coverageOf, type Access, type Authenticator, type Coverage, type Credential } from './access.ts'
import type { Operation } from './operation.ts'
import {
  credentialEnded,
  forPeopleOnly,
  permissionMissing,
  secondFactorNeeded,
  signInNeeded,
} from './problems.ts'
import type { Request } from './request.ts'
import { standingFor } from './standing.ts'
import { auditLine } from './call-record.ts'

/** Who acts, and what of the studio their permission covers. A visitor at a public operation has no access. */
export interface Standing {
  access: Access | undefined
  coverage: Coverage
}

const OF_A_VISITOR: Standing = { access: undefined, coverage: { isWhole: false, ids: [] } }

/**
 * Throws `catalogue.sign-in-needed`, `catalogue.credential-ended` or, with a line in the audit,
 * `catalogue.permission-missing` or `catalogue.people-only`.
 */
export async function permit(
  operation: Operation,
  request: Request,
  means: { database: Database; authenticator: Authenticator },
): Promise<Standing> {
  if (operation.scope === 'public') return OF_A_VISITOR
  const { credential } = request
  const remembered = await accessOf(operation.name, credential, means.authenticator)
  request.onAccess?.(remembered)
  const coverage = standingFor(remembered, operation)
  if (coverage && mayAct(operation, remembered)) return { access: remembered, coverage }
  // What is remembered may be older than a right just given; before a refusal it is read anew.
  means.authenticator.forget(credential)
  const access = await accessOf(operation.name, credential, means.authenticator)
  const coverageNow = standingFor(access, operation)
  if (coverageNow && mayAct(operation, access)) return { access, coverage: coverageNow }
  const refusal = await refusalOf(
    operation,
    { access, mayActOtherwise: coverageNow !== undefined },
    means.authenticator,
  )
  await recordRefusal(means.database, { operation, access, request, refusal })
  throw refusal
}

/** `what` needs somebody signed in: the name of an operation, or of a door. */
export async function accessOf(
  what: string,
  credential: Credential,
  authenticator: Authenticator,
): Promise<Access> {
  if (credential.token === undefined && !credential.run) throw signInNeeded(what)
  const access = await authenticator.authenticate(credential)
  if (!access || access.expiresAtMs <= Date.now()) throw credentialEnded()
  // The key of this machine opens nothing from anywhere else: a copy of the file that left the machine is worthless.
  if (access.actor.kind === 'machine' && !credential.isLocal) throw credentialEnded()
  return access
}

/** Whether the actor is of the kind that the operation is for, whatever they hold. */
export function mayAct({ isForPeople }: Operation, { sessionId }: Access): boolean {
  return !isForPeople || sessionId !== undefined
}

async function refusalOf(
  { name, permission, scope }: Operation,
  { access, mayActOtherwise }: { access: Access; mayActOtherwise: boolean },
  authenticator: Authenticator,
): Promise<Problem> {
  if (access.waitsFor) return secondFactorNeeded(name)
  if (mayActOtherwise) return forPeopleOnly(name)
  const roles = [...new Set(access.grants.map(({ role }) => role))]
  const whoCanGrant = await authenticator.whoCanGrant(access.studioId)
  const isOnPart = scope === 'studio' && coverageOf(access, permission) !== undefined
  return permissionMissing({ permission, operation: name, roles, isOnPart, whoCanGrant })
}

/** A refusal for want of rights is worth a line: it is how an attempt is seen. The input was not even parsed. */
async function recordRefusal(
  database: Database,
  given: { operation: Operation; access: Access; request: Request; refusal: Problem },
): Promise<void> {
  const { studioId, actor, onBehalfOf, personId } = given.access
  const { door, requestId } = given.request
  const line = auditLine(
    { door, requestId, operation: given.operation, auditInput: {} },
    { studioId, actor, onBehalfOf, outcome: 'refused', problemCode: given.refusal.code },
  )
  await database.write({ studioId, personId }, (tx) =>
    writeRecord(tx, { lines: [line], events: [], idempotency: [] }),
  )
}
