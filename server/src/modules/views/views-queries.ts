import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

export interface ViewRow {
  id: Id<'saved_view'>
  person_id: Id<'person'>
  name: string
  operation: string
  input: Record<string, unknown>
  layout: { groupBy?: string; columns?: string[] }
  is_shared: boolean
}

const COLUMNS = 'id, person_id, name, operation, input, layout, is_shared'

export async function insertView(
  tx: Transaction,
  row: Omit<ViewRow, 'is_shared'> & { studio_id: Id<'studio'> },
): Promise<void> {
  await tx.prepared(
    `insert into saved_view (id, studio_id, person_id, name, operation, input, layout) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      row.id,
      row.studio_id,
      row.person_id,
      row.name,
      row.operation,
      JSON.stringify(row.input),
      JSON.stringify(row.layout),
    ],
  )
}

/** One of the person's own, locked; also one that was deleted where `isDeleted`. */
export async function findOwnView(
  tx: Transaction,
  given: { id: Id<'saved_view'>; personId: Id<'person'>; isDeleted?: boolean },
): Promise<ViewRow | undefined> {
  const { id, personId, isDeleted = false } = given
  const [row] = await tx.prepared<ViewRow & Record<string, unknown>>(
    `select ${COLUMNS} from saved_view
     where id = $1 and person_id = $2 and (deleted_at is not null) = $3 for update`,
    [id, personId, isDeleted],
  )
  return row
}

export async function updateView(
  tx: Transaction,
  { id, name, input, layout, is_shared }: Omit<ViewRow, 'person_id' | 'operation'>,
): Promise<void> {
  await tx.prepared(
    'update saved_view set name = $2, input = $3, layout = $4, is_shared = $5 where id = $1',
    [id, name, JSON.stringify(input), JSON.stringify(layout), is_shared],
  )
}

export async function setViewDeleted(
  tx: Transaction,
  id: Id<'saved_view'>,
  isDeleted: boolean,
): Promise<void> {
  await tx.prepared('update saved_view set deleted_at = case when $2 then now() end where id = $1', [
    id,
    isDeleted,
  ])
}

/** In the order of their names. */
export async function pageOfViews(
  tx: Transaction,
  given: { operation: string | undefined; after: string[] | undefined; limit: number },
): Promise<ViewRow[]> {
  const { operation = null, after, limit } = given
  return tx.prepared<ViewRow & Record<string, unknown>>(
    `select ${COLUMNS} from saved_view
     where deleted_at is null and ($1::text is null or operation = $1)
       and ($2::text is null or (name collate "und-x-icu", id) > ($2, $3))
     order by name collate "und-x-icu", id limit $4`,
    [operation, after?.[0] ?? null, after?.[1] ?? null, limit],
  )
}

export async function countViews(
  tx: Transaction,
  given: { operation?: string | undefined; personId?: Id<'person'> },
): Promise<number> {
  const { operation = null, personId = null } = given
  const [row] = await tx.prepared<{ total: number }>(
    `select count(*)::int as total from saved_view where deleted_at is null
     and ($1::text is null or operation = $1) and ($2::text is null or person_id = $2)`,
    [operation, personId],
  )
  return row?.total ?? 0
}
