import { present } from '#kernel/assert.ts'
import type { Transaction } from '#server/database/database.ts'
import { Judgement, Stake } from './ownership-schema.ts'
import { percentOf } from './percent.ts'

export interface SpanFilter {
  ids?: string[] | undefined
  entityId?: string | undefined
  ownerId?: string | undefined
  on?: string | undefined
  withdrawn: boolean
}

export interface Page {
  after: string[] | undefined
  limit: number
}

/** Stakes and judgements are both spans of days between an owner and an entity: one filter, the newest first day first. */
export async function pageOfStakes(tx: Transaction, filter: SpanFilter, page: Page): Promise<Stake[]> {
  const rows = await tx.prepared<SpanRow & { voting: bigint; economic: bigint; evidence: string | null }>(
    `select ${NAMED}, voting_millionths as voting, economic_millionths as economic, evidence
     from stake span ${JOINED} ${PAGED}`,
    [...valuesOf(filter), page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
  )
  return rows.map((row) =>
    Stake.parse({
      ...spanOf(row),
      votingPercent: percentOf(row.voting),
      economicPercent: percentOf(row.economic),
      evidence: row.evidence,
    }),
  )
}

export async function pageOfJudgements(
  tx: Transaction,
  filter: SpanFilter,
  page: Page,
): Promise<Judgement[]> {
  const rows = await tx.prepared<SpanRow & { controls: boolean; reason: string }>(
    `select ${NAMED}, controls, reason from judgement span ${JOINED} ${PAGED}`,
    [...valuesOf(filter), page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
  )
  return rows.map((row) => Judgement.parse({ ...spanOf(row), controls: row.controls, reason: row.reason }))
}

export async function countSpans(
  tx: Transaction,
  table: 'stake' | 'judgement',
  filter: SpanFilter,
): Promise<number> {
  const counted = `select count(*)::int as total from ${table} span ${FILTERED}`
  const [row] = await tx.prepared<{ total: number }>(counted, valuesOf(filter))
  return row?.total ?? 0
}

export async function stakeById(tx: Transaction, id: string): Promise<Stake> {
  const [stake] = await bothPages((filter) => pageOfStakes(tx, filter, ONE), id)
  return present(stake, 'a stake that was just written')
}

export async function judgementById(tx: Transaction, id: string): Promise<Judgement> {
  const [judgement] = await bothPages((filter) => pageOfJudgements(tx, filter, ONE), id)
  return present(judgement, 'a judgement that was just written')
}

const ONE = { after: undefined, limit: 1 }

async function bothPages<T>(read: (filter: SpanFilter) => Promise<T[]>, id: string): Promise<T[]> {
  const [standing, withdrawn] = await Promise.all(
    [false, true].map((isWithdrawn) => read({ ids: [id], withdrawn: isWithdrawn })),
  )
  return [...(standing ?? []), ...(withdrawn ?? [])]
}

function valuesOf({ ids, entityId, ownerId, on, withdrawn }: SpanFilter): unknown[] {
  return [ids ?? null, entityId ?? null, ownerId ?? null, on ?? null, withdrawn]
}

const NAMED = `span.id, span.entity_id, entity.name as entity_name, span.owner_entity_id, span.owner_holder_id,
  coalesce(owner_entity.name, holder.name) as owner_name, span.from_on, span.until_on, span.recorded_at,
  span.withdrawn_at, span.withdrawn_reason`
const JOINED = `join entity on entity.id = span.entity_id
  left join entity owner_entity on owner_entity.id = span.owner_entity_id
  left join holder on holder.id = span.owner_holder_id`
const FILTERED = `where ($1::text[] is null or span.id = any ($1)) and ($2::text is null or span.entity_id = $2)
  and ($3::text is null or span.owner_id = $3)
  and ($4::date is null or $4 between span.from_on and coalesce(span.until_on, '2199-12-31'))
  and (span.withdrawn_at is not null) = $5`
const PAGED = `${FILTERED} and ($6::date is null or (span.from_on, span.id) < ($6, $7))
  order by span.from_on desc, span.id desc limit $8`

interface SpanRow {
  id: string
  entity_id: string
  entity_name: string
  owner_entity_id: string | null
  owner_holder_id: string | null
  owner_name: string
  from_on: string
  until_on: string | null
  recorded_at: string
  withdrawn_at: string | null
  withdrawn_reason: string | null
}

function spanOf(row: SpanRow) {
  return {
    id: row.id,
    entity: { id: row.entity_id, name: row.entity_name },
    owner: { entityId: row.owner_entity_id, holderId: row.owner_holder_id, name: row.owner_name },
    from: row.from_on,
    until: row.until_on,
    recordedAt: row.recorded_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
  }
}
