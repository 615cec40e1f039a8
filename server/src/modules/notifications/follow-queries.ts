import type { Id } from '#kernel/ids.ts'
import { idFrom } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Stretch } from '#server/runs/outbox-queries.ts'
import type { FollowedEvent } from './followed-event.ts'

/** Everybody has an inbox, so every studio is followed. */
export async function allStudios(tx: Transaction): Promise<Id<'studio'>[]> {
  const rows = await tx.prepared<{ id: string }>('select id from studio order by id', [])
  return rows.map(({ id }) => idFrom('studio', id))
}

const EVENTS = `select event.id, event.type, event.subject_id, event.at, coalesce(event.data -> 'after', '{}') as after,
    coalesce(line.actor_kind, 'run') as actor_kind, coalesce(line.actor_id, event.run_id, 'system') as actor_id, line.on_behalf_of
  from event left join audit_line as line on line.id = event.audit_line_id
  where event.studio_id = $1 and event.type = any ($6)
    and (event.xact, event.id) > ($2::text::xid8, $3) and (event.xact, event.id) <= ($4::text::xid8, $5)
  order by event.xact, event.id`

export async function readEvents(
  tx: Transaction,
  { studioId, from, to, types }: Stretch & { studioId: Id<'studio'>; types: readonly string[] },
): Promise<FollowedEvent[]> {
  return tx.prepared<FollowedEvent & Record<string, unknown>>(EVENTS, [
    studioId,
    from.xact,
    from.eventId,
    to.xact,
    to.eventId,
    types,
  ])
}
