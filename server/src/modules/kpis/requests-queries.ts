import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { periodOf, type Cadence } from '#kernel/periods.ts'
import { query, type Transaction } from '#server/database/database.ts'
import type { RequestStatus, ValueRequest } from './request-schema.ts'

/** Who is to be asked for what. */
export interface DueAsk {
  business_id: Id<'business'>
  kpi_id: Id<'kpi'>
  cadence: Cadence
  starts_on: string
  person_id: Id<'person'>
}

/** The owner of the business, or else of the KPI; of both only who belongs to the studio now. */
const OWNER = `coalesce(
  (select person_id from membership where person_id = business.owner_id and studio_id = business.studio_id and ended_at is null),
  (select person_id from membership where person_id = kpi.owner_id and studio_id = kpi.studio_id and ended_at is null))`
const HAS_VALUE = `exists (select from kpi_value where kpi_value.studio_id = business.studio_id
  and kpi_value.business_id = business.id and kpi_value.kpi_id = kpi.id and kpi_value.withdrawn_at is null
  and kpi_value.starts_on`

/**
 * What had values before and has none for the period that ended, and was not asked for yet; by person. What never had one is
 * asked for by hand: nobody is to be asked for the churn of an idea.
 */
export async function dueAsks(
  tx: Transaction,
  ended: readonly { kpi_id: Id<'kpi'>; starts_on: string }[],
  limit: number,
): Promise<DueAsk[]> {
  return tx.prepared<DueAsk & { starts_on: string }>(
    `select business.id as business_id, kpi.id as kpi_id, kpi.cadence, ended.starts_on::text as starts_on, owner.person_id
     from jsonb_to_recordset($1::jsonb) as ended (kpi_id text, starts_on date)
     join kpi on kpi.id = ended.kpi_id
     cross join business
     cross join lateral (select ${OWNER} as person_id) as owner
     where business.archived_at is null and owner.person_id is not null
       and ${HAS_VALUE} < ended.starts_on) and not ${HAS_VALUE} >= ended.starts_on)
       and not (kpi.posted_from is not null and exists (select from kpi_value where kpi_value.studio_id = business.studio_id
         and kpi_value.business_id = business.id and kpi_value.kpi_id = kpi.id and kpi_value.provenance = 'posted'))
       and not exists (select from kpi_request_line as line where line.studio_id = business.studio_id
         and line.business_id = business.id and line.kpi_id = kpi.id and line.starts_on = ended.starts_on)
     order by owner.person_id, kpi.id, business.id limit $2`,
    [JSON.stringify(ended), limit],
  )
}

/** Of these businesses, whom to ask for the KPI; without a person where nobody owns it, and known where it has a value. */
export async function ownersFor(
  tx: Transaction,
  given: { kpiId: Id<'kpi'>; startsOn: string; businessIds: readonly Id<'business'>[] },
): Promise<
  { business_id: Id<'business'>; person_id: Id<'person'> | null; is_known: boolean; is_archived: boolean }[]
> {
  return tx.prepared(
    `select business.id as business_id, ${OWNER} as person_id, ${HAS_VALUE} = $2::date) as is_known,
       business.archived_at is not null as is_archived
     from business join kpi on kpi.id = $1 where business.id = any ($3) order by business.id`,
    [given.kpiId, given.startsOn, given.businessIds],
  )
}

export async function insertRequest(
  tx: Transaction,
  request: {
    id: Id<'kpi_request'>
    studio_id: Id<'studio'>
    person_id: Id<'person'>
    token_hash: string
    asked_by_kind: 'person' | 'api-key' | 'machine' | 'run' | 'system'
    asked_by: string
    expires_at: string
  },
  asks: readonly DueAsk[],
): Promise<void> {
  await tx.rows(query.insertInto('kpi_request').values(request))
  await tx.prepared(
    `insert into kpi_request_line (studio_id, request_id, business_id, kpi_id, cadence, starts_on)
     select $1, $2, business_id, kpi_id, cadence, starts_on
     from jsonb_to_recordset($3::jsonb) as given (business_id text, kpi_id text, cadence text, starts_on date)`,
    [request.studio_id, request.id, JSON.stringify(asks)],
  )
}

/** Locked, so that it is answered once. Visible to the transaction that presented the hash of its token. */
export async function lockRequest(tx: Transaction, tokenHash: string) {
  return tx.find(
    query
      .selectFrom('kpi_request')
      .select([
        'id',
        'studio_id',
        'person_id',
        'expires_at',
        'opened_at',
        'answered_at',
        sql<boolean>`expires_at <= now()`.as('is_expired'),
      ])
      .where('token_hash', '=', tokenHash)
      .forUpdate(),
  )
}

/** What is due is found and asked for by one at a time: two that found it together asked for it twice (requests.test.ts). */
export async function lockAsking(tx: Transaction): Promise<void> {
  await tx.prepared(
    `select pg_advisory_xact_lock(hashtextextended('kpis.ask-owners ' || current_studio(), 0))`,
    [],
  )
}

export async function findOpenRequest(tx: Transaction, id: Id<'kpi_request'>) {
  return tx.find(
    query
      .selectFrom('kpi_request')
      .select(['person_id', 'expires_at'])
      .where('id', '=', id)
      .where('answered_at', 'is', null)
      .where('expires_at', '>', sql<string>`now()`),
  )
}

export async function setOpened(tx: Transaction, id: Id<'kpi_request'>): Promise<void> {
  await tx.rows(
    query
      .updateTable('kpi_request')
      .set({ opened_at: sql`coalesce(opened_at, now())` })
      .where('id', '=', id),
  )
}

/** Which value answers which line, and that it was answered. */
export async function setAnswered(
  tx: Transaction,
  id: Id<'kpi_request'>,
  answers: readonly { businessId: string; kpiId: string; startsOn: string; valueId: string }[],
): Promise<void> {
  await tx.prepared(
    `update kpi_request_line as line set value_id = given."valueId"
     from jsonb_to_recordset($2::jsonb) as given ("businessId" text, "kpiId" text, "startsOn" date, "valueId" text)
     where line.request_id = $1 and line.business_id = given."businessId" and line.kpi_id = given."kpiId"
       and line.starts_on = given."startsOn"`,
    [id, JSON.stringify(answers)],
  )
  await tx.rows(
    query
      .updateTable('kpi_request')
      .set({ answered_at: sql`now()` })
      .where('id', '=', id),
  )
}

export interface AskRow {
  request_id: Id<'kpi_request'>
  business_id: Id<'business'>
  business_name: string
  kpi_id: Id<'kpi'>
  kpi_name: string
  period: string
  starts_on: string
  is_answered: boolean
}

/** The lines of these requests that the transaction covers, by KPI and business. */
export async function asksOf(tx: Transaction, ids: readonly Id<'kpi_request'>[]): Promise<AskRow[]> {
  const rows = await tx.prepared<Omit<AskRow, 'period'> & { cadence: Cadence }>(
    `select line.request_id, business.id as business_id, business.name as business_name, kpi.id as kpi_id,
       kpi.name as kpi_name, line.cadence, line.starts_on::text as starts_on, line.value_id is not null as is_answered
     from kpi_request_line as line join business on business.id = line.business_id join kpi on kpi.id = line.kpi_id
     where line.request_id = any ($1)
     order by kpi.name collate "und-x-icu", kpi.id, line.starts_on, business.name collate "und-x-icu", business.id`,
    [ids],
  )
  return rows.map(({ cadence, ...row }) =>
    Object.assign(row, { period: periodOf(cadence, row.starts_on).name }),
  )
}

export interface RequestFilter {
  status?: RequestStatus | undefined
  kpiId?: Id<'kpi'> | undefined
}

const STATUS = sql<RequestStatus>`case when kpi_request.answered_at is not null then 'answered'
  when kpi_request.expires_at <= now() then 'expired' else 'open' end`

/** The latest first. */
export async function pageOfRequests(
  tx: Transaction,
  filter: RequestFilter,
  { after, limit }: { after: readonly string[] | undefined; limit: number },
): Promise<Omit<ValueRequest, 'asks'>[]> {
  let statement = requests(filter)
    .innerJoin('person', 'person.id', 'kpi_request.person_id')
    .select([
      'kpi_request.id',
      'person.id as person_id',
      'person.display_name',
      STATUS.as('status'),
      'kpi_request.created_at',
      'kpi_request.expires_at',
      'kpi_request.opened_at',
      'kpi_request.answered_at',
    ])
    .orderBy('kpi_request.id', 'desc')
    .limit(limit)
  if (after) statement = statement.where(sql<boolean>`kpi_request.id < ${after[0]}`)
  const rows = await tx.rows(statement)
  return rows.map((row) => ({
    id: row.id,
    person: { id: row.person_id, name: row.display_name },
    status: row.status,
    askedAt: row.created_at,
    expiresAt: row.expires_at,
    openedAt: row.opened_at,
    answeredAt: row.answered_at,
  }))
}

export async function countRequests(tx: Transaction, filter: RequestFilter): Promise<number> {
  const row = await tx.find(requests(filter).select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}

function requests({ status, kpiId }: RequestFilter) {
  let statement = query.selectFrom('kpi_request')
  if (status) statement = statement.where(sql<boolean>`${STATUS} = ${status}`)
  if (kpiId)
    statement = statement.where(
      sql<boolean>`exists (select from kpi_request_line as line where line.request_id = kpi_request.id and line.kpi_id = ${kpiId})`,
    )
  return statement
}

/** Of each request the first business that it asks about, and until when it is open. */
export async function firstAsks(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, { business_id: string; expires_at: string }>> {
  const rows = await tx.prepared<{ id: string; business_id: string; expires_at: string }>(
    `select distinct on (request.id) request.id, line.business_id, request.expires_at
     from kpi_request as request join kpi_request_line as line on line.request_id = request.id
     where request.studio_id = current_studio() and request.id = any ($1) order by request.id, line.business_id`,
    [[...new Set(ids)]],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
