import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord } from '#kernel/records.ts'
import type { Options } from './arguments.ts'
import type { Command } from './contract.ts'
import { UsageError } from './usage-error.ts'

const HOME_PORT = 3000
const TIMEOUT_MS = 60_000

export type Answer =
  | { isDone: true; output: unknown }
  /** `isHeld`: it is no refusal; it waits for a person. */
  | { isDone: false; isHeld: boolean; problem: Record<string, unknown> }

/** The status of what waits for a person. */
const HELD = 202

/** Sends one invocation. On this machine it acts with the key file of the home; elsewhere with `--url` and `--key`. */
export async function send(
  { path, isRead }: Command,
  input: Record<string, unknown>,
  { env, options }: { env: NodeJS.ProcessEnv; options: Options },
): Promise<Answer> {
  const target = new URL(path, homeUrl({ env, options }))
  if (isRead) appendQuery(target, input)
  const headers: Record<string, string> = {
    authorization: `Bearer ${keyFor(env, options)}`,
    'iza-door': 'cli',
  }
  if (!isRead) {
    headers['content-type'] = 'application/json'
    headers['idempotency-key'] = options.idempotencyKey ?? randomUUID()
    if (options.isDryRun) headers['iza-dry-run'] = 'true'
  }
  const response = await reach(target, {
    method: isRead ? 'GET' : 'POST',
    headers,
    body: isRead ? null : JSON.stringify(input),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error', // a key is never carried to another address
  })
  const answer: unknown = await response.json().catch(() => undefined)
  const isHeld = response.status === HELD
  if (response.ok && !isHeld) return { isDone: true, output: answer }
  if (isRecord(answer)) return { isDone: false, isHeld, problem: answer }
  throw new UsageError(
    `${target.origin} answered ${response.status} without saying why; is IZA OS running there?`,
  )
}

/** Where Home answers. Throws a UsageError where what was given is no address. */
export function homeUrl({ env, options }: { env: NodeJS.ProcessEnv; options: Options }): string {
  const port = HOME_PORT + Number(env['IZA_PORT_OFFSET'] ?? 0)
  const url = options.url ?? env['IZA_URL'] ?? `http://localhost:${port}`
  if (!URL.canParse(url))
    throw new UsageError(`--url "${url}" is not an address, such as http://localhost:3000.`)
  return url
}

async function reach(target: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(target, init)
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new UsageError(
      `Nothing answers at ${target.origin} (${cause || 'connection refused'}). Start it with "npm start", or name another place with --url.`,
    )
  }
}

function appendQuery(target: URL, input: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(input)) {
    for (const one of Array.isArray(value) ? value : [value])
      target.searchParams.append(name, isRecord(one) ? JSON.stringify(one) : String(one))
  }
}

function keyFor(env: NodeJS.ProcessEnv, { key, url }: Options): string {
  const given = key ?? env['IZA_API_KEY']
  if (given) return given
  const isElsewhere = url !== undefined || env['IZA_URL'] !== undefined
  if (isElsewhere) throw new UsageError('Another place needs a key: give --key, or set IZA_API_KEY.')
  const home = env['IZA_HOME'] ?? new URL('../.iza', import.meta.url).pathname
  const file = join(home, 'keys', 'machine.key')
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new UsageError(
      `The key of this machine (${file}) cannot be read by this user. Start IZA OS first, run this as the user who started it, or give --key.`,
    )
  }
}
