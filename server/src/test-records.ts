import type pg from 'pg'
import type { Id } from '#kernel/ids.ts'

/** Every id that belongs to the studio and to no other: of each table that has both, so that no new one is forgotten. */
export async function idsOf(records: pg.Client, studio: Id<'studio'>): Promise<Set<string>> {
  const { rows: tables } = await records.query(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name in ('id', 'studio_id')
       and table_name in (select relname from pg_class where relkind = 'r')
     group by table_name having count(*) = 2`,
  )
  const each = tables.map(({ name }) => `select id::text from ${name} where studio_id = $1`)
  const { rows } = await records.query(
    `${each.join(' union all ')} union all select person_id from membership where studio_id = $1`,
    [studio],
  )
  return new Set(rows.map(({ id }) => id))
}

export async function auditLines(records: pg.Client): Promise<number> {
  const { rows } = await records.query('select count(*)::int as count from audit_line')
  return rows[0].count
}

/** How many rows stand in each table, and the newest change to any business. */
export async function everyRow(records: pg.Client): Promise<unknown> {
  const { rows } = await records.query(`select table_name,
      (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', table_name), false, true, '')))[1]::text as count
    from information_schema.tables where table_schema = 'public' order by table_name`)
  const { rows: newest } = await records.query(
    'select max(updated_at) as at, max(revision) as revision from business',
  )
  const { rows: epochs } = await records.query('select id, access_epoch from studio order by id')
  return { rows, newest, epochs }
}
