import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Mailing } from './notification-kind.ts'

/** Raises the revision of these people's inboxes: open screens read them anew. In id order, so that two do not lock crosswise. */
export async function raiseRevisions(
  tx: Transaction,
  studioId: Id<'studio'>,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return
  await tx.prepared(
    `insert into inbox (studio_id, person_id) select $1, person_id from unnest($2::text[]) as given (person_id)
     order by person_id on conflict (studio_id, person_id) do update set revision = inbox.revision + 1`,
    [studioId, [...new Set(personIds)].sort()],
  )
}

/** Of those who have one, by person. */
export async function findRevisions(
  tx: Transaction,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.prepared<{ person_id: string; revision: number }>(
    'select person_id, revision from inbox where person_id = any ($1) and studio_id = current_studio()',
    [personIds],
  )
  return new Map(rows.map(({ person_id: id, revision }) => [id, revision]))
}

export interface ChoiceRow {
  person_id: string
  kind: string
  mail: Mailing
  is_sent: boolean
}

export async function findChoices(tx: Transaction, personIds: readonly string[]): Promise<ChoiceRow[]> {
  return tx.prepared<ChoiceRow & Record<string, unknown>>(
    `select person_id, kind, mail, is_sent from notification_choice
     where person_id = any ($1) and studio_id = current_studio()`,
    [personIds],
  )
}

export async function setChoices(
  tx: Transaction,
  { studioId, personId }: { studioId: Id<'studio'>; personId: Id<'person'> },
  choices: readonly { kind: string; mail: Mailing; isSent: boolean }[],
): Promise<void> {
  await tx.prepared(
    `insert into notification_choice (studio_id, person_id, kind, mail, is_sent)
     select $1, $2, kind, mail, "isSent" from jsonb_to_recordset($3::jsonb) as given (kind text, mail text, "isSent" boolean)
     on conflict (studio_id, person_id, kind) do update set mail = excluded.mail, is_sent = excluded.is_sent`,
    [studioId, personId, JSON.stringify(choices)],
  )
}

export interface InboxRow {
  digest_hour: number
  endpoint_id: Id<'webhook_endpoint'> | null
}

export const DIGEST_HOUR = 8

export async function findInbox(tx: Transaction, personId: Id<'person'>): Promise<InboxRow> {
  const [row] = await tx.prepared<InboxRow & Record<string, unknown>>(
    'select digest_hour, endpoint_id from inbox where person_id = $1 and studio_id = current_studio()',
    [personId],
  )
  return row ?? { digest_hour: DIGEST_HOUR, endpoint_id: null }
}

export async function setInbox(
  tx: Transaction,
  { studioId, personId }: { studioId: Id<'studio'>; personId: Id<'person'> },
  { digest_hour: hour, endpoint_id: endpointId }: InboxRow,
): Promise<void> {
  await tx.prepared(
    `insert into inbox (studio_id, person_id, digest_hour, endpoint_id) values ($1, $2, $3, $4)
     on conflict (studio_id, person_id) do update set digest_hour = $3, endpoint_id = $4`,
    [studioId, personId, hour, endpointId],
  )
}

/** Endpoints of these people that take messages now, by person. */
export async function findOpenEndpoints(
  tx: Transaction,
  personIds: readonly string[],
): Promise<Map<string, Id<'webhook_endpoint'>>> {
  const rows = await tx.prepared<{ person_id: string; id: Id<'webhook_endpoint'> }>(
    `select inbox.person_id, endpoint.id from inbox join webhook_endpoint as endpoint on endpoint.id = inbox.endpoint_id
     where inbox.person_id = any ($1) and inbox.studio_id = current_studio()
       and endpoint.disabled_why is null and endpoint.archived_at is null`,
    [personIds],
  )
  return new Map(rows.map(({ person_id: personId, id }) => [personId, id]))
}
