import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '#kernel/problem.ts'

const homeUnusable = problem(
  'unavailable',
  'start.home-unusable',
  (home: string, reason: string) =>
    `The folder ${home} cannot be used (${reason}). Make it writable for this user, or set IZA_HOME to another folder.`,
)

/** Makes the home where it is missing, readable by its owner only, and returns its real path. */
export function openHome(home: string): string {
  try {
    mkdirSync(join(home, 'keys'), { recursive: true, mode: 0o700 })
    return realpathSync(home)
  } catch (error) {
    throw homeUnusable(home, error instanceof Error ? error.message : String(error))
  }
}

/** The secret of that name in the home; made at the first asking. Only the owner of the process can read the file. */
export function ensureKey(home: string, name: string, make: () => string = randomKey): string {
  const path = join(home, 'keys', `${name}.key`)
  try {
    writeFileSync(path, `${make()}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw homeUnusable(home, error instanceof Error ? error.message : String(error))
    }
  }
  const key = readFileSync(path, 'utf8').trim()
  if (key === '') throw homeUnusable(home, `${path} is empty: remove it, and it is made anew`)
  return key
}

function randomKey(): string {
  return randomBytes(32).toString('base64url')
}
