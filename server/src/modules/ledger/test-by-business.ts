import { testLedger } from './test-ledger.ts'

/** Books that balance by business, or are to, with what tests of them ask all the time. */
export async function testByBusiness() {
  const way = await testLedger()
  const { act, business, entity, open, records } = way
  /** A book with two businesses, and what each entry of it added between them: `socks USD -30.00`, debits positive. */
  const fresh = async (name: string) => {
    const book = await open(await entity(name))
    const [socks, hats] = [
      await business(book.entityId, `Socks of ${name}`),
      await business(book.entityId, `Hats of ${name}`),
    ]
    const called = new Map([
      [socks, 'socks'],
      [hats, 'hats'],
    ])
    const between = async (entryId: unknown) => {
      const { lines } = await act('ledger.get-entry', { entryId })
      return Object(lines)
        .filter(({ isAutomatic }: { isAutomatic: boolean }) => isAutomatic)
        .map((line: Record<string, unknown>) =>
          [
            called.get(Object(line['business']).id) ?? 'none',
            line['currency'],
            line['debit'] ?? `-${String(line['credit'])}`,
          ].join(' '),
        )
    }
    return {
      ...book,
      socks: { businessId: socks },
      hats: { businessId: hats },
      between,
      balance: (more: object = {}) =>
        act('ledger.balance-by-business', { bookId: book.bookId, from: '2026-01-01', ...more }),
      entries: async () =>
        Object((await act('ledger.list-entries', { bookId: book.bookId })).items).map(
          ({ id, effectiveOn, source }: Record<string, unknown>) => ({ id, effectiveOn, source }),
        ),
    }
  }

  /** By day, business and currency: what does not come to nothing from that day on, and what the account between them holds in all. */
  const uneven = async (bookId: string, from = '0001-01-01') => {
    const { rows } = await records.query(
      `select greatest(line.effective_on, $2::date)::text as on, business_id, currency, sum(amount_minor)::text as minor
     from entry_line as line where book_id = $1 group by 1, 2, 3 having sum(amount_minor) <> 0
     union all
     select effective_on::text, 'between', line.currency, sum(amount_minor)::text from entry_line as line
       join account on account.id = line.account_id and role = 'between-businesses'
       where line.book_id = $1 group by 1, 2, 3 having sum(amount_minor) <> 0`,
      [bookId, from],
    )
    return rows
  }

  return { ...way, fresh, uneven }
}
