import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import type { ApprovalRule } from './schema.ts'

export interface RuleContent {
  operation: string | null
  risk: 'none' | 'money' | 'external' | 'irreversible' | null
  role: string | null
}

function rules() {
  return query
    .selectFrom('approval_rule')
    .leftJoin('role', (join) => join.on(sql<boolean>`role.id = approval_rule.role`))
    .select([
      'approval_rule.id',
      'approval_rule.operation',
      'approval_rule.risk',
      'approval_rule.role',
      'role.name as role_name',
      'approval_rule.expires_after_hours',
      'approval_rule.created_at',
      'approval_rule.ended_at',
    ])
}

/** Also one that has ended. */
export async function findRule(tx: Transaction, id: Id<'approval_rule'>) {
  const row = await tx.find(rules().where('approval_rule.id', '=', id))
  return row && { rule: ruleOf(row), hasEnded: row.ended_at !== null }
}

/** The rule that says the same, whether it still holds or not; locked, so that two cannot revive it at once. */
export async function findRuleLike(tx: Transaction, { operation, risk, role }: RuleContent) {
  return tx.find(
    query
      .selectFrom('approval_rule')
      .select(['id', 'ended_at'])
      .where(
        sql<boolean>`operation is not distinct from ${operation} and risk is not distinct from ${risk}
        and role is not distinct from ${role}`,
      )
      .forUpdate(),
  )
}

export async function pageOfRules(tx: Transaction, after: string[] | undefined, limit: number) {
  let statement = rules().where('approval_rule.ended_at', 'is', null).orderBy('approval_rule.id').limit(limit)
  if (after) statement = statement.where(sql<boolean>`approval_rule.id > ${after[0]}`)
  return (await tx.rows(statement)).map(ruleOf)
}

export async function countRules(tx: Transaction): Promise<number> {
  const counted = query.selectFrom('approval_rule').select(sql<number>`count(*)::int`.as('total'))
  return (await tx.find(counted.where('ended_at', 'is', null)))?.total ?? 0
}

export async function insertRule(
  tx: Transaction,
  rule: RuleContent & {
    id: Id<'approval_rule'>
    studio_id: Id<'studio'>
    expires_after_hours: number
    created_by: string
  },
): Promise<void> {
  await tx.rows(query.insertInto('approval_rule').values(rule))
}

export async function reviveRule(
  tx: Transaction,
  id: Id<'approval_rule'>,
  given: { expiresAfterHours: number; createdBy: string },
): Promise<void> {
  await tx.rows(
    query
      .updateTable('approval_rule')
      .set({
        expires_after_hours: given.expiresAfterHours,
        created_by: given.createdBy,
        created_at: sql`now()`,
        ended_at: null,
      })
      .where('id', '=', id),
  )
}

export async function endRule(tx: Transaction, id: Id<'approval_rule'>): Promise<void> {
  await tx.rows(
    query
      .updateTable('approval_rule')
      .set({ ended_at: sql`now()` })
      .where('id', '=', id),
  )
}

function ruleOf(
  row: RuleContent & {
    id: Id<'approval_rule'>
    role_name: string | null
    expires_after_hours: number
    created_at: string
  },
): ApprovalRule {
  const { id, operation, risk, role, role_name: ownName } = row
  return {
    id,
    operation,
    risk,
    role,
    roleName: ownName ?? role,
    expiresAfterHours: row.expires_after_hours,
    createdAt: row.created_at,
  }
}
