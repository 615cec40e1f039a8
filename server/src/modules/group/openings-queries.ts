import type { Transaction } from '#server/database/database.ts'
import { movesCash, OPENINGS } from '#server/modules/statements/index.ts'
import type { Movement } from './consolidation-model.ts'

/** What books were opened with within a period, of many at once; each on its own day. */
export async function readOpenings(
  tx: Transaction,
  asked: { bookIds: readonly string[]; from: string; to: string; knownAt: string },
): Promise<Movement[]> {
  const { bookIds, from, to, knownAt } = asked
  const rows = await tx.prepared<Omit<Movement, 'minor' | 'cash'> & { minor: string; cash: string }>(
    `with ${OPENINGS}
     select book.entity_id as "entityId", line.account_id as "accountId", account.caption, line.currency,
       line.partner_entity_id as "partnerId", line.effective_on::text as "on", sum(line.amount_minor)::text as minor,
       sum(case when ${movesCash('entry.id')} then line.amount_minor else 0 end)::text as cash
     from openings join entry using (id) join book on book.id = entry.book_id
     join entry_line as line on line.entry_id = entry.id join account on account.id = line.account_id
     where entry.effective_on between $2 and $3 and entry.recorded_at <= $4
     group by 1, 2, 3, 4, 5, 6 having sum(line.amount_minor) <> 0 or bool_or(${movesCash('entry.id')})
     order by 1, 2, 4, 5 nulls first, 6`,
    [bookIds, from, to, knownAt],
  )
  return rows.map((row) => Object.assign(row, { minor: BigInt(row.minor), cash: BigInt(row.cash) }))
}
