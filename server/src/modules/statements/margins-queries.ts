import type { CaptionName } from '#kernel/captions.ts'
import type { Transaction } from '#server/database/database.ts'

/** Of income and expenses within days; minor units of the book's currency, debits positive. */
export interface CaptionSum {
  businessId: string | null
  caption: CaptionName
  currency: string
  minor: bigint
}

interface Asked {
  from: string
  to: string
  bookId: string | null
  categoryId: string | null
}

/** What each business earned and spent, by caption; costs its lines, which are summed before anything is joined to them. */
export async function sumsByBusiness(tx: Transaction, asked: Asked): Promise<CaptionSum[]> {
  const rows = await tx.prepared<Omit<CaptionSum, 'minor'> & { minor: string } & Record<string, unknown>>(
    `with summed as materialized (
       select business_id, account_id, sum(amount_minor) as minor from entry_line
       where business_id is not null and effective_on between $1::date and $2::date and ($3::text is null or book_id = $3)
         and ($4::text is null or business_id in (select id from business where category_id = $4))
       group by 1, 2)
     select summed.business_id as "businessId", account.caption, account.book_currency as currency, sum(summed.minor)::text as minor
     from summed join account on account.id = summed.account_id and account.type in ('income', 'expense')
     group by 1, 2, 3 having sum(summed.minor) <> 0`,
    [asked.from, asked.to, asked.bookId, asked.categoryId],
  )
  return rows.map(toSum)
}

/** What the books as a whole did; costs the days of their accounts. */
export async function sumsOfBooks(
  tx: Transaction,
  { from, to, bookId }: Pick<Asked, 'from' | 'to' | 'bookId'>,
): Promise<CaptionSum[]> {
  const rows = await tx.prepared<{ caption: CaptionName; currency: string; minor: string }>(
    `select account.caption, account.book_currency as currency, sum(debit_minor - credit_minor)::text as minor
     from account join account_day as day on day.account_id = account.id
     where account.type in ('income', 'expense') and day.effective_on between $1::date and $2::date
       and ($3::text is null or account.book_id = $3)
     group by 1, 2 having sum(debit_minor - credit_minor) <> 0`,
    [from, to, bookId],
  )
  return rows.map((row) => toSum(Object.assign(row, { businessId: null })))
}

export async function businessNames(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, { name: string; category: string | null }>> {
  const rows = await tx.prepared<{ id: string; name: string; category: string | null }>(
    `select business.id, business.name, category.name as category from business
     left join category on category.id = business.category_id where business.id = any ($1)`,
    [ids],
  )
  return new Map(rows.map(({ id, ...named }) => [id, named]))
}

function toSum({ minor, ...row }: Omit<CaptionSum, 'minor'> & { minor: string }): CaptionSum {
  return { businessId: row.businessId, caption: row.caption, currency: row.currency, minor: BigInt(minor) }
}
