import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

/** The minute that it is; what was recorded of it first stays. */
export async function recordMinute(
  tx: Transaction,
  given: { studioId: Id<'studio'>; isUp: boolean; because: string },
): Promise<void> {
  await tx.prepared(
    `insert into uptime_minute (studio_id, minute, is_up, because)
     values ($1, date_trunc('minute', now()), $2, $3) on conflict do nothing`,
    [given.studioId, given.isUp, given.because],
  )
}

export async function forgetMinutes(tx: Transaction, keptDays: number): Promise<void> {
  await tx.prepared('delete from uptime_minute where minute < now() - make_interval(days => $1)', [keptDays])
}

/** `minutes` are all that passed since the first that was recorded, at most those of the days that are asked for. */
export async function countMinutes(
  tx: Transaction,
  days: number,
): Promise<{ since: string | null; minutes: number; up: number; down: number }> {
  const [row] = await tx.prepared<{ since: string | null; minutes: number; up: number; down: number }>(
    `select min(minute) as since,
       coalesce(extract(epoch from date_trunc('minute', now()) - min(minute)) / 60 + 1, 0)::int as minutes,
       count(*) filter (where is_up)::int as up, count(*) filter (where not is_up)::int as down
     from uptime_minute where minute > now() - make_interval(days => $1)`,
    [days],
  )
  return row ?? { since: null, minutes: 0, up: 0, down: 0 }
}
