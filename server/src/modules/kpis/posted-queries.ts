import type { Id } from '#kernel/ids.ts'
import type { Cadence } from '#kernel/periods.ts'
import type { Transaction } from '#server/database/database.ts'

export interface PostedKpi {
  id: Id<'kpi'>
  cadence: Cadence
  currency: string
  postedFrom: 'revenue' | 'gross-profit' | 'contribution' | 'net-result' | 'cost'
  /** Everything recorded until then is in its values. */
  postedUntil: string | null
}

export interface PostedValue {
  businessId: Id<'business'>
  /** The first day of its period. */
  startsOn: string
  /** Decimal text in the KPI's currency. */
  value: string
}

const COLUMNS = `id, cadence, currency, posted_from as "postedFrom", posted_until as "postedUntil"`

/** Those whose values come from the books. */
export async function postedKpis(tx: Transaction): Promise<PostedKpi[]> {
  return tx.prepared<PostedKpi & Record<string, unknown>>(
    `select ${COLUMNS} from kpi where posted_from is not null and archived_at is null order by id`,
    [],
  )
}

/** As it is now, locked: two who post its values follow each other. Undefined where they come from books no more. */
export async function lockPostedKpi(tx: Transaction, kpiId: Id<'kpi'>): Promise<PostedKpi | undefined> {
  const [row] = await tx.prepared<PostedKpi & Record<string, unknown>>(
    `select ${COLUMNS} from kpi where id = $1 and posted_from is not null for update`,
    [kpiId],
  )
  return row
}

export async function setPostedUntil(tx: Transaction, kpiId: Id<'kpi'>, until: string): Promise<void> {
  await tx.prepared('update kpi set posted_until = $2 where id = $1', [kpiId, until])
}

/** What was posted last for each, by business and first day. */
export async function postedInForce(
  tx: Transaction,
  kpiId: Id<'kpi'>,
  asked: readonly Pick<PostedValue, 'businessId' | 'startsOn'>[],
): Promise<Map<string, string>> {
  const rows = await tx.prepared<{ businessId: string; startsOn: string; value: string }>(
    `select distinct on (business_id, starts_on) business_id as "businessId", starts_on::text as "startsOn",
       trim_scale(value)::text as value
     from kpi_value join unnest($2::text[], $3::date[]) as asked (business_id, starts_on) using (business_id, starts_on)
     where kpi_id = $1 and provenance = 'posted' and withdrawn_at is null
     order by business_id, starts_on, recorded_at desc, id desc`,
    [kpiId, asked.map(({ businessId }) => businessId), asked.map(({ startsOn }) => startsOn)],
  )
  return new Map(rows.map(({ businessId, startsOn, value }) => [`${businessId} ${startsOn}`, value]))
}
