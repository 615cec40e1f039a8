import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { FollowedEvent } from './followed-event.ts'
import type { Facts, Mailing } from './notification-kind.ts'

export interface NewNotification {
  id: Id<'notification'>
  person_id: string
  event_id: string
  kind: string
  happened_at: string
  subject_id: string | null
  actor_kind: FollowedEvent['actor_kind']
  actor_id: string
  facts: Facts
  needs: string[]
  operation: string | null
  mail: Mailing
}

/** Answers those that are new: of one event a person is told once. */
export async function insertNotifications(
  tx: Transaction,
  studioId: Id<'studio'>,
  rows: readonly NewNotification[],
): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const written = await tx.prepared<{ id: string }>(
    `insert into notification (id, studio_id, person_id, event_id, kind, happened_at, subject_id, actor_kind, actor_id, facts,
       needs, operation, mail)
     select id, $1, person_id, event_id, kind, happened_at, subject_id, actor_kind, actor_id, facts,
       array(select jsonb_array_elements_text(needs)), operation, mail
     from jsonb_to_recordset($2::jsonb) as given (id text, person_id text, event_id text, kind text, happened_at timestamptz,
       subject_id text, actor_kind text, actor_id text, facts jsonb, needs jsonb, operation text, mail text)
     on conflict (person_id, event_id) do nothing returning id`,
    [studioId, JSON.stringify(rows)],
  )
  return new Set(written.map(({ id }) => id))
}

/** What was told of these subjects before these events counts as read. Answers whose. */
export async function settle(
  tx: Transaction,
  settled: readonly { kind: string; subject_id: string; event_id: string }[],
): Promise<string[]> {
  if (settled.length === 0) return []
  const rows = await tx.prepared<{ person_id: string }>(
    `update notification set read_at = now()
     from jsonb_to_recordset($1::jsonb) as given (kind text, subject_id text, event_id text)
     where notification.studio_id = current_studio() and notification.read_at is null and notification.kind = given.kind
       and notification.subject_id = given.subject_id and notification.event_id < given.event_id
     returning notification.person_id`,
    [JSON.stringify(settled)],
  )
  return rows.map(({ person_id: id }) => id)
}

export interface NotificationRow {
  id: Id<'notification'>
  kind: string
  happened_at: string
  subject_id: string | null
  actor_kind: FollowedEvent['actor_kind']
  actor_id: string
  facts: Facts
  read_at: string | null
}

/** What a person may read of their inbox in this transaction: under its coverage, holding these, doing those. */
export interface Opened {
  personId: Id<'person'>
  permissions: readonly string[]
  operations: readonly string[]
  isUnread: boolean
}

const IS_OPEN = `studio_id = current_studio() and person_id = $1 and needs <@ $2::text[]
  and (operation is null or operation = any ($3)) and ($4::boolean is false or read_at is null)
  and (subject_id is null or covers_subject(subject_id))`

const PAGE = `select id, kind, happened_at, subject_id, actor_kind, actor_id, facts, read_at from notification
  where ${IS_OPEN} and ($5::text is null or id < $5) order by id desc limit $6`

/** The newest first. */
export async function pageOfNotifications(
  tx: Transaction,
  { personId, permissions, operations, isUnread }: Opened,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<NotificationRow[]> {
  const values = [personId, permissions, operations, isUnread, after ?? null, limit]
  return tx.prepared<NotificationRow & Record<string, unknown>>(PAGE, values)
}

const IDS = `select id from notification where ${IS_OPEN} order by id desc limit $5`

/** Ids of what is open, at most `limit`, for counting what is open in one way or another. */
export async function idsOfOpen(
  tx: Transaction,
  { personId, permissions, operations, isUnread }: Opened,
  limit: number,
): Promise<string[]> {
  const values = [personId, permissions, operations, isUnread, limit]
  return (await tx.prepared<{ id: string }>(IDS, values)).map(({ id }) => id)
}

/** One's own: these, or all up to one. Answers how many changed. */
export async function setRead(
  tx: Transaction,
  given: { personId: Id<'person'>; isRead: boolean; ids?: readonly string[]; upTo?: string },
): Promise<number> {
  const { personId, isRead, ids, upTo } = given
  const rows = await tx.prepared<{ id: string }>(
    `update notification set read_at = case when $2 then now() end
     where studio_id = current_studio() and person_id = $1 and (read_at is null) = $2
       and ($3::text[] is null or id = any ($3)) and ($4::text is null or id <= $4) returning id`,
    [personId, isRead, ids ?? null, upTo ?? null],
  )
  return rows.length
}

/** The oldest first. Answers how many. */
export async function deleteOlderThan(tx: Transaction, days: number, limit: number): Promise<number> {
  const rows = await tx.prepared<{ id: string }>(
    `delete from notification where id in (select id from notification where studio_id = current_studio()
       and created_at < now() - $1 * interval '1 day' order by created_at limit $2) returning id`,
    [days, limit],
  )
  return rows.length
}

/** Runs that came to their end; what they mailed stands nowhere else. */
export async function deleteMailRunsBefore(tx: Transaction, days: number, limit: number): Promise<void> {
  await tx.prepared(
    `delete from run where id in (select id from run where studio_id = current_studio()
       and program = 'notifications.mail' and status in ('done', 'failed', 'cancelled')
       and ended_at < now() - $1 * interval '1 day' limit $2)`,
    [days, limit],
  )
}
