import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Stage } from './business-states.ts'
import { businessOf, businesses } from './businesses-queries.ts'
import type { Business } from './schema.ts'
import { insertMoves, type MoveRow } from './moves-queries.ts'

/**
 * Locks the rows, so that what is decided on them still holds when they are written; in the order of their ids, for two
 * bulk changes of the same businesses would wait for each other otherwise.
 */
export async function businessesForChange(
  tx: Transaction,
  ids: Id<'business'>[],
): Promise<Map<string, Business>> {
  const rows = await tx.rows(
    businesses().where('business.id', 'in', ids).orderBy('business.id').forUpdate('business'),
  )
  return new Map(rows.map((row) => [row.id, businessOf(row)]))
}

export interface ChangedRow {
  id: Id<'business'>
  entity_id: Id<'entity'>
  category_id: Id<'category'> | null
  name: string
  stage: Stage
  stage_since: string
  owner_id: Id<'person'> | null
  description: string
  links: string[]
  tags: string[]
  is_archived: boolean
}

export interface ChangeMark {
  id: string
  revision: number
  updated_at: string
  archived_at: string | null
}

/**
 * One statement for any number of businesses and of their moves, as in `insertBusinesses`: what they are and what their
 * history says is checked against each other at its end. Returns what the change made of each, by id.
 */
export async function updateBusinesses(
  tx: Transaction,
  { rows, moves, withdrawn }: { rows: ChangedRow[]; moves: MoveRow[]; withdrawn: Id<'business_move'>[] },
): Promise<Map<string, ChangeMark>> {
  if (rows.length === 0) return new Map()
  const changed = await tx.prepared<ChangeMark>(
    `with moved as (${insertMoves('$2')}),
     taken_back as (update business_move set withdrawn_at = now() where id = any ($3))
     update business set entity_id = given.entity_id, category_id = given.category_id, name = given.name,
       stage = given.stage, stage_since = given.stage_since, owner_id = given.owner_id, description = given.description, links = given.links, tags = given.tags,
       archived_at = case when given.is_archived then coalesce(business.archived_at, now()) end,
       revision = business.revision + 1, updated_at = now()
     from jsonb_to_recordset($1::jsonb) as given (id text, entity_id text, category_id text, name text, stage text, stage_since date,
       owner_id text, description text, links text[], tags text[], is_archived boolean)
     where business.id = given.id
     returning business.id, business.revision, business.updated_at, business.archived_at`,
    [JSON.stringify(rows), JSON.stringify(moves), withdrawn],
  )
  return new Map(changed.map((mark) => [mark.id, mark]))
}
