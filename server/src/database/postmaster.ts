import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Place } from './embedded-place.ts'

/** The processes of the embedded server, as the system shows them. */

const REAP_TIMEOUT_MS = 5_000
const STOP_TIMEOUT_MS = 30_000

/** The pid of a postmaster that works on this data, if there is one. */
export function postmasterAtWork(place: Place): number | undefined {
  const pid = pidInFile(place)
  return pid !== undefined && isAlive(pid) && isPostgres(pid) ? pid : undefined
}

/** One that was killed counts as alive for the next until its parent has looked after it: a moment, where that is us. */
export async function untilReaped(place: Place): Promise<void> {
  const pid = pidInFile(place)
  if (pid === undefined) return
  const deadline = Date.now() + REAP_TIMEOUT_MS
  while (exists(pid) && postmasterAtWork(place) === undefined && Date.now() < deadline) await pause(10)
}

function pidInFile({ dataDir }: Place): number | undefined {
  const pidFile = join(dataDir, 'postmaster.pid')
  if (!existsSync(pidFile)) return undefined
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 1 ? pid : undefined
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

export function isAlive(pid: number): boolean {
  if (!exists(pid)) return false
  const stat = ofProcess(pid, 'stat')
  // A killed postmaster stays a zombie until its parent looks; it holds nothing any more.
  return stat === undefined ? exists(pid) : !/\) [ZX] /.test(stat)
}

function isPostgres(pid: number): boolean {
  return ofProcess(pid, 'cmdline')?.includes('postgres') ?? true
}

/** Undefined where the system has no such files, and of a process that ended while we looked. */
function ofProcess(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}

/** Fast shutdown: sessions are ended, a checkpoint is written. */
export async function stopProcess(pid: number): Promise<void> {
  if (pid <= 1 || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + STOP_TIMEOUT_MS
  while (isAlive(pid) && Date.now() < deadline) await pause(20)
}
