import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { periodOf, type Cadence } from '#kernel/periods.ts'
import type { CursorPart } from '#server/catalogue/listing.ts'
import { declareSorts, type Order } from '#server/catalogue/sorting.ts'
import { query, type Transaction } from '#server/database/database.ts'
import type { Classification } from './class-fields.ts'
import { classConditions, presentOf, thenOf, type ClassFilter } from './classified-queries.ts'
import type { KpiValue, Provenance } from './schema.ts'

export interface NewValue {
  id: Id<'kpi_value'>
  studio_id: Id<'studio'>
  business_id: Id<'business'>
  kpi_id: Id<'kpi'>
  cadence: Cadence
  measure: string
  starts_on: string
  /** Decimal text. */
  value: string
  provenance: Provenance
  source: string
  link: string | null
  note: string
  recorded_by_kind: string
  recorded_by: string
}

export interface ValueFilter extends ClassFilter {
  classification?: Classification | undefined
  ids?: readonly string[] | undefined
  businessId?: Id<'business'> | undefined
  kpiId?: Id<'kpi'> | undefined
  provenance?: Provenance | undefined
  /** First days of the first and the last period. */
  from?: string | undefined
  to?: string | undefined
  isInForce?: boolean | undefined
  runId?: Id<'run'> | undefined
  /** Undefined finds both. */
  isWithdrawn?: boolean | undefined
}

/** One statement for any number of values: they travel as JSON, and the decimals in it as text. */
export async function insertValues(tx: Transaction, rows: readonly NewValue[]): Promise<void> {
  await tx.prepared(
    `insert into kpi_value (id, studio_id, business_id, kpi_id, cadence, measure, starts_on, value, provenance, source, link,
       note, recorded_by_kind, recorded_by)
     select id, studio_id, business_id, kpi_id, cadence, measure, starts_on, value, provenance, source, link,
       note, recorded_by_kind, recorded_by
     from jsonb_to_recordset($1::jsonb) as given (id text, studio_id text, business_id text, kpi_id text, cadence text,
       measure text, starts_on date, value numeric, provenance text, source text, link text, note text,
       recorded_by_kind text, recorded_by text)`,
    [JSON.stringify(rows)],
  )
}

export async function archivedAmong(tx: Transaction, ids: readonly Id<'business'>[]): Promise<Set<string>> {
  const rows = await tx.prepared<{ id: string }>(
    'select id from business where id = any ($1) and archived_at is not null',
    [ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Those that stood and were withdrawn now, each with its business. */
export async function withdrawRows(
  tx: Transaction,
  given: { ids: readonly Id<'kpi_value'>[]; provenance: Provenance; by: string },
): Promise<Map<Id<'kpi_value'>, Id<'business'>>> {
  const rows = await tx.prepared<{ id: Id<'kpi_value'>; business_id: Id<'business'> }>(
    `update kpi_value set withdrawn_at = now(), withdrawn_by = $3
     where id = any ($1) and provenance = $2 and withdrawn_at is null returning id, business_id`,
    [given.ids, given.provenance, given.by],
  )
  return new Map(rows.map(({ id, business_id }) => [id, business_id]))
}

const NAME = { by: sql`business.name collate "und-x-icu"`, type: 'text' } as const
const PERIOD = { by: sql`kpi_value.starts_on::text`, type: 'text' } as const

export const VALUE_SORTS = declareSorts(
  {
    business: [NAME, PERIOD],
    period: [PERIOD, NAME],
    recorded: [
      { by: sql`(extract(epoch from kpi_value.recorded_at) * 1000000)::bigint`, type: 'bigint' } as const,
    ],
  },
  { id: sql`kpi_value.id`, byDefault: 'business' },
)

export async function pageOfValues(
  tx: Transaction,
  filter: ValueFilter,
  { order, cursor, limit }: { order: Order; cursor: string | undefined; limit: number },
): Promise<{ value: KpiValue; key: CursorPart[] }[]> {
  const after = order.after(cursor)
  const statement = values(filter)
    .select([...COLUMNS, order.key.as('key')])
    .orderBy(order.by)
    .limit(limit)
  const rows = await tx.rows(after ? statement.where(after) : statement)
  return rows.map(({ key, ...row }) => ({ value: valueOf(row), key }))
}

export async function countValues(tx: Transaction, filter: ValueFilter): Promise<number> {
  const row = await tx.find(values(filter).select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}

export async function valuesById(tx: Transaction, ids: readonly string[]): Promise<Map<string, KpiValue>> {
  const rows = await tx.rows(values({ ids }).select(COLUMNS))
  return new Map(rows.map((row) => [row.id, valueOf(row)]))
}

const COLUMNS = [
  sql<Id<'kpi_value'>>`kpi_value.id`.as('id'),
  sql<Id<'business'>>`business.id`.as('business_id'),
  sql<string>`business.name`.as('business_name'),
  sql<Id<'kpi'>>`kpi.id`.as('kpi_id'),
  sql<string>`kpi.name`.as('kpi_name'),
  sql<KpiValue['unit']>`kpi.unit`.as('unit'),
  sql<string | null>`kpi.currency`.as('currency'),
  sql<Cadence>`kpi_value.cadence`.as('cadence'),
  sql<string>`kpi_value.starts_on`.as('starts_on'),
  sql<string>`trim_scale(kpi_value.value)::text`.as('value'),
  sql<Provenance>`kpi_value.provenance`.as('provenance'),
  sql<string>`kpi_value.source`.as('source'),
  sql<string | null>`kpi_value.link`.as('link'),
  sql<string>`kpi_value.note`.as('note'),
  sql<KpiValue['recordedBy']['kind']>`kpi_value.recorded_by_kind`.as('recorded_by_kind'),
  sql<string>`kpi_value.recorded_by`.as('recorded_by'),
  sql<string | null>`coalesce(
    (select display_name from person where person.id = kpi_value.recorded_by),
    (select name from api_key where api_key.id = kpi_value.recorded_by))`.as('recorded_by_name'),
  sql<string>`kpi_value.recorded_at`.as('recorded_at'),
  sql<string | null>`kpi_value.withdrawn_at`.as('withdrawn_at'),
  sql<boolean>`exists (select from kpi_value_in_force as force where force.kpi_id = kpi_value.kpi_id
    and force.starts_on = kpi_value.starts_on and force.business_id = kpi_value.business_id
    and force.id = kpi_value.id)`.as('is_in_force'),
] as const

/** The last day of a value's period; of one that lasts, today. */
const PERIOD_DAY = sql`least((now() at time zone 'UTC')::date, (kpi_value.starts_on + case kpi_value.cadence
  when 'week' then interval '7 days' when 'month' then interval '1 month' else interval '3 months' end)::date - 1)`

function values(filter: ValueFilter) {
  const { ids, businessId, kpiId, provenance, from, to } = filter
  const { isInForce, isWithdrawn, runId } = filter
  const table = isInForce === true ? sql`kpi_value_in_force` : sql`kpi_value`
  let statement = query
    .selectFrom(table.as('kpi_value'))
    .innerJoin('business', (join) => join.on(sql<boolean>`business.id = kpi_value.business_id`))
    .innerJoin('kpi', (join) => join.on(sql<boolean>`kpi.id = kpi_value.kpi_id`))
  const conditions = []
  if (ids) conditions.push(sql<boolean>`kpi_value.id = any (${ids})`)
  if (businessId) conditions.push(sql<boolean>`kpi_value.business_id = ${businessId}`)
  // What is archived is in no list, but where it is asked for by its own id.
  else if (!ids) conditions.push(sql<boolean>`business.archived_at is null`)
  if (runId) {
    const recorded = sql`select subject_id from event where run_id = ${runId} and type = 'kpis.value-recorded'`
    conditions.push(sql<boolean>`kpi_value.id in (${recorded})`)
  }
  if (kpiId) conditions.push(sql<boolean>`kpi_value.kpi_id = ${kpiId}`)
  const isThen = filter.classification === 'then'
  conditions.push(...classConditions(filter, (one) => (isThen ? thenOf(one, PERIOD_DAY) : presentOf(one))))
  if (provenance) conditions.push(sql<boolean>`kpi_value.provenance = ${provenance}`)
  if (from) conditions.push(sql<boolean>`kpi_value.starts_on >= ${from}::date`)
  if (to) conditions.push(sql<boolean>`kpi_value.starts_on <= ${to}::date`)
  if (isWithdrawn !== undefined)
    conditions.push(sql<boolean>`(kpi_value.withdrawn_at is not null) = ${isWithdrawn}`)
  if (isInForce === false)
    conditions.push(
      sql<boolean>`not exists (select from kpi_value_in_force as force where force.kpi_id = kpi_value.kpi_id
        and force.starts_on = kpi_value.starts_on and force.business_id = kpi_value.business_id
        and force.id = kpi_value.id)`,
    )
  for (const condition of conditions) statement = statement.where(condition)
  return statement
}

interface ValueRow {
  id: Id<'kpi_value'>
  business_id: Id<'business'>
  business_name: string
  kpi_id: Id<'kpi'>
  kpi_name: string
  unit: KpiValue['unit']
  currency: string | null
  cadence: Cadence
  starts_on: string
  value: string
  provenance: Provenance
  source: string
  link: string | null
  note: string
  recorded_by_kind: KpiValue['recordedBy']['kind']
  recorded_by: string
  recorded_by_name: string | null
  recorded_at: string
  withdrawn_at: string | null
  is_in_force: boolean
}

function valueOf(row: ValueRow): KpiValue {
  const { id, value, unit, currency, provenance, source, link, note } = row
  return {
    id,
    business: { id: row.business_id, name: row.business_name },
    kpi: { id: row.kpi_id, name: row.kpi_name },
    period: periodOf(row.cadence, row.starts_on).name,
    value,
    unit,
    currency,
    provenance,
    source,
    link,
    note,
    recordedBy: { kind: row.recorded_by_kind, id: row.recorded_by, name: row.recorded_by_name },
    recordedAt: row.recorded_at,
    isInForce: row.is_in_force,
    withdrawnAt: row.withdrawn_at,
  }
}
