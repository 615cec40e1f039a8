import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { Cadence } from '#kernel/periods.ts'
import { query, type Transaction } from '#server/database/database.ts'
import type { Kpi, Unit } from './schema.ts'

interface KpiRow {
  id: Id<'kpi'>
  name: string
  description: string
  unit: Unit
  currency: string | null
  better: 'up' | 'down'
  cadence: Cadence
  adds_up: 'sum' | 'last' | 'average'
  owner_id: Id<'person'> | null
  is_headline: boolean
  is_valuation: boolean
  posted_from: Kpi['postedFrom']
  tolerance_percent: string
  grace_days: number
  revision: number
  created_at: string
  archived_at: string | null
  owner_name: string | null
}

export interface KpiFilter {
  ids?: readonly string[] | undefined
  isHeadline?: boolean | undefined
  isValuation?: boolean | undefined
  isArchived?: boolean | undefined
}

const COLUMNS = `kpi.id, kpi.name, kpi.description, kpi.unit, kpi.currency, kpi.better, kpi.cadence, kpi.adds_up, kpi.owner_id,
  kpi.is_headline, kpi.is_valuation, kpi.posted_from, kpi.tolerance_percent, kpi.grace_days, kpi.revision, kpi.created_at, kpi.archived_at,
  (select display_name from person where person.id = kpi.owner_id) as owner_name`

export async function insertKpi(
  tx: Transaction,
  studioId: Id<'studio'>,
  kpi: Pick<Kpi, Changeable | 'id'>,
): Promise<void> {
  await tx.prepared(
    `insert into kpi (id, studio_id, name, description, unit, currency, better, cadence, adds_up, owner_id, is_headline,
       is_valuation, tolerance_percent, grace_days, posted_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [kpi.id, studioId, ...columnsOf(kpi)],
  )
}

export type Changeable =
  | 'name'
  | 'description'
  | 'unit'
  | 'currency'
  | 'better'
  | 'cadence'
  | 'addsUp'
  | 'ownerId'
  | 'isHeadline'
  | 'isValuation'
  | 'postedFrom'
  | 'tolerancePercent'
  | 'graceDays'

export async function updateKpiRow(tx: Transaction, kpi: Pick<Kpi, Changeable | 'id'>): Promise<void> {
  await tx.prepared(
    `update kpi set name = $2, description = $3, unit = $4, currency = $5, better = $6, cadence = $7, adds_up = $8,
       owner_id = $9, is_headline = $10, is_valuation = $11, tolerance_percent = $12, grace_days = $13,
       posted_from = $14, posted_until = case when posted_from is not distinct from $14 then posted_until end, revision = revision + 1 where id = $1`,
    [kpi.id, ...columnsOf(kpi)],
  )
}

function columnsOf(kpi: Pick<Kpi, Changeable>): unknown[] {
  const { name, description, unit, currency, better, cadence, addsUp, ownerId } = kpi
  const { isHeadline, isValuation, tolerancePercent, graceDays, postedFrom } = kpi
  return [
    name,
    description,
    unit,
    currency,
    better,
    cadence,
    addsUp,
    ownerId,
    isHeadline,
    isValuation,
    tolerancePercent,
    graceDays,
    postedFrom,
  ]
}

export async function setKpiArchived(tx: Transaction, id: Id<'kpi'>, isArchived: boolean): Promise<void> {
  await tx.prepared(
    'update kpi set archived_at = case when $2 then now() end, revision = revision + 1 where id = $1',
    [id, isArchived],
  )
}

export async function findKpi(tx: Transaction, id: Id<'kpi'>): Promise<Kpi | undefined> {
  return (await kpisById(tx, [id])).get(id)
}

/** Locked until the end of the transaction, so that two changes follow each other. */
export async function findKpiForChange(tx: Transaction, id: Id<'kpi'>): Promise<Kpi | undefined> {
  const [row] = await tx.prepared<KpiRow>(`select ${COLUMNS} from kpi where id = $1 for update`, [id])
  return row && kpiOf(row)
}

export async function kpisById(tx: Transaction, ids: readonly Id<'kpi'>[]): Promise<Map<Id<'kpi'>, Kpi>> {
  const rows = await tx.prepared<KpiRow>(`select ${COLUMNS} from kpi where id = any ($1)`, [ids])
  return new Map(rows.map((row) => [row.id, kpiOf(row)]))
}

/** Of those at work, who already has the name or is the headline; the KPI itself is left out. */
export async function rivalsOf(
  tx: Transaction,
  kpi: { id: Id<'kpi'>; name: string; isHeadline: boolean; isValuation: boolean },
): Promise<{ name: string; isHeadline: boolean; isValuation: boolean }[]> {
  const rows = await tx.prepared<{ name: string; is_headline: boolean; is_valuation: boolean }>(
    `select name, is_headline, is_valuation from kpi where archived_at is null and id <> $1
       and (lower(name) = lower($2) or ($3 and is_headline) or ($4 and is_valuation)) order by name`,
    [kpi.id, kpi.name, kpi.isHeadline, kpi.isValuation],
  )
  return rows.map((row) => ({ name: row.name, isHeadline: row.is_headline, isValuation: row.is_valuation }))
}

export async function isMember(tx: Transaction, personId: Id<'person'>): Promise<boolean> {
  const rows = await tx.prepared('select from membership where person_id = $1 and ended_at is null', [
    personId,
  ])
  return rows.length > 0
}

export async function hasAnyValue(tx: Transaction, id: Id<'kpi'>): Promise<boolean> {
  const rows = await tx.prepared('select from kpi_value where kpi_id = $1 limit 1', [id])
  return rows.length > 0
}

export async function pageOfKpis(
  tx: Transaction,
  filter: KpiFilter & { after: readonly string[] | undefined; limit: number },
): Promise<Kpi[]> {
  const { after, limit } = filter
  let statement = query
    .selectFrom('kpi')
    .select('kpi.id')
    .where(narrowed(filter))
    .orderBy(sql`name collate "und-x-icu"`)
    .orderBy('id')
    .limit(limit)
  if (after)
    statement = statement.where(sql<boolean>`(name collate "und-x-icu", id) > (${after[0]}, ${after[1]})`)
  const ids = (await tx.rows(statement)).map(({ id }) => id)
  const rows = await tx.prepared<KpiRow>(
    `select ${COLUMNS} from kpi where id = any ($1) order by name collate "und-x-icu", id`,
    [ids],
  )
  return rows.map(kpiOf)
}

export async function countKpis(tx: Transaction, filter: KpiFilter): Promise<number> {
  const row = await tx.find(
    query
      .selectFrom('kpi')
      .select(sql<number>`count(*)::int`.as('total'))
      .where(narrowed(filter)),
  )
  return row?.total ?? 0
}

function narrowed({ ids, isHeadline, isValuation, isArchived }: KpiFilter) {
  return sql<boolean>`(${ids ? sql`kpi.id = any (${ids})` : sql`true`}
    and ${isHeadline === undefined ? sql`true` : sql`kpi.is_headline = ${isHeadline}`}
    and ${isValuation === undefined ? sql`true` : sql`kpi.is_valuation = ${isValuation}`}
    and ${isArchived === undefined ? sql`true` : sql`(kpi.archived_at is not null) = ${isArchived}`})`
}

function kpiOf(row: KpiRow): Kpi {
  const { id, name, description, unit, currency, better, cadence, revision } = row
  return {
    id,
    name,
    description,
    unit,
    currency,
    better,
    cadence,
    addsUp: row.adds_up,
    ownerId: row.owner_id,
    isHeadline: row.is_headline,
    isValuation: row.is_valuation,
    postedFrom: row.posted_from,
    tolerancePercent: Number(row.tolerance_percent),
    graceDays: row.grace_days,
    ownerName: row.owner_name,
    revision,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
  }
}
