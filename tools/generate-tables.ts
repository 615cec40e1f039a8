import pg from 'pg'
import { ID_PREFIXES } from '#kernel/ids.ts'

export const TABLES_FILE = new URL('../server/src/database/tables.ts', import.meta.url)

const TYPES: Record<string, string> = {
  text: 'string',
  bytea: 'Buffer',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'bigint',
  uuid: 'string',
  xid8: 'string',
  numeric: 'string',
  date: 'string',
  timestamptz: 'string',
  json: 'unknown',
  jsonb: 'unknown',
  _text: 'string[]',
  _int8: 'string[]',
}

interface Column {
  table_name: string
  column_name: string
  type: string
  is_nullable: boolean
  has_default: boolean
  /** The words of a check constraint `column in ('a', 'b')`, where there is one. */
  words: string | null
}

/** The type of every table as the migrated database has it; a domain named after an id's noun gives that id's type. */
export async function tableTypes(config: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query<Column>(`
    select table_name, column_name, coalesce(domain_name, udt_name) as type,
      is_nullable = 'YES' as is_nullable, column_default is not null or is_identity = 'YES'
        or is_generated = 'ALWAYS' as has_default,
      (select pg_get_constraintdef(c.oid) from pg_constraint c
       where c.conrelid = format('public.%I', table_name)::regclass and c.contype = 'c'
         and c.conkey = array[ordinal_position::smallint]
         and pg_get_constraintdef(c.oid) like '%= ANY (ARRAY[%') as words
    from information_schema.columns where table_schema = 'public' and table_name <> 'schema_migration'
    order by table_name collate "C", ordinal_position`)
  await client.end()
  const tables = Map.groupBy(rows, (column) => column.table_name)
  const bodies = [...tables].map(
    ([name, columns]) => `  ${name}: {\n${columns.map((column) => `    ${typed(column)}\n`).join('')}  }\n`,
  )
  return `// GENERATED from the migrated database by "npm run generate". Do not edit.
import type { Generated } from 'kysely'
import type { Id } from '#kernel/ids.ts'

export interface Tables {
${bodies.join('')}}
`
}

function typed({ column_name, type, is_nullable, has_default, words }: Column): string {
  const noun = type.replace(/_id$/, '')
  const union = words?.match(/'[^']+'/g)?.join(' | ')
  const base = noun in ID_PREFIXES ? `Id<'${noun}'>` : (union ?? TYPES[type])
  if (!base) throw new Error(`No TypeScript type is known for ${type} (${column_name}); add it to TYPES.`)
  const full = is_nullable ? `${base} | null` : base
  return `${column_name}: ${has_default ? `Generated<${full}>` : full}`
}
