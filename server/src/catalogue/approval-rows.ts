import type { Said } from '#kernel/languages.ts'
import type { Problem } from '#kernel/problem.ts'
import { newId, type Id } from '#kernel/ids.ts'
import { keptProblem } from './kept-problem.ts'
import type { Transaction } from '#server/database/database.ts'
import { writeRecord } from '#server/record/write-record.ts'
import type { ApprovalRule } from './access.ts'

/** What the catalogue itself reads and writes of approvals, under the whole studio; the module has the rest. */

const SELECT_RULES = `select operation, risk, role, expires_after_hours from approval_rule where ended_at is null
  order by id limit 200`

export async function readApprovalRules(tx: Transaction): Promise<ApprovalRule[]> {
  const rows = await tx.prepared<{
    operation: string | null
    risk: string | null
    role: string | null
    expires_after_hours: number
  }>(SELECT_RULES, [])
  return rows.map(({ operation, risk, role, expires_after_hours: expiresAfterHours }) => ({
    operation: operation ?? undefined,
    risk: risk ?? undefined,
    roleId: role ?? undefined,
    expiresAfterHours,
  }))
}

const INSERT = `insert into approval (id, studio_id, operation, sealed_input, shown_input, input_hash, touches,
    requester_kind, requester_id, requester_name, person_id, actor_id, door, held_because, held_roles, expires_at, preview,
    held_reason, says)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, now() + make_interval(hours => $16), $17, $18, $19)`

export interface NewApproval {
  id: Id<'approval'>
  studioId: Id<'studio'>
  operation: string
  sealedInput: string
  shownInput: unknown
  inputHash: string
  touches: readonly string[]
  requester: { kind: string; id: string; name: string }
  personId: Id<'person'> | undefined
  actorId: string
  door: string
  because: string
  reason: Said | undefined
  says: Said | undefined
  roles: readonly string[]
  expiresAfterHours: number
  preview: unknown
}

export async function insertApproval(tx: Transaction, one: NewApproval): Promise<void> {
  await tx.prepared(INSERT, [
    one.id,
    one.studioId,
    one.operation,
    one.sealedInput,
    JSON.stringify(one.shownInput),
    one.inputHash,
    one.touches,
    one.requester.kind,
    one.requester.id,
    one.requester.name,
    one.personId ?? null,
    one.actorId,
    one.door,
    one.because,
    one.roles,
    one.expiresAfterHours,
    one.preview === undefined ? null : JSON.stringify(one.preview),
    one.reason === undefined ? null : JSON.stringify(one.reason),
    one.says === undefined ? null : JSON.stringify(one.says),
  ])
}

const SELECT_END = `select status, reason, status in ('pending', 'accepted') and expires_at <= now() as is_expired
  from approval where id = $1`

/** How it ended otherwise than well, in words; undefined while it waits. */
export async function endOf(tx: Transaction, id: Id<'approval'>): Promise<Said | undefined> {
  const [row] = await tx.prepared<{ status: string; reason: string | null; is_expired: boolean }>(
    SELECT_END,
    [id],
  )
  if (!row || row.is_expired) return { en: 'has expired', de: 'ist verfallen' }
  const { status, reason } = row
  if (status === 'pending' || status === 'accepted') return undefined
  if (status === 'refused')
    return {
      en: `was refused${reason ? ` ("${reason}")` : ''}`,
      de: `wurde abgelehnt${reason ? ` („${reason}“)` : ''}`,
    }
  return ENDS[status] ?? { en: `was ${status}`, de: `ist zu Ende (${status})` }
}

const ENDS: Record<string, Said> = {
  failed: { en: 'was accepted and then failed', de: 'wurde freigegeben und schlug dann fehl' },
  withdrawn: { en: 'was withdrawn', de: 'wurde zurückgezogen' },
  done: { en: 'was done', de: 'wurde getan' },
}

/** Where the answer goes that the asker's idempotency key waits for. */
export interface Asked {
  actorId: string
  key: string
}

// The run, the requester, the operation and the hash of the input are all part of the question: each must be the one
// that was accepted.
const LOCK = `select record.actor_id, record.key from approval
  join idempotency_record record on record.approval_id = approval.id
  where approval.id = $1 and approval.status = 'accepted' and approval.expires_at > now() and approval.run_id = $2
    and approval.requester_id = $3 and approval.operation = $4 and approval.input_hash = $5
  for update of approval`

export interface Claim {
  approvalId: Id<'approval'>
  runId: string
  requesterId: string
  operation: string
  inputHash: string
}

/** Undefined where the approval does not fit. A second transaction waits here, and then finds it used. */
export async function lockAccepted(tx: Transaction, claim: Claim): Promise<Asked | undefined> {
  const [row] = await tx.prepared<{ actor_id: string; key: string }>(LOCK, [
    claim.approvalId,
    claim.runId,
    claim.requesterId,
    claim.operation,
    claim.inputHash,
  ])
  return row && { actorId: row.actor_id, key: row.key }
}

const SPEND = `with freed as (delete from idempotency_record where approval_id = $1)
  update approval set status = 'done', ended_at = now() where id = $1`

/** In the transaction of what it lets through: both happen, or neither. Frees the asker's key for the answer. */
export async function spend(tx: Transaction, id: Id<'approval'>): Promise<void> {
  await tx.prepared(SPEND, [id])
}

const SELECT_SEALED = 'select operation, sealed_input, requester_id from approval where id = $1'

export async function findSealed(tx: Transaction, id: Id<'approval'>) {
  const [row] = await tx.prepared<{ operation: string; sealed_input: string; requester_id: string }>(
    SELECT_SEALED,
    [id],
  )
  return row
}

const FAIL = `update approval set status = 'failed', problem = $3, ended_at = now()
  where id = $1 and run_id = $2 and status = 'accepted' returning operation`

/** What was accepted cannot be done: whoever asked is told why. Changes nothing where it was done after all. */
export async function failAccepted(
  tx: Transaction,
  given: {
    studioId: Id<'studio'>
    approvalId: Id<'approval'>
    runId: Id<'run'>
    problem: Pick<Problem, 'code' | 'said'>
  },
): Promise<void> {
  const { studioId, approvalId, runId, problem } = given
  const told = JSON.stringify(keptProblem(problem))
  const [failed] = await tx.prepared<{ operation: string }>(FAIL, [approvalId, runId, told])
  if (!failed) return
  const event = {
    id: newId('event'),
    studio_id: studioId,
    audit_line_id: null,
    run_id: runId,
    business_id: null,
    type: 'approvals.approval-failed',
    subject_id: approvalId,
    permission: 'approvals.read',
    data: { after: { operation: failed.operation, problem: problem.code } },
  }
  await writeRecord(tx, { lines: [], events: [event], idempotency: [] })
}
