import type { Id } from '#kernel/ids.ts'
import { convertMinor } from '#kernel/rates.ts'
import type { Transaction } from '#server/database/database.ts'
import { noRate, readRates } from '#server/modules/ledger/index.ts'

/** Who was charged for the month already. */
export async function allocatedBefore(
  tx: Transaction,
  given: { providerEntityId: string; month: string; entityIds: readonly string[] },
): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>(
    `select to_entity_id as id from intercompany_pair
     where from_entity_id = $1 and allocated_month = $2::date and to_entity_id = any ($3) order by 1`,
    [given.providerEntityId, given.month, given.entityIds],
  )
  return rows.map(({ id }) => id)
}

/** What a book spent for no business of its own and with no entity of the group; neither interest nor taxes. */
export async function overheadOf(
  tx: Transaction,
  { bookId, from, to }: { bookId: Id<'book'>; from: string; to: string },
): Promise<bigint> {
  const [row] = await tx.prepared<{ minor: string }>(
    `select coalesce(sum(line.amount_minor), 0)::text as minor
     from account join entry_line as line on line.account_id = account.id
     where account.book_id = $1 and account.type = 'expense' and line.is_overhead and line.partner_entity_id is null
       and account.caption not in ('interest-expense', 'interest-expense-group', 'other-financial-expense', 'income-tax')
       and line.effective_on between $2::date and $3::date`,
    [bookId, from, to],
  )
  return BigInt(row?.minor ?? '0')
}

/** Revenue from outside of each, in one currency; a month in which more was refunded than sold weighs nothing. */
export async function revenueOf(
  tx: Transaction,
  members: readonly { bookId: Id<'book'>; currency: string }[],
  { currency, from, to }: { currency: string; from: string; to: string },
): Promise<bigint[]> {
  const [rows, rates] = await Promise.all([
    tx.prepared<{ id: string; minor: string }>(
      `select account.book_id as id, sum(credit_minor - debit_minor)::text as minor
       from account join account_day as day on day.account_id = account.id
       where account.book_id = any ($1) and account.caption = 'revenue' and day.effective_on between $2::date and $3::date
       group by 1`,
      [members.map(({ bookId }) => bookId), from, to],
    ),
    readRates(tx, {
      currencies: [currency, ...members.map((one) => one.currency)],
      from,
      to,
      recordedAt: null,
    }),
  ])
  const revenue = new Map(rows.map(({ id, minor }) => [id, BigInt(minor)]))
  return members.map((member) => {
    const minor = revenue.get(member.bookId) ?? 0n
    if (minor <= 0n) return 0n
    if (member.currency === currency) return minor
    const rate = rates.average(member.currency, currency, { from, to })
    if (!rate) throw noRate(member.currency, currency, to)
    return convertMinor(minor, rate)
  })
}
