import { createHmac } from 'node:crypto'
import { hostname } from 'node:os'
import { toClientConfig, parse } from 'pg-connection-string'
import pg from 'pg'
import { Problem, problem } from '#kernel/problem.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { APP_ROLE, OWNER_ROLE, ensureDatabase, ensureRoles } from './server-roles.ts'

const EMBEDDED_DATABASE = 'iza'
const VERSION_MIN = 150_000

const ALREADY_RUNNING = 'start.already-running'
const alreadyRunning = problem(
  'conflict',
  ALREADY_RUNNING,
  (home: string) =>
    `IZA OS is already running on ${home}. Use that one, stop it first, or set IZA_HOME and IZA_PORT_OFFSET to run a second copy.`,
)
const tooOld = problem(
  'unavailable',
  'database.too-old',
  (version: string) => `The PostgreSQL server is version ${version}; 15 or later is needed.`,
)
const cannotConnect = problem(
  'unavailable',
  'database.cannot-connect',
  (host: string, reason: string) =>
    `DATABASE_URL leads to ${host}, which did not let us in: ${reason}. Check host, port, user and password, and that the server is running.`,
)
const notAllowed = problem(
  'unavailable',
  'database.not-allowed',
  (user: string, reason: string) =>
    `The user "${user}" in DATABASE_URL may not prepare the database: ${reason}. It must be allowed to create roles and databases.`,
)

export interface PreparedDatabase {
  /** How the serving role connects. */
  app: pg.ClientConfig
  stop(): Promise<void>
}

/** From nothing to a migrated database: the server, its roles, the lock on this home, the schema. */
export async function prepareDatabase(given: {
  home: string
  databaseUrl: string | undefined
  /** A secret of this home, from which the passwords of the database's roles are derived. */
  secret: string
  say(step: string): void
}): Promise<PreparedDatabase> {
  const server = given.databaseUrl ? fromUrl(given.databaseUrl) : await embedded(given)
  const lock = new pg.Client(server.admin)
  lock.on('error', () => {}) // the server went away: so did the lock, and requests will say so
  try {
    await connect(lock, server.admin)
    await takeLock(lock, given.home)
    if (server.wasAdopted) given.say('Took over the database that an earlier start left behind')
    const passwords = { owner: derive(server.secret, OWNER_ROLE), app: derive(server.secret, APP_ROLE) }
    await ensureRoles(lock, passwords)
    await ensureDatabase(lock, server.database)
    const owner = new pg.Client({
      ...server.admin,
      database: server.database,
      user: OWNER_ROLE,
      password: passwords.owner,
    })
    await owner.connect()
    try {
      const applied = await migrate(owner)
      if (applied.length > 0) given.say(`Migrated: ${applied.join(', ')}`)
    } finally {
      await owner.end()
    }
    return {
      app: { ...server.admin, database: server.database, user: APP_ROLE, password: passwords.app },
      async stop() {
        await lock.end()
        await server.stop()
      },
    }
  } catch (error) {
    await lock.end()
    const isOthers = error instanceof Problem && error.code === ALREADY_RUNNING
    if (!isOthers) await server.stop()
    if (error instanceof pg.DatabaseError && error.code === '42501')
      throw notAllowed(server.admin.user ?? '', error.message)
    throw error
  }
}

interface Server {
  admin: pg.ClientConfig
  database: string
  secret: string
  wasAdopted: boolean
  stop(): Promise<void>
}

async function embedded(given: { home: string; secret: string; say(step: string): void }): Promise<Server> {
  const { admin, wasAdopted, stop } = await startEmbedded(given.home, given.secret, given.say)
  return { admin, database: EMBEDDED_DATABASE, secret: given.secret, wasAdopted, stop }
}

/**
 * The passwords of our roles follow from the administrator's, so that several machines with one DATABASE_URL agree
 * without sharing a file.
 */
function fromUrl(databaseUrl: string): Server {
  const admin = toClientConfig(parse(databaseUrl))
  const secret = typeof admin.password === 'string' && admin.password !== '' ? admin.password : databaseUrl
  return {
    admin: { ...admin, database: 'postgres' },
    database: admin.database ?? '',
    secret,
    wasAdopted: false,
    stop: async () => {},
  }
}

async function connect(client: pg.Client, { host, port }: pg.ClientConfig): Promise<void> {
  try {
    await client.connect()
  } catch (error) {
    throw cannotConnect(
      `${host}:${port ?? 5432}`,
      error instanceof Error ? error.message || error.name : String(error),
    )
  }
  const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
  )
  const [version] = rows
  if (version && Number(version.server_version_num) < VERSION_MIN) throw tooOld(version.server_version)
}

/** Held by this connection until it ends, so that a killed process leaves no lock behind. */
async function takeLock(client: pg.Client, home: string): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
    [`${hostname()}:${home}`],
  )
  if (!rows[0]?.taken) throw alreadyRunning(home)
}

function derive(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`role:${role}`).digest('base64url')
}
