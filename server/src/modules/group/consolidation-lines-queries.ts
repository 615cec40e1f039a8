import type { LineKind } from '#kernel/consolidation-kinds.ts'
import type { CaptionName } from '#kernel/captions.ts'
import { idFrom } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { isResult } from './entity-column.ts'
import { ownSide } from './own-side.ts'
import type { ConsolidationLine, ConsolidationSummary } from './schema.ts'

export interface ConsolidationLineFilter {
  consolidationId: string
  caption: string | null
  kind: string | null
  entityId: string | null
  /** Which of its amounts is not 0. */
  moved: 'closing' | 'period' | 'flow' | 'direct' | null
}

const FILTERED = `line.consolidation_id = $1 and ($2::text is null or line.caption = $2)
  and ($3::text is null or line.kind = $3) and ($4::text is null or line.entity_id = $4)
  and case $5::text when 'closing' then closing_minor <> 0 when 'period' then period_minor <> 0
    when 'flow' then coalesce(flow_minor, 0) <> 0 when 'direct' then coalesce(direct_minor, 0) <> 0 else true end`

export async function pageOfConsolidationLines(
  tx: Transaction,
  { consolidationId, caption, kind, entityId, moved }: ConsolidationLineFilter,
  { after, limit, made }: { after: string | undefined; limit: number; made: ConsolidationSummary },
): Promise<ConsolidationLine[]> {
  const rows = await tx.prepared<LineRow>(
    `select position, line.caption, line.kind, line.entity_id, entity.name as entity_name, partner_entity_id,
       partner.name as partner_name, account_id, account.code, account.name as account_name, account.type, account.book_id,
       closing_minor, period_minor, coalesce(flow_minor, 0) as flow_minor, coalesce(direct_minor, 0) as direct_minor
     from consolidation_line as line join entity on entity.id = line.entity_id
     left join entity as partner on partner.id = line.partner_entity_id left join account on account.id = line.account_id
     where ${FILTERED} and ($6::int is null or position > $6::int) order by position limit $7`,
    [consolidationId, caption, kind, entityId, moved, after ?? null, limit],
  )
  return rows.map((row) => lineOf(row, made))
}

export async function countConsolidationLines(
  tx: Transaction,
  { consolidationId, caption, kind, entityId, moved }: ConsolidationLineFilter,
): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    `select count(*)::int as total from consolidation_line as line where ${FILTERED}`,
    [consolidationId, caption, kind, entityId, moved],
  )
  return row?.total ?? 0
}

interface LineRow extends Record<string, unknown> {
  position: number
  caption: CaptionName
  kind: LineKind
  entity_id: string
  entity_name: string
  partner_entity_id: string | null
  partner_name: string | null
  account_id: string | null
  code: string | null
  account_name: string | null
  book_id: string | null
  closing_minor: bigint
  period_minor: bigint
  flow_minor: bigint
  direct_minor: bigint
}

function lineOf(row: LineRow, { currency, from, to }: ConsolidationSummary): ConsolidationLine {
  const { caption, account_id: accountId, partner_entity_id: partnerId } = row
  const partner =
    partnerId === null ? null : { id: idFrom('entity', partnerId), name: row.partner_name ?? '' }
  const account =
    accountId === null
      ? null
      : { id: idFrom('account', accountId), code: row.code ?? '', name: row.account_name ?? '' }
  return {
    position: row.position,
    caption,
    kind: row.kind,
    entity: { id: idFrom('entity', row.entity_id), name: row.entity_name },
    partner,
    account,
    closing: ownSide(caption, row.closing_minor, currency),
    period: ownSide(caption, row.period_minor, currency),
    flow: ownSide(caption, row.flow_minor, currency),
    direct: ownSide(caption, row.direct_minor, currency),
    entries:
      account && row.book_id !== null
        ? {
            bookId: idFrom('book', row.book_id),
            accountId: account.id,
            partnerEntityId: partner?.id ?? null,
            from: isResult(caption) ? from : null,
            to,
          }
        : null,
  }
}
