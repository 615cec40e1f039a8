import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { namesOfActors } from '#server/catalogue/actor-names-queries.ts'
import { AuditChange, AuditLine, type AuditActor } from './schema.ts'

export interface LineFilter {
  actorId?: string | undefined
  operation?: string | undefined
  subjectId?: string | undefined
  outcome?: 'done' | 'refused' | 'held' | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Counting goes this far: a total of a million lines would cost more than the page it stands under. */
export const COUNTED_MAX = 10_000

function lines() {
  return query
    .selectFrom('audit_line')
    .leftJoin('audit_seal', 'audit_seal.audit_line_id', 'audit_line.id')
    .select([
      'audit_line.id',
      'audit_line.at',
      // With microseconds: a cursor of milliseconds would skip lines within one.
      sql<string>`to_char(audit_line.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as(
        'exactly_at',
      ),
      'audit_line.actor_kind',
      'audit_line.actor_id',
      'audit_line.on_behalf_of',
      'audit_line.door',
      'audit_line.request_id',
      'audit_line.operation',
      'audit_line.outcome',
      'audit_line.problem_code',
      'audit_line.approval_id',
      sql<number>`jsonb_array_length(audit_line.changes)`.as('change_count'),
      sql<number | null>`audit_seal.number::int4`.as('number'),
    ])
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

/** A page, newest first, and the key of each row for the cursor. */
export async function pageOfLines(
  tx: Transaction,
  filter: LineFilter,
  page: { after: string[] | undefined; limit: number },
): Promise<{ line: AuditLine; key: string[] }[]> {
  let statement = filtered(lines(), filter)
    .orderBy('audit_line.at', 'desc')
    .orderBy('audit_line.id', 'desc')
    .limit(page.limit)
  if (page.after) {
    const [at, id] = page.after
    statement = statement.where(sql<boolean>`(audit_line.at, audit_line.id) < (${at}::timestamptz, ${id})`)
  }
  const rows = await tx.rows(statement)
  const named = await withNames(tx, rows)
  return named.map((line, at) => ({ line, key: [rows[at]?.exactly_at ?? '', line.id] }))
}

/** Up to one more than `COUNTED_MAX`. */
export async function countLines(tx: Transaction, filter: LineFilter): Promise<number> {
  const some = filtered(query.selectFrom('audit_line').select('audit_line.id'), filter).limit(COUNTED_MAX + 1)
  const row = await tx.find(query.selectFrom(some.as('some')).select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}

function filtered<Q extends { where(condition: ReturnType<typeof sql<boolean>>): Q }>(
  statement: Q,
  { actorId, operation, subjectId, outcome, from, to }: LineFilter,
): Q {
  const conditions = []
  if (actorId) conditions.push(sql<boolean>`audit_line.actor_id = ${actorId}`)
  if (operation) conditions.push(sql<boolean>`audit_line.operation = ${operation}`)
  if (outcome) conditions.push(sql<boolean>`audit_line.outcome = ${outcome}`)
  if (from) conditions.push(sql<boolean>`audit_line.at >= ${from}::timestamptz`)
  if (to) conditions.push(sql<boolean>`audit_line.at < ${to}::timestamptz`)
  if (subjectId) {
    conditions.push(
      sql<boolean>`audit_line.id in (select audit_line_id from event where subject_id = ${subjectId})`,
    )
  }
  return conditions.reduce((narrowed, condition) => narrowed.where(condition), statement)
}

/** What was asked for, and the line itself. */
export async function findLine(
  tx: Transaction,
  id: Id<'audit_line'>,
): Promise<{ line: AuditLine; input: unknown } | undefined> {
  const row = await tx.find(lines().select('audit_line.input').where('audit_line.id', '=', id))
  if (!row) return undefined
  const [line] = await withNames(tx, [row])
  return line && { line, input: row.input }
}

/** Changes of a line in their order, from `after` on; a bulk change has thousands. */
export async function pageOfChanges(
  tx: Transaction,
  id: Id<'audit_line'>,
  page: { after: number; limit: number },
): Promise<AuditChange[]> {
  const rows = await tx.prepared<{ change: Record<string, unknown>; place: number }>(
    `select change, place::int4 as place from audit_line, jsonb_array_elements(changes) with ordinality as each (change, place)
     where id = $1 and place > $2 order by place limit $3`,
    [id, page.after, page.limit],
  )
  return rows.map(({ change, place }) =>
    AuditChange.parse({
      place,
      subjectId: change['subjectId'] ?? null,
      before: change['before'] ?? null,
      after: change['after'] ?? null,
    }),
  )
}

/** What the payload hash of a line is made of; undefined where that is more than `bytesMax`. */
export async function findPayload(
  tx: Transaction,
  id: Id<'audit_line'>,
  bytesMax: number,
): Promise<{ salt: string; input: string; changes: string } | undefined> {
  const [row] = await tx.prepared<{ salt: string; input: string; changes: string }>(
    `select salt::text as salt, input::text as input, changes::text as changes from audit_line
     where id = $1 and octet_length(input::text) + octet_length(changes::text) <= $2`,
    [id, bytesMax],
  )
  return row
}

const KINDS: Record<string, AuditActor['kind']> = { per: 'person', key: 'api-key', run: 'run' }

async function withNames(tx: Transaction, rows: readonly LineRow[]): Promise<AuditLine[]> {
  const names = await namesOfActors(
    tx,
    rows.flatMap(({ actor_id, on_behalf_of }) => [actor_id, on_behalf_of ?? actor_id]),
  )
  const actor = (id: string, kind: string | undefined) => ({
    kind,
    id,
    name: names.get(id) ?? null,
  })
  return rows.map((row) =>
    AuditLine.parse({
      id: row.id,
      at: row.at,
      actor: actor(row.actor_id, row.actor_kind),
      onBehalfOf:
        row.on_behalf_of && actor(row.on_behalf_of, KINDS[row.on_behalf_of.slice(0, 3)] ?? row.on_behalf_of),
      door: row.door,
      requestId: row.request_id,
      operation: row.operation,
      outcome: row.outcome,
      problemCode: row.problem_code,
      approvalId: row.approval_id,
      changeCount: row.change_count,
      number: row.number,
    }),
  )
}
