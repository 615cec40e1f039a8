import type { Language } from '#kernel/languages.ts'
import { toldProblem } from '#server/catalogue/kept-problem.ts'
import { sql, type InferResult } from 'kysely'
import { z } from 'zod'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import type { ApprovalStatus } from './approval-states.ts'
import { Preview, type Approval } from './schema.ts'
import type { Viewer } from './viewer.ts'

const SHOWN_STATUS = sql<ApprovalStatus>`case when approval.status in ('pending', 'accepted') and approval.expires_at <= now()
  then 'expired' else approval.status end`

function approvals({ requesterId, personBehind, operations }: Viewer) {
  return query.selectFrom('approval').where(
    sql<boolean>`(approval.operation = any (${operations}) or approval.requester_id = ${requesterId}
        or approval.person_id = ${personBehind ?? null})`,
  )
}

function columns() {
  return [
    'approval.id',
    'approval.operation',
    'approval.shown_input',
    'approval.requester_kind',
    'approval.requester_id',
    'approval.requester_name',
    'approval.person_id',
    'behind.display_name as behind_name',
    'approval.door',
    'approval.held_because',
    'approval.held_reason',
    'approval.held_roles',
    'approval.says',
    'approval.touches',
    SHOWN_STATUS.as('status'),
    'approval.requested_at',
    'approval.expires_at',
    'approval.decided_by',
    'decider.display_name as decider_name',
    'approval.decided_at',
    'approval.reason',
    'approval.run_id',
    'approval.ended_at',
    'approval.problem',
    'approval.preview',
  ] as const
}

function withPeople(viewer: Viewer) {
  return approvals(viewer)
    .leftJoin('person as behind', 'behind.id', 'approval.person_id')
    .leftJoin('person as decider', 'decider.id', 'approval.decided_by')
    .select(columns())
}

export async function findApproval(tx: Transaction, id: Id<'approval'>, viewer: Viewer) {
  const row = await tx.find(withPeople(viewer).where('approval.id', '=', id))
  return row && approvalOf(row, viewer.language)
}

/** Locks the row: of two who decide in the same moment the second finds it decided. */
export async function findApprovalForChange(tx: Transaction, id: Id<'approval'>, viewer: Viewer) {
  const row = await tx.find(withPeople(viewer).where('approval.id', '=', id).forUpdate('approval'))
  return row && approvalOf(row, viewer.language)
}

export interface ApprovalFilter {
  status: ApprovalStatus | undefined
  /** Only what the viewer, or their own hand, asked for. */
  isAsked: boolean
  /** Only what waits for a decision that is the viewer's to make; by which lone roles they do what. */
  toDecide: { role: string; operation: string }[] | undefined
}

export async function pageOfApprovals(
  tx: Transaction,
  given: { viewer: Viewer; filter: ApprovalFilter; after: string[] | undefined; limit: number },
) {
  let statement = narrowed(withPeople(given.viewer), given.viewer, given.filter)
    .orderBy('approval.id', 'desc')
    .limit(given.limit)
  if (given.after) statement = statement.where(sql<boolean>`approval.id < ${given.after[0]}`)
  return (await tx.rows(statement)).map((row) => approvalOf(row, given.viewer.language).approval)
}

export async function countApprovals(
  tx: Transaction,
  viewer: Viewer,
  filter: ApprovalFilter,
): Promise<number> {
  const counted = approvals(viewer).select(sql<number>`count(*)::int`.as('total'))
  return (await tx.find(narrowed(counted, viewer, filter)))?.total ?? 0
}

function narrowed<Q extends { where(condition: ReturnType<typeof sql<boolean>>): Q }>(
  statement: Q,
  { requesterId, personBehind, operations }: Viewer,
  { status, isAsked, toDecide }: ApprovalFilter,
): Q {
  const isOwn = sql<boolean>`(approval.requester_id = ${requesterId} or coalesce(approval.person_id = ${personBehind ?? null}, false))`
  const conditions = []
  if (status) conditions.push(sql<boolean>`${SHOWN_STATUS} = ${status}`)
  if (isAsked) conditions.push(isOwn)
  if (toDecide) {
    const [roles, named] = [toDecide.map(({ role }) => role), toDecide.map(({ operation }) => operation)]
    conditions.push(
      sql<boolean>`${SHOWN_STATUS} = 'pending'`,
      sql<boolean>`not ${isOwn}`,
      sql<boolean>`approval.operation = any (${operations})`,
      sql<boolean>`not exists (select from unnest(${roles}::text[], ${named}::text[]) as lone (role, operation)
        where lone.operation = approval.operation and lone.role = any (approval.held_roles))`,
    )
  }
  return conditions.reduce((narrower, condition) => narrower.where(condition), statement)
}

/** An accepted one is good for a day more, for its run may have to wait; then a late surprise is no longer wanted. */
export async function setAccepted(
  tx: Transaction,
  id: Id<'approval'>,
  given: { decidedBy: Id<'person'>; runId: Id<'run'> },
): Promise<void> {
  await tx.rows(
    query
      .updateTable('approval')
      .set({
        status: 'accepted',
        decided_by: given.decidedBy,
        decided_at: sql`now()`,
        run_id: given.runId,
        expires_at: sql`greatest(expires_at, now() + interval '1 day')`,
      })
      .where('id', '=', id),
  )
}

export async function setRefused(
  tx: Transaction,
  id: Id<'approval'>,
  given: { decidedBy: Id<'person'>; reason: string },
): Promise<void> {
  const { decidedBy, reason } = given
  const set = { decided_by: decidedBy, decided_at: sql<string>`now()`, ended_at: sql<string>`now()`, reason }
  await tx.rows(
    query
      .updateTable('approval')
      .set({ status: 'refused', ...set })
      .where('id', '=', id),
  )
}

export async function setWithdrawn(tx: Transaction, id: Id<'approval'>): Promise<void> {
  const set = { status: 'withdrawn', ended_at: sql<string>`now()` } as const
  await tx.rows(query.updateTable('approval').set(set).where('id', '=', id))
}

/** What stands in jsonb was written by our own code, of these shapes. */
const Anything = z.record(z.string(), z.unknown())
const Words = z.object({ en: z.string(), de: z.string() }).nullable()

type Row = InferResult<ReturnType<typeof withPeople>>[number]

function approvalOf(
  row: Row,
  language: Language,
): {
  approval: Approval
  preview: z.output<typeof Preview> | null
  heldRoles: string[]
} {
  return {
    heldRoles: row.held_roles,
    preview: Preview.nullable().parse(row.preview),
    approval: {
      id: row.id,
      operation: row.operation,
      input: Anything.parse(row.shown_input),
      requester: { kind: row.requester_kind, id: row.requester_id, name: row.requester_name },
      personBehind: row.person_id === null ? null : { id: row.person_id, name: row.behind_name ?? '' },
      door: row.door,
      because: row.held_because,
      demand: Words.parse(row.held_reason)?.[language] ?? null,
      touches: row.touches,
      says: Words.parse(row.says)?.[language] ?? null,
      status: row.status,
      requestedAt: row.requested_at,
      expiresAt: row.expires_at,
      decidedBy: row.decided_by === null ? null : { id: row.decided_by, name: row.decider_name ?? '' },
      decidedAt: row.decided_at,
      reason: row.reason,
      runId: row.run_id,
      endedAt: row.ended_at,
      problem: toldProblem(row.problem, language),
    },
  }
}
