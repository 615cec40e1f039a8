import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Stretch } from '#server/runs/outbox-queries.ts'
import type { ToldEvent } from './payload.ts'

export interface Follower {
  id: Id<'webhook_endpoint'>
  event_types: string[]
  follows_from: string
}

/** The studio's endpoints that are told of events. */
export async function findFollowers(tx: Transaction): Promise<Follower[]> {
  return tx.prepared<Follower & Record<string, unknown>>(
    `select id, event_types, follows_from::text from webhook_endpoint
     where disabled_why is null and archived_at is null and person_id is null`,
    [],
  )
}

/** What runs of deliveries tell of themselves would be delivered, and so on for ever; they tell nothing, and this makes sure. */
const EVENTS = `select event.id, event.xact::text, event.type, event.subject_id, event.business_id, event.at, event.data,
    coalesce(line.actor_kind, 'run') as actor_kind, coalesce(line.actor_id, event.run_id) as actor_id
  from event left join audit_line as line on line.id = event.audit_line_id
  where event.studio_id = $1
    and (event.xact, event.id) > ($2::text::xid8, $3) and (event.xact, event.id) <= ($4::text::xid8, $5)
    and (event.type = any ($6) or split_part(event.type, '.', 1) = any ($7))
    and not exists (select from run where run.id = event.subject_id and run.program = 'webhooks.deliver')
  order by event.xact, event.id`

export async function readEvents(
  tx: Transaction,
  given: Stretch & { studioId: Id<'studio'>; types: string[]; modules: string[] },
): Promise<(ToldEvent & { xact: string })[]> {
  const { studioId, from, to, types, modules } = given
  return tx.prepared<ToldEvent & { xact: string } & Record<string, unknown>>(EVENTS, [
    studioId,
    from.xact,
    from.eventId,
    to.xact,
    to.eventId,
    types,
    modules,
  ])
}
