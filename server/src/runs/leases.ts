import { type Said } from '#kernel/languages.ts'
import { idFrom, type Id } from '#kernel/ids.ts'
import type { Actor } from '#server/catalogue/access.ts'
import type { Database, Transaction } from '#server/database/database.ts'

/** A run that this worker holds. Whoever leases it later gets a higher token, and from then on our writes are refused. */
export interface LeasedRun {
  id: Id<'run'>
  studioId: Id<'studio'>
  program: string
  input: unknown
  requester: Actor
  businessId: Id<'business'> | undefined
  repeatsEveryS: number | undefined
  failures: number
  token: bigint
  barrenLeases: number
  isCancelled: boolean
}

interface Row {
  id: string
  studio_id: string
  program: string
  input: unknown
  requester_kind: 'person' | 'api-key' | 'machine' | 'system'
  requester_id: string
  requester_name: string
  business_id: string | null
  repeats_every_s: number | null
  failures: number
  lease_token: bigint
  barren_leases: number
  is_cancelled: boolean
}

export const WORKER = { isWorker: true } as const

const LEASE = `with due as (
    select id from run
    where (status in ('queued', 'waiting') and due_at <= now() or status = 'running' and lease_until < now())
      and program = any ($4)
    order by due_at, id limit $1 for update skip locked)
  update run set status = 'running', lease_token = lease_token + 1, barren_leases = barren_leases + 1, leased_by = $2,
    lease_until = now() + $3 * interval '1 millisecond', started_at = coalesce(started_at, now())
  from due where run.id = due.id
  returning run.id, studio_id, program, input, requester_kind, requester_id, requester_name, business_id,
    repeats_every_s, failures, lease_token, barren_leases, cancel_requested_at is not null as is_cancelled`

/** Takes what is due, the oldest first, and what another worker's lease no longer covers. */
export async function leaseRuns(
  database: Database,
  given: { count: number; worker: string; leaseMs: number; programs: string[] },
): Promise<LeasedRun[]> {
  const { count, worker, leaseMs, programs } = given
  const rows = await database.write(WORKER, (tx) =>
    tx.prepared<Row & Record<string, unknown>>(LEASE, [count, worker, leaseMs, programs]),
  )
  return rows.map((row) => ({
    id: idFrom('run', row.id),
    studioId: idFrom('studio', row.studio_id),
    program: row.program,
    input: row.input,
    requester: { kind: row.requester_kind, id: row.requester_id, name: row.requester_name },
    businessId: row.business_id === null ? undefined : idFrom('business', row.business_id),
    repeatsEveryS: row.repeats_every_s ?? undefined,
    failures: row.failures,
    token: row.lease_token,
    barrenLeases: row.barren_leases,
    isCancelled: row.is_cancelled,
  }))
}

const NEXT_DUE = `select extract(epoch from least(
    (select min(due_at) from run where status in ('queued', 'waiting') and program = any ($1)),
    (select min(lease_until) from run where status = 'running' and leased_by <> $2)) - now())::float8 * 1000 as in_ms`

/** Milliseconds until something falls due, by the database's clock; undefined when nothing is planned. */
export async function nextDueInMs(
  database: Database,
  programs: string[],
  worker: string,
): Promise<number | undefined> {
  const [row] = await database.read(WORKER, (tx) =>
    tx.prepared<{ in_ms: number | null }>(NEXT_DUE, [programs, worker]),
  )
  return row?.in_ms ?? undefined
}

// Locked in id order, as the journal does: in the order of the heap the two waited for each other (kill.test.ts).
const RENEW = `with given as (
    select * from jsonb_to_recordset($1::jsonb) as given (id text, token bigint, progress jsonb)),
  ours as (
    select run.id from run join given on given.id = run.id
    where run.lease_token = given.token and run.status = 'running' order by run.id for no key update of run)
  update run set lease_until = now() + $2 * interval '1 millisecond',
    progress = coalesce(given.progress, run.progress)
  from given join ours on ours.id = given.id
  where run.id = given.id
  returning run.id, run.cancel_requested_at is not null as is_cancelled`

export interface Renewal {
  id: Id<'run'>
  token: bigint
  progress: Progress | undefined
}

export interface Progress {
  done: number
  total: number
  note: Said | null
}

/** One statement for all runs that are held. What is not answered is no longer ours. */
export async function renewLeases(
  database: Database,
  renewals: Renewal[],
  leaseMs: number,
): Promise<Map<string, { isCancelled: boolean }>> {
  const given = renewals.map(({ id, token, progress }) => ({ id, token: String(token), progress }))
  const rows = await database.write(WORKER, (tx) =>
    tx.prepared<{ id: string; is_cancelled: boolean }>(RENEW, [JSON.stringify(given), leaseMs]),
  )
  return new Map(rows.map(({ id, is_cancelled }) => [id, { isCancelled: is_cancelled }]))
}

/** Thrown where a write of ours came too late: somebody else has the run now, and goes on with it. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

const FENCE = `select cancel_requested_at is not null as is_cancelled from run
  where id = $1 and lease_token = $2 and status = 'running' for share`

/** Inside a transaction: nobody can take the run over, or cancel it, before this transaction ends. Throws LeaseLost. */
export async function holdLease(
  tx: Transaction,
  { id, token }: Pick<LeasedRun, 'id' | 'token'>,
): Promise<{ isCancelled: boolean }> {
  const [row] = await tx.prepared<{ is_cancelled: boolean }>(FENCE, [id, String(token)])
  if (!row) throw new LeaseLost()
  return { isCancelled: row.is_cancelled }
}
