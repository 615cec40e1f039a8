import type { Transaction } from '#server/database/database.ts'

/** Along the index by time, so it costs what the days hold and not what the studio ever did. */
export async function countWrites(
  tx: Transaction,
  days: number,
): Promise<{ kind: string; writes: number }[]> {
  return tx.prepared(
    `select actor_kind as kind, count(*)::int as writes from audit_line
     where at > now() - make_interval(days => $1) and outcome = 'done' and changes <> '[]'
     group by actor_kind order by writes desc, kind`,
    [days],
  )
}
