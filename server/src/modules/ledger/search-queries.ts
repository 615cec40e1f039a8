import { sql } from 'kysely'
import { placeOf, type SearchSource } from '#server/modules/search/index.ts'

/**
 * By the key of each row, and never joined: the planner takes the wall for letting one row through, and joined all entities with all
 * books with all accounts (17 s for 12,000 accounts of 334 books).
 */
const ENTITY_OF_BOOK = sql`join lateral (select name from entity where entity.id = book.entity_id offset 0) as entity on true`
const book = { of: sql`book.id`, name: sql`entity.name` }
const account = { of: sql`account.id`, name: sql`(account.code || ' ' || account.name)` }

export const ledgerSources: SearchSource[] = [
  {
    kind: 'book',
    permission: 'ledger.read',
    hits: (wanted) => sql`
      select book.id, entity.name as title, book.currency as detail, ${placeOf(wanted, book)} as place
      from book ${ENTITY_OF_BOOK}`,
  },
  {
    kind: 'account',
    permission: 'ledger.read',
    hits: (wanted) => sql`
      select account.id, account.code || ' ' || account.name as title,
        (select entity.name from book ${ENTITY_OF_BOOK} where book.id = account.book_id) as detail,
        case when account.name ilike ${wanted.begins} then 1 else ${placeOf(wanted, account)} end as place
      from account where account.archived_at is null`,
  },
  {
    // By whole ids alone, each of which has an index: words in memos are what the list of a book is searched for.
    kind: 'entry',
    permission: 'ledger.read',
    hits: ({ id }) => sql`
      select entry.id, left(entry.memo, 200) as title, entity.name || ', ' || entry.effective_on as detail, 0 as place
      from (select id, book_id, memo, effective_on from entry where entry.id = ${id}
        union all select id, book_id, memo, effective_on from entry
          where entry.book_id = any (array(select book.id from book)) and entry.external_id = ${id}) as entry
        join book on book.id = entry.book_id ${ENTITY_OF_BOOK}`,
  },
]
