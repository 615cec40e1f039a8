import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { atEnd } from './at-end.ts'
import { openDatabase, type Database } from './database.ts'
import { startEmbedded } from './embedded.ts'
import { listMigrations, migrate } from './migrate.ts'
import { APP_ROLE, OWNER_ROLE, createDatabase, ensureDatabase, ensureRoles } from './server-roles.ts'

const PASSWORD = 'only-for-tests-on-loopback'
const HOME = fileURLToPath(new URL('../../../.iza/test', import.meta.url))
const FILLED = new URL('filled/', import.meta.url)
const TEMPLATE_LOCK = 4_210_002

export interface TestDatabase {
  app: Database
  /** Connections as each role, for tests of the wall itself. */
  configFor(role: 'admin' | 'owner' | 'app'): pg.ClientConfig
  /** A connection that sees every row, to look at what was written. */
  look(): Promise<pg.Client>
}

/**
 * A database of its own for a test file, copied from a migrated template (about 50 ms) and dropped at its end.
 * `IZA_TEST_DATABASE_URL` names a server to use; without it the embedded one runs under `.iza/test`, and is left running
 * for the next file to take over (`npm test` stops it).
 */
export async function testDatabase(): Promise<TestDatabase> {
  const admin = await adminConfig()
  const name = nameOfTest()
  await asAdmin(admin, async (client) => {
    const template = await ensureTemplate(client, admin)
    await createDatabase(client, name, template)
  })
  return openedForTest(admin, name)
}

/**
 * A database as an earlier program left it: at that migration, with the rows of `filled/<version>.sql`. `changed` is SQL for what would
 * have run out since. The test migrates it.
 */
export async function earlierDatabase(version: number, changed = ''): Promise<TestDatabase> {
  const admin = await adminConfig()
  const name = nameOfTest()
  const rows = readFileSync(new URL(`${String(version).padStart(6, '0')}.sql`, FILLED), 'utf8')
  await asAdmin(admin, async (client) => {
    await ensureTemplate(client, admin) // and with it the roles, one test after the other
    await ensureDatabase(client, name)
  })
  const database = openedForTest(admin, name)
  await asAdmin(database.configFor('owner'), (client) =>
    migrate(
      client,
      listMigrations().filter((one) => one.version <= version),
    ),
  )
  // Neither triggers nor the order of keys are asked: what they would say, they said when the rows were written.
  await asAdmin(database.configFor('admin'), (client) =>
    client.query(`begin; set local session_replication_role = 'replica'; ${rows}; ${changed}; commit`),
  )
  return database
}

function nameOfTest(): string {
  return `iza_test_${randomBytes(6).toString('hex')}`
}

function openedForTest(admin: pg.ClientConfig, name: string): TestDatabase {
  const configFor = (role: 'admin' | 'owner' | 'app') => {
    if (role === 'admin') return { ...admin, database: name }
    return { ...admin, database: name, user: role === 'owner' ? OWNER_ROLE : APP_ROLE, password: PASSWORD }
  }
  const app = openDatabase(configFor('app'), 10)
  atEnd(async () => {
    await app.close()
    await asAdmin(admin, (client) => client.query(`drop database if exists ${name} with (force)`))
  })
  return {
    app,
    configFor,
    async look() {
      const client = new pg.Client(configFor('admin'))
      await client.connect()
      atEnd(() => client.end())
      return client
    },
  }
}

/** The superuser's way in to the server that tests use. */
export async function adminConfig(): Promise<pg.ClientConfig> {
  const url = process.env['IZA_TEST_DATABASE_URL']
  if (url) {
    const { hostname, port, username, password, pathname } = new URL(url)
    return {
      host: hostname,
      port: Number(port || 5432),
      user: username,
      password,
      database: pathname.slice(1),
    }
  }
  mkdirSync(HOME, { recursive: true, mode: 0o700 })
  const server = await startEmbedded(HOME, PASSWORD, () => {})
  return server.admin
}

async function ensureTemplate(client: pg.Client, admin: pg.ClientConfig): Promise<string> {
  const checksums = listMigrations().map(({ name, checksum }) => name + checksum)
  const template = `iza_template_${createHash('sha256').update(checksums.join()).digest('hex').slice(0, 12)}`
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  const found = await client.query('select from pg_database where datname = $1', [template])
  if (found.rowCount === 0) {
    await ensureRoles(client, { owner: PASSWORD, app: PASSWORD })
    const fresh = `${template}_new`
    await client.query(`drop database if exists ${fresh}`)
    await ensureDatabase(client, fresh)
    const owner = new pg.Client({ ...admin, database: fresh, user: OWNER_ROLE, password: PASSWORD })
    await owner.connect()
    await migrate(owner)
    await owner.end()
    await client.query(`alter database ${fresh} rename to ${template}`)
  }
  await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  return template
}

async function asAdmin<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
