import { idFrom, type Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { DatedEdge, DatedStake } from './dated-graph.ts'
import { millionthsOf } from './percent.ts'
import type { Owner } from './owner.ts'

export interface NewStake {
  id: Id<'stake'>
  studioId: Id<'studio'>
  entityId: Id<'entity'>
  owner: Owner
  votingPercent: string
  economicPercent: string
  from: string
  until: string | null
  evidence: string | null
}

export async function insertStake(tx: Transaction, stake: NewStake): Promise<void> {
  const { owner } = stake
  await tx.prepared(
    `insert into stake (id, studio_id, entity_id, owner_entity_id, owner_holder_id, voting_millionths,
       economic_millionths, from_on, until_on, evidence) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      stake.id,
      stake.studioId,
      stake.entityId,
      owner.entityId,
      owner.holderId,
      String(millionthsOf(stake.votingPercent)),
      String(millionthsOf(stake.economicPercent)),
      stake.from,
      stake.until,
      stake.evidence,
    ],
  )
}

export async function setStakeEnd(tx: Transaction, id: Id<'stake'>, until: string | null): Promise<void> {
  await tx.prepared('update stake set until_on = $2 where id = $1', [id, until])
}

export async function setWithdrawn(
  tx: Transaction,
  table: 'stake' | 'judgement',
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  await tx.prepared(`update ${table} set withdrawn_at = now(), withdrawn_reason = $2 where id = $1`, [
    id,
    reason,
  ])
}

export interface NewJudgement {
  id: Id<'judgement'>
  studioId: Id<'studio'>
  entityId: Id<'entity'>
  owner: Owner
  controls: boolean
  from: string
  until: string | null
  reason: string
}

export async function insertJudgement(tx: Transaction, judgement: NewJudgement): Promise<void> {
  const { id, studioId, entityId, owner, controls, from, until, reason } = judgement
  await tx.prepared(
    `insert into judgement (id, studio_id, entity_id, owner_entity_id, owner_holder_id, controls, from_on, until_on,
       reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, studioId, entityId, owner.entityId, owner.holderId, controls, from, until, reason],
  )
}

export interface JudgedSpan extends DatedEdge {
  id: string
  controls: boolean
}

export interface OwnershipRows {
  /** Entities and holders by id. */
  nodes: Map<string, { name: string; kind: 'entity' | 'person' | 'investor' }>
  stakes: DatedStake[]
  judgements: JudgedSpan[]
}

/** All of a studio's ownership that was not withdrawn, of every day, in one statement: as it is recorded now, or as it was at an instant. */
export async function readOwnership(tx: Transaction, recordedAt?: string): Promise<OwnershipRows> {
  const rows =
    recordedAt === undefined
      ? await tx.prepared<OwnershipRow>(OWNERSHIP, [])
      : await tx.prepared<OwnershipRow>(OWNERSHIP_THEN, [recordedAt])
  const all: OwnershipRows = { nodes: new Map(), stakes: [], judgements: [] }
  for (const row of rows) {
    const { what, id, entity_id: entityId, owner_id: ownerId, from_on: from, until_on: until } = row
    if (what === 'stake')
      all.stakes.push({ id, entityId, ownerId, voting: row.voting, economic: row.economic, from, until })
    else if (what === 'judgement')
      all.judgements.push({ id, entityId, ownerId, controls: row.controls, from, until })
    else all.nodes.set(id, { name: row.name, kind: what })
  }
  return all
}

interface OwnershipRow {
  what: 'entity' | 'person' | 'investor' | 'stake' | 'judgement'
  id: string
  name: string
  entity_id: string
  owner_id: string
  voting: bigint
  economic: bigint
  controls: boolean
  from_on: string
  until_on: string | null
}

const ownershipIn = (stake: string, judgement: string) => `
  select 'stake' as what, id::text, null as name, entity_id::text, owner_id, voting_millionths as voting,
    economic_millionths as economic, null::boolean as controls, from_on, until_on from ${stake}
  union all
  select 'judgement', id, null, entity_id, owner_id, null, null, controls, from_on, until_on from ${judgement}
  union all select 'entity', id, name, null, null, null, null, null, null, null from entity
  union all select kind, id, name, null, null, null, null, null, null, null from holder
  order by id`

const OWNERSHIP = ownershipIn('stake where withdrawn_at is null', 'judgement where withdrawn_at is null')

/** To the millisecond, as instants are told. */
const CHANGED = `(entity_id = any ($2) or owner_id = any ($2)) and
  (date_trunc('milliseconds', recorded_at) > $1::timestamptz or date_trunc('milliseconds', withdrawn_at) > $1::timestamptz)`
const STOOD = `date_trunc('milliseconds', recorded_at) <= $1::timestamptz
  and (withdrawn_at is null or date_trunc('milliseconds', withdrawn_at) > $1::timestamptz)`

/** Of a last day that was replaced later, the one that stood then. */
const OWNERSHIP_THEN = ownershipIn(
  `(select stake.id, entity_id, owner_id, voting_millionths, economic_millionths, from_on,
      case when earlier.stake_id is null then stake.until_on else earlier.until_on end as until_on
    from stake left join (select distinct on (stake_id) stake_id, until_on from stake_end_before
      where replaced_at > $1::timestamptz order by stake_id, replaced_at) as earlier on earlier.stake_id = stake.id
    where ${STOOD}) as stood`,
  `judgement where ${STOOD}`,
)

/** Whether anything that these entities own, or by which they are owned, was recorded, ended or withdrawn after an instant. */
export async function isOwnershipChangedSince(
  tx: Transaction,
  { entityIds, recordedAt }: { entityIds: readonly string[]; recordedAt: string },
): Promise<boolean> {
  const [row] = await tx.prepared<{ changed: boolean }>(
    `select exists (select from stake where ${CHANGED}) or exists (select from judgement where ${CHANGED})
       or exists (select from stake_end_before as earlier join stake on stake.id = earlier.stake_id
         where (entity_id = any ($2) or owner_id = any ($2)) and replaced_at > $1::timestamptz) as changed`,
    [recordedAt, entityIds],
  )
  return row?.changed ?? false
}

export interface StoredSpan {
  id: string
  entityId: Id<'entity'>
  owner: Owner
  from: string
  until: string | null
  isWithdrawn: boolean
}

export async function findSpan(
  tx: Transaction,
  table: 'stake' | 'judgement',
  id: string,
): Promise<StoredSpan | undefined> {
  const [row] = await tx.prepared<SpanRow>(
    `select id, entity_id, owner_entity_id, owner_holder_id, from_on, until_on, withdrawn_at is not null as is_withdrawn
     from ${table} where id = $1`,
    [id],
  )
  return (
    row && {
      id: row.id,
      entityId: idFrom('entity', row.entity_id),
      owner: {
        entityId: row.owner_entity_id === null ? null : idFrom('entity', row.owner_entity_id),
        holderId: row.owner_holder_id === null ? null : idFrom('holder', row.owner_holder_id),
      },
      from: row.from_on,
      until: row.until_on,
      isWithdrawn: row.is_withdrawn,
    }
  )
}

interface SpanRow {
  id: string
  entity_id: string
  owner_entity_id: string | null
  owner_holder_id: string | null
  from_on: string
  until_on: string | null
  is_withdrawn: boolean
}
