import { idFrom } from '#kernel/ids.ts'
import type { Database } from '#server/database/database.ts'

/** Of all studios together, and of none by name: what stands in the database, not in a process. */
export interface ServerFigures {
  runs: Record<string, number>
  /** How long the oldest run that is due has waited. */
  oldestDueSeconds: number
  /** Lines that wait for their seal, of the studios that were looked at. */
  unsealedLines: number
}

// Each arm has its own partial index; runs that have ended well are many, and are not counted here.
const RUNS = `select status, count(*)::int as count from run where status in ('queued', 'waiting') group by status
  union all select status, count(*)::int from run where status = 'running' group by status
  union all select status, count(*)::int from run where status in ('failed', 'outcome-unknown') group by status`
const OLDEST_DUE = `select greatest(0, extract(epoch from now() - min(due_at)))::float8 as seconds
  from run where status in ('queued', 'waiting')`
const STUDIOS = 'select id from studio order by id limit 200'
const UNSEALED = `select count(*)::int as count from (select from audit_line where studio_id = $1 and xact >=
  coalesce((select horizon from audit_head where studio_id = $1 order by size desc limit 1), '0'::xid8)
  limit 100000) as line`
const STATUSES = ['queued', 'waiting', 'running', 'failed', 'outcome-unknown']
/** Whoever scrapes more often than this reads the same figures again. */
const KEEP_MS = 10_000

/** Reads them at most every ten seconds, however often it is asked. */
export function createServerFigures(
  database: Database,
  now: () => number = Date.now,
): () => Promise<ServerFigures> {
  let kept: { atMs: number; figures: Promise<ServerFigures> } | undefined
  return () => {
    if (!kept || now() - kept.atMs >= KEEP_MS) {
      const reading = { atMs: now(), figures: readFigures(database) }
      reading.figures.catch(() => {
        if (kept === reading) kept = undefined
      })
      kept = reading
    }
    return kept.figures
  }
}

async function readFigures(database: Database): Promise<ServerFigures> {
  return database.read({ isWorker: true }, async (tx) => {
    const counted = await tx.prepared<{ status: string; count: number }>(RUNS, [])
    const [oldest] = await tx.prepared<{ seconds: number | null }>(OLDEST_DUE, [])
    const studios = await tx.prepared<{ id: string }>(STUDIOS, [])
    let unsealedLines = 0
    for (const { id } of studios) {
      await tx.enter({ studioId: idFrom('studio', id), coverage: '*' })
      const [row] = await tx.prepared<{ count: number }>(UNSEALED, [id])
      unsealedLines += row?.count ?? 0
    }
    const zero = Object.fromEntries(STATUSES.map((status) => [status, 0]))
    const runs = Object.fromEntries(counted.map(({ status, count }) => [status, count]))
    return { runs: { ...zero, ...runs }, oldestDueSeconds: oldest?.seconds ?? 0, unsealedLines }
  })
}
