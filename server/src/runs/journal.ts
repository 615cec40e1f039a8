import { createGroupQueue } from '#server/catalogue/group-queue.ts'
import type { Database } from '#server/database/database.ts'
import { LeaseLost, WORKER, type LeasedRun } from './leases.ts'

export type StepKind = 'read' | 'transact' | 'send' | 'once' | 'invoke' | 'sleep'

/** What the journal holds of a step: that it was about to happen, or what came of it. */
export interface Step {
  name: string
  kind: StepKind
  state: 'intended' | 'done'
  result: unknown
}

interface Entry {
  run: LeasedRun
  step: Step
  /** Whether it is the first of its lease: see PROVE_ALIVE. */
  isFirst: boolean
}

export interface Journal {
  load(run: LeasedRun): Promise<Map<string, Step>>
  /**
   * Acknowledged after the commit, which whoever waits at the same time shares; and says whether somebody cancelled the
   * run meanwhile. Throws LeaseLost.
   */
  write(entry: Entry): Promise<{ isCancelled: boolean }>
}

const SELECT = `select name, kind, state, result from run_step where run_id = $1 order by intended_at, name`
/** A finished step shows that the run does not merely end its processes. */
export const PROVE_ALIVE = `update run set barren_leases = 0
  where id = any ($1) and barren_leases > 0 and status = 'running'`
// The share lock keeps others from leasing the run between this look at its token and our commit. In id order: two
// groups that lock the same runs in different orders would wait for each other.
const WRITE = `with given as (
    select * from jsonb_to_recordset($1::jsonb) as step (run_id text, studio_id text, token bigint, name text,
      kind text, state text, result jsonb)),
  held as (
    select id, lease_token, cancel_requested_at is not null as is_cancelled from run
    where (id, lease_token) in (select run_id, token from given) and status = 'running' order by id for share),
  written as (
    insert into run_step (studio_id, run_id, name, kind, state, result, ended_at)
    select given.studio_id, given.run_id, name, kind, state, result, case state when 'done' then now() end
    from given join held on held.id = given.run_id and held.lease_token = given.token
    on conflict (run_id, name) do update set state = excluded.state, result = excluded.result, ended_at = excluded.ended_at)
  select id, lease_token, is_cancelled from held`

/** The journal of all runs of this process: one transaction for however many of them write at the same time. */
export function createJournal(database: Database): Journal {
  const queue = createGroupQueue<Entry, { isCancelled: boolean }>(
    (entries) => writeGroup(database, entries),
    // Two entries of one step would be one row twice in one statement.
    ({ run, step }) => `${run.id} ${step.name}`,
  )
  return {
    async load(run) {
      const rows = await database.read(WORKER, (tx) =>
        tx.prepared<{ name: string; kind: StepKind; state: 'intended' | 'done'; result: unknown }>(SELECT, [
          run.id,
        ]),
      )
      return new Map(rows.map((row) => [row.name, row]))
    },
    write: (entry) => queue.submit('journal', entry),
  }
}

async function writeGroup(
  database: Database,
  entries: Entry[],
): Promise<PromiseSettledResult<{ isCancelled: boolean }>[]> {
  const alive = entries.flatMap(({ run, isFirst }) => (isFirst ? [run.id] : []))
  const held = await database.write(WORKER, async (tx) => {
    const [rows] = await Promise.all([
      tx.prepared<{ id: string; lease_token: bigint; is_cancelled: boolean }>(WRITE, [
        JSON.stringify(entries.map(rowOf)),
      ]),
      alive.length > 0 && tx.prepared(PROVE_ALIVE, [alive]),
    ])
    return new Map(rows.map((row) => [`${row.id} ${row.lease_token}`, row.is_cancelled]))
  })
  return entries.map(({ run }) => {
    const isCancelled = held.get(`${run.id} ${run.token}`)
    return isCancelled === undefined
      ? { status: 'rejected', reason: new LeaseLost() }
      : { status: 'fulfilled', value: { isCancelled } }
  })
}

function rowOf({ run, step }: Entry) {
  return {
    run_id: run.id,
    studio_id: run.studioId,
    token: String(run.token),
    name: step.name,
    kind: step.kind,
    state: step.state,
    result: step.result,
  }
}
