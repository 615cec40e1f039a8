import { deepEqual, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { newId } from '#kernel/ids.ts'
import { testDatabase } from './test-database.ts'

const database = await testDatabase()
const admin = await database.look()

async function names(sql: string): Promise<unknown[]> {
  const { rows } = await admin.query(sql)
  return rows.map(({ name }) => name)
}

test('every table is behind row-level security that binds its owner too', async () => {
  const open = await names(`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not (relrowsecurity and relforcerowsecurity) and relname <> 'schema_migration'`)
  deepEqual(open, [])
})

test('every table has a policy, and the app has no right on what has none', async () => {
  const bare = await names(`select relname as name from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not exists (select from pg_policy where polrelid = c.oid)
      and has_any_column_privilege('iza_app', c.oid, 'select, insert, update')`)
  deepEqual(bare, [])
})

test('nothing goes round the wall: no view with its owner’s rights, no materialised view, no definer function', async () => {
  const round = await names(`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and (relkind = 'm'
      or relkind = 'v' and not coalesce(reloptions @> array['security_invoker=true'], false))
    union all select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`)
  deepEqual(round, [])
})

test('the app owns nothing, cannot bypass, and cannot make or change what is a record', async () => {
  const powers = await names(`select rolname as name from pg_roles where rolname in ('iza_app', 'iza_owner')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
    union all select relname from pg_class where relowner = 'iza_app'::regrole
    union all select 'create in public' where has_schema_privilege('iza_app', 'public', 'create')
    union all select name || ' can be changed' from unnest(array['audit_line', 'audit_seal', 'audit_node',
        'audit_head', 'event', 'installation', 'entry', 'entry_line']) as name
      where has_table_privilege('iza_app', name, 'update') or has_table_privilege('iza_app', name, 'delete')
        or has_table_privilege('iza_app', name, 'truncate')`)
  deepEqual(powers, [])
})

test('without a studio no row is seen, and a row of another studio cannot be written', async () => {
  const studioId = newId('studio')
  const insert = 'insert into studio (id, name) values ($1, $2)'
  await database.app.write({ studioId, coverage: '*' }, (tx) => tx.prepared(insert, [studioId, 'Ours']))
  const seen = await database.app.read({}, (tx) => tx.prepared('select * from studio', []))
  deepEqual(seen, [])
  await rejects(
    database.app.write({ studioId, coverage: '*' }, (tx) => tx.prepared(insert, [newId('studio'), 'Theirs'])),
    /row-level security/,
  )
})

test('the serving role cannot set itself free', async () => {
  const client = new pg.Client(database.configFor('app'))
  await client.connect()
  await rejects(client.query('set role postgres'), /permission denied/)
  await rejects(client.query('set session_replication_role = replica'), /permission denied/)
  await rejects(client.query('alter table business disable row level security'), /must be owner/)
  await rejects(client.query("copy business to program 'true'"), { code: '42501' })
  await client.end()
})
