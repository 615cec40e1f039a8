import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

interface Owner {
  id: Id<'person'>
  name: string
}

/** By name. Whoever's grants are narrow meets those who answer for a business that they see, and not the whole studio. */
export async function pageOfOwners(
  tx: Transaction,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<Owner[]> {
  const page = owners()
    .select(['person.id', 'person.display_name as name'])
    .orderBy(sql`person.display_name collate "und-x-icu"`)
    .orderBy('person.id')
    .limit(limit)
  if (!after) return tx.rows(page)
  const [name, id] = after
  return tx.rows(
    page.where(sql<boolean>`(person.display_name collate "und-x-icu", person.id) > (${name}, ${id})`),
  )
}

export async function countOwners(tx: Transaction): Promise<number> {
  const row = await tx.find(owners().select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}

function owners() {
  return query
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where(sql<boolean>`membership.studio_id = current_studio() and membership.ended_at is null`)
    .where(
      sql<boolean>`((select covers_studio()) or exists (select from business where business.owner_id = person.id))`,
    )
}

/** Those whom the caller could choose from the list of owners, by the e-mail address or the name as it was given. */
export async function ownersNamed(tx: Transaction, names: readonly string[]): Promise<Map<string, Owner[]>> {
  const found = new Map<string, Owner[]>()
  if (names.length === 0) return found
  const rows = await tx.rows(
    owners()
      .innerJoin(
        sql<{ given: string }>`unnest(${names}::text[])`.as<'given_name'>(sql`given_name(given)`),
        (join) =>
          join.on(sql<boolean>`person.email = lower(given) or lower(person.display_name) = lower(given)`),
      )
      .select(['person.id', 'person.display_name as name', 'given'])
      .orderBy('person.id'),
  )
  for (const { given, id, name } of rows) found.set(given, [...(found.get(given) ?? []), { id, name }])
  return found
}

/** As the sign of it asks for them. What was spun out, sold or closed is answered for elsewhere, or by nobody. */
export const OWNERLESS = sql`
  select business.id as subject_id, null as other_id, business.id as business_id, business.entity_id,
    null::timestamptz as since, jsonb_build_object('name', business.name) as facts
  from business
  where business.archived_at is null and business.owner_id is null
    and business.stage not in ('spun-out', 'exited', 'closed')`
