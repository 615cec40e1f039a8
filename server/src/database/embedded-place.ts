import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problem } from '#kernel/problem.ts'

/** Where the embedded PostgreSQL keeps its binaries, data and socket, and as whom it runs. */
export interface Place {
  runtimeDir: string
  dataDir: string
  socketDir: string
  logFile: string
  /** Set when we are root: PostgreSQL refuses to run as root, so it runs as this user. */
  runAs: { uid: number; gid: number } | undefined
}

const SYSTEM_FOLDER = '/var/lib/iza-os'
/** sockaddr_un holds 107 bytes on Linux and 103 on macOS; the socket's own name takes 20. */
const SOCKET_DIR_LENGTH_MAX = 80

const noSystemFolder = problem(
  'unavailable',
  'database.no-system-folder',
  (reason: string) =>
    `As root the database keeps its files in ${SYSTEM_FOLDER}, which could not be made (${reason}). ` +
    'Start as a plain user, or set DATABASE_URL to a PostgreSQL server.',
)
const noUser = problem(
  'unavailable',
  'database.no-user',
  () =>
    'PostgreSQL refuses to run as root, and this machine has neither a user "iza" nor "nobody" to run it as. ' +
    'Add one (useradd --system iza), start as a plain user, or set DATABASE_URL.',
)
const foreignSocketDir = problem(
  'unavailable',
  'database.foreign-socket-folder',
  (path: string) => `${path} belongs to another user. Remove it, or set IZA_HOME to a shorter path.`,
)

/**
 * As a plain user everything lies in the home. As root the home may lie below a folder that no other user may
 * enter, so binaries and data go to a system folder, one sub-folder per home; no parent's permissions are touched.
 */
export function placeFor(home: string, pgVersion: string): Place {
  const isRoot = process.getuid?.() === 0
  return isRoot ? systemPlace(home, pgVersion) : homePlace(home, pgVersion)
}

function homePlace(home: string, pgVersion: string): Place {
  const base = join(home, 'postgres')
  mkdirSync(base, { recursive: true, mode: 0o700 })
  return {
    runtimeDir: join(base, `runtime-${pgVersion}`),
    dataDir: join(base, 'data'),
    socketDir: ownSocketDir(base, home),
    logFile: join(base, 'postgres.log'),
    runAs: undefined,
  }
}

function systemPlace(home: string, pgVersion: string): Place {
  const runAs = databaseUser()
  const base = join(SYSTEM_FOLDER, `home-${hashOf(realpathSync(home))}`)
  try {
    mkdirSync(base, { recursive: true, mode: 0o755 })
    chownSync(base, runAs.uid, runAs.gid)
  } catch (error) {
    throw noSystemFolder(error instanceof Error ? error.message : String(error))
  }
  return {
    runtimeDir: join(SYSTEM_FOLDER, `runtime-${pgVersion}`),
    dataDir: join(base, 'data'),
    socketDir: base,
    logFile: join(base, 'postgres.log'),
    runAs,
  }
}

function ownSocketDir(base: string, home: string): string {
  if (base.length <= SOCKET_DIR_LENGTH_MAX) return base
  const path = join(tmpdir(), `iza-${process.getuid?.() ?? 0}-${hashOf(home)}`)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (statSync(path).uid !== process.getuid?.()) throw foreignSocketDir(path)
  return path
}

function databaseUser(): { uid: number; gid: number } {
  const found = passwdEntry('iza') ?? madeUser() ?? passwdEntry('nobody')
  if (!found) throw noUser()
  return found
}

/** A uid without a passwd entry fails in initdb, so the user is made for real, or there is none. */
function madeUser(): { uid: number; gid: number } | undefined {
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'iza'], {
      stdio: 'ignore',
    })
  } catch {
    return undefined // no useradd here (Alpine, distroless): "nobody" serves
  }
  return passwdEntry('iza')
}

function passwdEntry(user: string): { uid: number; gid: number } | undefined {
  if (!existsSync('/etc/passwd')) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${user}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}
