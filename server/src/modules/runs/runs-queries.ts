import { sql } from 'kysely'
import { z } from 'zod'
import type { Language, Said } from '#kernel/languages.ts'
import { toldProblem } from '#server/catalogue/kept-problem.ts'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import type { RunStatus } from '#server/runs/run-states.ts'
import { Run, RunStep } from './schema.ts'

export interface RunFilter {
  ids?: Id<'run'>[] | undefined
  status?: RunStatus | undefined
  program?: string | undefined
  isStanding?: boolean | undefined
  isMine?: boolean | undefined
}

function runs() {
  return query
    .selectFrom('run')
    .select([
      'id',
      'title',
      sql<Said | null>`title_said`.as('title_said'),
      'program',
      'status',
      'requester_kind',
      'requester_id',
      'requester_name',
      'business_id',
      'progress',
      'problem',
      'result',
      'failures',
      'repeats_every_s',
      'passes',
      sql<boolean>`cancel_requested_at is not null and status = 'running'`.as('is_cancelling'),
      'created_at',
      'due_at',
      'started_at',
      'ended_at',
    ])
}

type RunRow = Awaited<ReturnType<ReturnType<typeof runs>['execute']>>[number]

export async function findRun(tx: Transaction, id: Id<'run'>, language: Language): Promise<Run | undefined> {
  const row = await tx.find(runs().where('id', '=', id))
  return row && runOf(row, language)
}

/** Locks the row, so that what is decided on it still holds when it is written. */
export async function findRunForChange(
  tx: Transaction,
  id: Id<'run'>,
  language: Language,
): Promise<Run | undefined> {
  const row = await tx.find(runs().where('id', '=', id).forUpdate())
  return row && runOf(row, language)
}

export async function pageOfRuns(
  tx: Transaction,
  filter: RunFilter,
  page: { after: string[] | undefined; limit: number; language: Language },
): Promise<Run[]> {
  let statement = filtered(runs(), filter).orderBy('id', 'desc').limit(page.limit)
  if (page.after) statement = statement.where(sql<boolean>`id < ${page.after[0]}`)
  const rows = await tx.rows(statement)
  return rows.map((row) => runOf(row, page.language))
}

export async function countRuns(tx: Transaction, filter: RunFilter): Promise<number> {
  const counted = query.selectFrom('run').select(sql<number>`count(*)::int`.as('total'))
  const row = await tx.find(filtered(counted, filter))
  return row?.total ?? 0
}

function filtered<Q extends { where(condition: ReturnType<typeof sql<boolean>>): Q }>(
  statement: Q,
  { ids, status, program, isStanding, isMine }: RunFilter,
): Q {
  const conditions = []
  if (ids) conditions.push(sql<boolean>`id = any (${ids})`)
  if (status) conditions.push(sql<boolean>`status = ${status}`)
  if (program) conditions.push(sql<boolean>`program = ${program}`)
  if (isStanding === true) conditions.push(sql<boolean>`repeats_every_s is not null`)
  if (isStanding === false) conditions.push(sql<boolean>`repeats_every_s is null`)
  if (isMine) conditions.push(sql<boolean>`person_id = current_person()`)
  return conditions.reduce((narrowed, condition) => narrowed.where(condition), statement)
}

/** Asks for the end: at once where nothing is at work on it, otherwise at the end of the present step. */
export async function setCancelled(tx: Transaction, id: Id<'run'>, isAtWork: boolean): Promise<void> {
  await tx.rows(
    query
      .updateTable('run')
      .set({
        cancel_requested_at: sql`coalesce(cancel_requested_at, now())`,
        ...(!isAtWork && { status: 'cancelled', ended_at: sql`now()` }),
      })
      .where('id', '=', id),
  )
}

/** Back in line, from where its journal ends. */
export async function setQueued(tx: Transaction, id: Id<'run'>): Promise<void> {
  await tx.rows(
    query
      .updateTable('run')
      .set({
        status: 'queued',
        due_at: sql`now()`,
        failures: 0,
        barren_leases: 0,
        problem: null,
        ended_at: null,
        cancel_requested_at: null,
      })
      .where('id', '=', id),
  )
}

/** A step that was cut off happened after all; nobody knows what came of it, so its result is null. */
export async function setStepHappened(tx: Transaction, runId: Id<'run'>): Promise<void> {
  await tx.rows(
    query
      .updateTable('run_step')
      .set({ state: 'done', ended_at: sql`now()` })
      .where('run_id', '=', runId)
      .where('kind', '=', 'once')
      .where('state', '=', 'intended'),
  )
}

export async function deleteCutOffStep(tx: Transaction, runId: Id<'run'>): Promise<void> {
  await tx.rows(
    query
      .deleteFrom('run_step')
      .where('run_id', '=', runId)
      .where('kind', '=', 'once')
      .where('state', '=', 'intended'),
  )
}

const OPEN = `select count(*) filter (where status = 'queued')::int as queued,
    count(*) filter (where status = 'waiting')::int as waiting, count(*) filter (where status = 'running')::int as running,
    count(*) filter (where status = 'failed')::int as failed,
    count(*) filter (where status = 'outcome-unknown')::int as "outcomeUnknown",
    greatest(0, coalesce(extract(epoch from now() - min(due_at) filter (where status in ('queued', 'waiting'))), 0))::float8
      as "oldestDueSeconds"
  from run where status in ('queued', 'waiting') or status = 'running' or status in ('failed', 'outcome-unknown')`

/** Each arm of the condition has its own partial index: what has ended well is not looked at. */
export async function countOpenRuns(tx: Transaction) {
  const [row] = await tx.prepared<{
    queued: number
    waiting: number
    running: number
    failed: number
    outcomeUnknown: number
    oldestDueSeconds: number
  }>(OPEN, [])
  return row ?? { queued: 0, waiting: 0, running: 0, failed: 0, outcomeUnknown: 0, oldestDueSeconds: 0 }
}

export async function stepsOf(
  tx: Transaction,
  runId: Id<'run'>,
  limit: number,
): Promise<z.output<typeof RunStep>[]> {
  const rows = await tx.rows(
    query
      .selectFrom('run_step')
      .select(['name', 'kind', 'state', 'intended_at', 'ended_at'])
      .where('run_id', '=', runId)
      .orderBy('intended_at', 'desc')
      .orderBy('name')
      .limit(limit),
  )
  return rows.map(({ name, kind, state, intended_at, ended_at }) =>
    RunStep.parse({ name, kind, state, intendedAt: intended_at, endedAt: ended_at }),
  )
}

export async function countSteps(tx: Transaction, runId: Id<'run'>): Promise<number> {
  const row = await tx.find(
    query
      .selectFrom('run_step')
      .select(sql<number>`count(*)::int`.as('total'))
      .where('run_id', '=', runId),
  )
  return row?.total ?? 0
}

const Progress = z
  .object({
    done: z.number(),
    total: z.number(),
    note: z.union([z.string(), z.record(z.string(), z.string())]).nullable(),
  })
  .nullable()

/** What a run said of itself in every language; before it spoke them, in English. */
function told(progress: unknown, language: Language) {
  const kept = Progress.parse(progress)
  return (
    kept && { ...kept, note: typeof kept.note === 'object' ? (kept.note?.[language] ?? null) : kept.note }
  )
}

function runOf(row: RunRow, language: Language): Run {
  return Run.parse({
    id: row.id,
    title: row.title_said?.[language] ?? row.title,
    program: row.program,
    status: row.status,
    requester: { kind: row.requester_kind, id: row.requester_id, name: row.requester_name },
    businessId: row.business_id,
    progress: told(row.progress, language),
    problem: toldProblem(row.problem, language),
    result: row.result,
    failures: row.failures,
    repeatsEveryS: row.repeats_every_s,
    passes: row.passes,
    isCancelling: row.is_cancelling,
    createdAt: row.created_at,
    dueAt: row.due_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  })
}

/** Runs that ended from then on, by how. */
export async function countEnded(tx: Transaction, since: string) {
  const [row] = await tx.prepared<{
    since: string
    done: number
    failed: number
    cancelled: number
    passes: number
  }>(
    `select $1::timestamptz as since, count(*) filter (where status = 'done')::int as done,
       count(*) filter (where status = 'failed')::int as failed,
       count(*) filter (where status = 'cancelled')::int as cancelled,
       (select coalesce(sum(passes), 0)::int from run where repeats_every_s is not null) as passes
     from run where ended_at >= $1`,
    [since],
  )
  const { passes: standingPasses = 0, ...ended } = row ?? { since, done: 0, failed: 0, cancelled: 0 }
  return { ...ended, standingPasses }
}
