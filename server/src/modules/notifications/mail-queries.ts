import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Facts } from './notification-kind.ts'

export interface UnreadRow {
  kind: string
  subject_id: string | null
  actor_kind: string
  actor_id: string
  facts: Facts
  needs: string[]
  operation: string | null
}

/** The newest first, of those that are mailed in this way. */
export async function unreadBetween(
  tx: Transaction,
  given: { personId: Id<'person'>; from: string; upTo: string; isDigest: boolean; limit: number },
): Promise<UnreadRow[]> {
  return tx.prepared<UnreadRow & Record<string, unknown>>(
    `select kind, subject_id, actor_kind, actor_id, facts, needs, operation from notification
     where studio_id = current_studio() and person_id = $1 and id between $2 and $3 and read_at is null
       and mail = case when $4 then 'daily' else 'at-once' end
     order by id desc limit $5`,
    [given.personId, given.from, given.upTo, given.isDigest, given.limit],
  )
}

export interface DueDigest {
  person_id: string
  from_id: Id<'notification'>
  upto_id: Id<'notification'>
}

/**
 * Begins the digests that are due: of everybody whose hour has come today, in their time zone, and who has something unread
 * that was not in one before. Noted with the rows, so that each of them is in one digest and no more. A time zone that this server does
 * not know is UTC.
 */
export async function beginDigests(tx: Transaction, now: string, limit: number): Promise<DueDigest[]> {
  return tx.prepared<DueDigest & Record<string, unknown>>(
    `with person_now as (
       select inbox.person_id, inbox.digested_upto, inbox.digest_hour, inbox.digested_on,
         $1::timestamptz at time zone coalesce(zone.name, 'UTC') as wall_clock
       from inbox left join person_preference as preference on preference.person_id = inbox.person_id
         left join pg_timezone_names as zone on zone.name = preference.time_zone
       where inbox.studio_id = current_studio()),
     due as (
       select person_now.person_id, min(notification.id) as from_id, max(notification.id) as upto_id, wall_clock::date as day
       from person_now join notification on notification.person_id = person_now.person_id
         and notification.studio_id = current_studio() and notification.read_at is null and notification.mail = 'daily'
         and notification.id > coalesce(person_now.digested_upto, '')
       where extract(hour from wall_clock) >= digest_hour and (digested_on is null or digested_on < wall_clock::date)
         and notification.created_at <= $1::timestamptz
       group by person_now.person_id, wall_clock limit $2)
     update inbox set digested_on = due.day, digested_upto = due.upto_id from due
     where inbox.studio_id = current_studio() and inbox.person_id = due.person_id
     returning inbox.person_id, due.from_id, due.upto_id`,
    [now, limit],
  )
}
