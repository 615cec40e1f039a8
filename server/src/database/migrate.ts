import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import type pg from 'pg'
import { problem } from '#kernel/problem.ts'

const MIGRATIONS = new URL('../../migrations/', import.meta.url)
const FILE = /^(\d{6})-([a-z0-9-]+)\.sql$/
/** Any number, the same in every process: two programs that start at once migrate one after the other. */
const MIGRATION_LOCK = 4_210_001

/**
 * Wordings that a migration had before it was mended. One is mended in its place only where it failed on rows, so that no database
 * that has them got past it, and leaves the same tables. 35 changed no account under the wall (migrate-filled.test.ts).
 */
const EARLIER_WORDINGS: ReadonlyMap<string, string> = new Map([
  ['000035-captions.sql', '885b45813f362f7aef06a4b5cf3774ce170236615abe8a8906b1237d1bd8e2ca'],
])

const newerDatabase = problem(
  'conflict',
  'database.newer-than-program',
  (databaseVersion: number, programVersion: number) =>
    `The database is at migration ${databaseVersion}, and this program knows only ${programVersion}. ` +
    'Start the newer version of the program that wrote it; nothing was changed.',
)
const changedMigration = problem(
  'conflict',
  'database.migration-changed',
  (name: string) =>
    `Migration ${name} was applied in another wording than the file has now. Restore the file: migrations only go forward.`,
)

interface Migration {
  version: number
  name: string
  sql: string
  checksum: string
}

/** The migrations of this program, in order. Read anew at each start: about ten small files. */
export function listMigrations(): Migration[] {
  return readdirSync(MIGRATIONS)
    .filter((file) => FILE.test(file))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, MIGRATIONS), 'utf8')
      return { version: Number(name.slice(0, 6)), name, sql, checksum: sha256(sql) }
    })
}

/** The number of the newest migration of this program. */
export function lastMigration(): number {
  return listMigrations().at(-1)?.version ?? 0
}

/**
 * Brings the database up to this program, or to where an earlier one was, as its owner; each file is one transaction. Returns what was
 * applied.
 */
export async function migrate(owner: pg.Client, known = listMigrations()): Promise<string[]> {
  await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    return await applyMissing(owner, known)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

async function applyMissing(owner: pg.Client, known: Migration[]): Promise<string[]> {
  await owner.query(`create table if not exists schema_migration (
    version integer primary key, name text not null, checksum text not null,
    applied_at timestamptz not null default now())`)
  const found = await owner.query<{ version: number; name: string; checksum: string }>(
    'select version, name, checksum from schema_migration order by version',
  )
  const last = found.rows.at(-1)?.version ?? 0
  const newest = known.at(-1)?.version ?? 0
  if (last > newest) throw newerDatabase(last, newest)
  const applied: string[] = []
  for (const migration of known) {
    const before = found.rows.find((row) => row.version === migration.version)
    if (before && !isWordingOf(migration, before.checksum)) throw changedMigration(migration.name)
    if (!before) applied.push(await apply(owner, migration))
  }
  return applied
}

function isWordingOf({ name, checksum }: Migration, applied: string): boolean {
  return applied === checksum || applied === EARLIER_WORDINGS.get(name)
}

async function apply(owner: pg.Client, { version, name, sql, checksum }: Migration): Promise<string> {
  await owner.query('begin')
  try {
    await owner.query(sql)
    await owner.query('insert into schema_migration (version, name, checksum) values ($1, $2, $3)', [
      version,
      name,
      checksum,
    ])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
  return name
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
