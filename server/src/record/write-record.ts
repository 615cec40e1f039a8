import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { EVENTS } from '#server/database/signals.ts'

export interface AuditLine {
  id: Id<'audit_line'>
  studio_id: Id<'studio'>
  actor_kind: string
  actor_id: string
  on_behalf_of: string | null
  door: string
  request_id: string
  operation: string
  outcome: 'done' | 'refused' | 'held'
  problem_code: string | null
  input: unknown
  changes: unknown
  /** What it was held for, or let through by. */
  approval_id: string | null
}

export interface EventRow {
  id: Id<'event'>
  studio_id: Id<'studio'>
  /** Null for what the run engine itself tells of a run. */
  audit_line_id: Id<'audit_line'> | null
  run_id: Id<'run'> | null
  type: string
  subject_id: string
  business_id: Id<'business'> | null
  /** With which permission it is seen. */
  permission: string
  data: unknown
}

export interface IdempotencyRow {
  studio_id: Id<'studio'>
  actor_id: string
  key: string
  operation: string
  input_hash: string
  /** Null while it waits for the approval. */
  result: unknown
  approval_id: Id<'approval'> | null
}

/** What a group of invocations leaves behind, beside the rows that its handlers wrote. */
export interface RecordRows {
  lines: AuditLine[]
  events: EventRow[]
  idempotency: IdempotencyRow[]
}

const INSERT_LINES = `insert into audit_line
  (id, studio_id, actor_kind, actor_id, on_behalf_of, door, request_id, operation, outcome, problem_code, input, changes, approval_id)
  select * from jsonb_to_recordset($1::jsonb) as line (id text, studio_id text, actor_kind text, actor_id text,
    on_behalf_of text, door text, request_id text, operation text, outcome text, problem_code text, input jsonb, changes jsonb,
    approval_id text)`
const INSERT_EVENTS = `insert into event
  (id, studio_id, audit_line_id, run_id, type, subject_id, business_id, permission, data)
  select * from jsonb_to_recordset($1::jsonb) as event (id text, studio_id text, audit_line_id text, run_id text,
    type text, subject_id text, business_id text, permission text, data jsonb)`
const INSERT_IDEMPOTENCY = `insert into idempotency_record (studio_id, actor_id, key, operation, input_hash, result, approval_id)
  select * from json_to_recordset($1::json) as record (studio_id text, actor_id text, key text, operation text,
    input_hash text, result json, approval_id text)`

/** At most three statements, in one round trip, however many invocations the group holds. */
export async function writeRecord(
  tx: Transaction,
  { lines, events, idempotency }: RecordRows,
): Promise<void> {
  const statements: [string, unknown[]][] = [
    [INSERT_LINES, lines],
    [INSERT_EVENTS, events],
    [INSERT_IDEMPOTENCY, idempotency],
  ]
  for (const studioId of new Set(events.map(({ studio_id }) => studio_id))) tx.announce(EVENTS, studioId)
  await Promise.all(
    statements
      .filter(([, rows]) => rows.length > 0)
      .map(([text, rows]) => tx.prepared(text, [JSON.stringify(rows)])),
  )
}
