import type { LineKind } from '#kernel/consolidation-kinds.ts'
import { z } from 'zod'
import type { CaptionName } from '#kernel/captions.ts'
import { idFrom, type Id } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import type { Actor } from '#server/catalogue/access.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Consolidated } from './consolidated-lines.ts'
import { NoteCode, type Noted } from './note-sentences.ts'
import type { ConsolidationSummary } from './schema.ts'

export interface NewConsolidation {
  id: Id<'consolidation'>
  studioId: Id<'studio'>
  rootEntityId: Id<'entity'>
  from: string
  to: string
  knownAt: string
  currency: string
  entityCount: number
  made: Consolidated
  ownership: object
  notes: readonly Noted[]
  reckoning: number
  digest: Buffer
  actorKind: string
  actorId: string
}

export async function insertConsolidation(tx: Transaction, one: NewConsolidation): Promise<void> {
  const { made } = one
  const { lines } = made
  await Promise.all([
    tx.prepared(
      `insert into consolidation (id, studio_id, root_entity_id, from_on, to_on, known_at, currency, entity_count, result_minor,
         result_nci_minor, difference_minor, rates, ownership, proofs, notes, reckoning, digest, actor_kind, actor_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [
        one.id,
        one.studioId,
        one.rootEntityId,
        one.from,
        one.to,
        one.knownAt,
        one.currency,
        one.entityCount,
        made.resultMinor,
        made.resultNciMinor,
        made.differenceMinor,
        JSON.stringify(made.rates),
        JSON.stringify(one.ownership),
        jsonOf(made.proofs),
        jsonOf(one.notes),
        one.reckoning,
        one.digest,
        one.actorKind,
        one.actorId,
      ],
    ),
    tx.prepared(
      `insert into consolidation_line (consolidation_id, position, studio_id, caption, kind, entity_id, account_id,
         partner_entity_id, closing_minor, period_minor, flow_minor, direct_minor)
       select $1, position, $2, caption, kind, entity_id, account_id, partner_id, closing_minor, period_minor, flow_minor, direct_minor
       from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int8[], $9::int8[], $10::int8[], $11::int8[])
         with ordinality
         as given (caption, kind, entity_id, account_id, partner_id, closing_minor, period_minor, flow_minor, direct_minor, position)`,
      [
        one.id,
        one.studioId,
        lines.map(({ caption }) => caption),
        lines.map(({ kind }) => kind),
        lines.map(({ entityId }) => entityId),
        lines.map(({ accountId }) => accountId),
        lines.map(({ partnerId }) => partnerId),
        lines.map(({ closingMinor }) => closingMinor),
        lines.map(({ periodMinor }) => periodMinor),
        lines.map(({ flowMinor }) => flowMinor),
        lines.map(({ directMinor }) => directMinor),
      ],
    ),
  ])
}

/** Amounts as texts: JSON has no numbers that are exact. */
function jsonOf(value: object): string {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? one.toString() : one))
}

const SUMMARY = `select one.id, root_entity_id, entity.name, from_on, to_on, known_at, currency, entity_count, result_minor,
  result_nci_minor, difference_minor, reckoning, encode(digest, 'hex') as digest, made_at, actor_kind, actor_id,
  coalesce((select display_name from person where person.id = actor_id),
    (select name from api_key where api_key.id = actor_id)) as actor_name
  from consolidation as one join entity on entity.id = one.root_entity_id`

export async function findConsolidation(
  tx: Transaction,
  id: Id<'consolidation'>,
): Promise<ConsolidationSummary | undefined> {
  const [row] = await tx.prepared<SummaryRow>(`${SUMMARY} where one.id = $1`, [id])
  return row && summaryOf(row)
}

export async function pageOfConsolidations(
  tx: Transaction,
  rootEntityId: string | undefined,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<ConsolidationSummary[]> {
  const rows = await tx.prepared<SummaryRow>(
    `${SUMMARY} where ($1::text is null or root_entity_id = $1)
       and ($2::date is null or (to_on, one.id) < ($2::date, $3::text)) order by to_on desc, one.id desc limit $4`,
    [rootEntityId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  )
  return rows.map(summaryOf)
}

/** The last one before of the same root and currency: what it is set beside where nobody says with which. */
export async function findConsolidationBefore(
  tx: Transaction,
  { root, currency, to }: Pick<ConsolidationSummary, 'root' | 'currency' | 'to'>,
): Promise<Id<'consolidation'> | null> {
  const [row] = await tx.prepared<{ id: Id<'consolidation'> }>(
    `select id from consolidation where root_entity_id = $1 and currency = $2 and to_on < $3::date
     order by to_on desc, id desc limit 1`,
    [root.id, currency, to],
  )
  return row?.id ?? null
}

export async function countConsolidations(
  tx: Transaction,
  rootEntityId: string | undefined,
): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    'select count(*)::int as total from consolidation where ($1::text is null or root_entity_id = $1)',
    [rootEntityId ?? null],
  )
  return row?.total ?? 0
}

interface SummaryRow extends Record<string, unknown> {
  id: Id<'consolidation'>
  root_entity_id: string
  name: string
  from_on: string
  to_on: string
  known_at: string
  currency: string
  entity_count: number
  result_minor: bigint
  result_nci_minor: bigint
  difference_minor: bigint
  reckoning: number
  digest: string
  made_at: string
  actor_kind: Actor['kind']
  actor_id: string
  actor_name: string | null
}

function summaryOf(row: SummaryRow): ConsolidationSummary {
  const { currency } = row
  return {
    id: row.id,
    root: { id: idFrom('entity', row.root_entity_id), name: row.name },
    from: row.from_on,
    to: row.to_on,
    knownAt: row.known_at,
    currency,
    entities: row.entity_count,
    result: decimalOf(row.result_minor, currency),
    resultOfOthers: decimalOf(row.result_nci_minor, currency),
    difference: decimalOf(row.difference_minor, currency),
    reckoning: row.reckoning,
    digest: row.digest,
    madeAt: row.made_at,
    madeBy: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  }
}

const UsedFacts = z.object({
  rates: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      rate: z.string(),
      kind: z.enum(['closing', 'average']),
      on: z.string(),
      source: z.string(),
    }),
  ),
  ownership: z.array(
    z.object({
      entityId: z.string(),
      from: z.string().nullable(),
      method: z.enum(['full', 'equity', 'cost', 'none']),
      sharePercent: z.string(),
    }),
  ),
  proofs: z.array(
    z.object({
      entityId: z.string(),
      currency: z.string(),
      openingNetAssetsMinor: z.coerce.bigint(),
      openingEffectMinor: z.coerce.bigint(),
      resultMinor: z.coerce.bigint(),
      resultEffectMinor: z.coerce.bigint(),
      ownersMinor: z.coerce.bigint(),
      ownersEffectMinor: z.coerce.bigint(),
      expectedMinor: z.coerce.bigint(),
      movedMinor: z.coerce.bigint(),
    }),
  ),
  notes: z.array(
    z.object({ code: NoteCode, entityId: z.string().nullable(), minor: z.coerce.bigint().optional() }),
  ),
})
export type UsedFacts = z.output<typeof UsedFacts>

/** With what it was made, and the names that its entities have now. */
export async function factsOf(
  tx: Transaction,
  id: Id<'consolidation'>,
): Promise<UsedFacts & { names: ReadonlyMap<string, string> }> {
  const [[row], names] = await Promise.all([
    tx.prepared('select rates, ownership, proofs, notes from consolidation where id = $1', [id]),
    tx.prepared<{ id: string; name: string }>(
      `select id, name from entity where id in
         (select jsonb_array_elements(ownership)->>'entityId' from consolidation where id = $1)`,
      [id],
    ),
  ])
  return { ...UsedFacts.parse(row), names: new Map(names.map((one) => [one.id, one.name])) }
}

export interface Figure {
  caption: CaptionName
  kind: LineKind
  closing: bigint
  period: bigint
  /** Each null where it was made before such flows were told. */
  flow: bigint | null
  direct: bigint | null
  parts: number
}

/** What stands under each caption, by what it comes from. */
export async function figuresOf(tx: Transaction, id: Id<'consolidation'>): Promise<Figure[]> {
  const rows = await tx.prepared<{
    caption: CaptionName
    kind: LineKind
    closing: string
    period: string
    flow: string | null
    direct: string | null
    parts: number
  }>(
    `select caption, kind, sum(closing_minor)::text as closing, sum(period_minor)::text as period,
       sum(flow_minor)::text as flow, sum(direct_minor)::text as direct, count(*)::int as parts
     from consolidation_line where consolidation_id = $1 group by caption, kind order by min(position)`,
    [id],
  )
  return rows.map((row) =>
    Object.assign(row, {
      closing: BigInt(row.closing),
      period: BigInt(row.period),
      flow: row.flow === null ? null : BigInt(row.flow),
      direct: row.direct === null ? null : BigInt(row.direct),
    }),
  )
}
