import { sql } from 'kysely'
import type { SubjectKind } from '#server/modules/subjects/index.ts'

/** Open to whoever covers the entity whose book it stands in, and not to who covers a business of it. */
export const entrySubject: SubjectKind = {
  noun: 'entry',
  permission: 'ledger.read',
  row: (id) => sql`
    select entry.id, entry.memo as title, null as business_id,
      jsonb_build_array(jsonb_build_array(book.entity_id)) as needs, '{}'::text[] as people, null as operation,
      null as owner_id
    from entry join book on book.id = entry.book_id where entry.id = ${id}`,
}
