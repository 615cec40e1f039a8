import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { placeFor } from '#server/database/embedded-place.ts'
import { OWNER } from '#server/test-system.ts'
import { openReaders } from './live-readers.ts'

/**
 * Ten thousand live streams of one process, beside a bare node:http server that writes the same to as many, in the same
 * run: `node bench/live.ts`. It needs twenty thousand open files (`ulimit -n`).
 */
const STREAMS = Number(process.env['IZA_BENCH_STREAMS'] ?? 10_000)
const STREAMS_PER_KEY = 32
const BROADCASTS = 10
const PORT_OFFSET = 21_000

const Figures = z.object({ tickMaxMs: z.number(), residentMb: z.number() })
const Created = z.object({ id: z.string() })

test('ten thousand streams, and what is told to all of them', { timeout: 600_000 }, async () => {
  const control = start('live-control.ts', {})
  const [{ address }] = await once(control, 'message')
  const bare = new URL(`http://127.0.0.1:${address.port}/`)
  await measure('control', control, bare, { headersOf: () => ({}), tell: () => post(bare, {}, {}) })
  control.kill()

  const { server, key, url } = await startIza()
  const keys = await Promise.all(
    Array.from({ length: Math.ceil(STREAMS / STREAMS_PER_KEY) }, () => makeKey(url, key)),
  )
  const headersOf = (number: number) => ({
    authorization: `Bearer ${keys[Math.floor(number / STREAMS_PER_KEY)]}`,
  })
  let number = 0
  await measure('iza', server, new URL('/api/v1/live', url), {
    headersOf,
    tell: () =>
      post(
        new URL('/api/v1/businesses/create-category', url),
        { authorization: `Bearer ${key}` },
        {
          name: `Told to all, number ${++number}`,
        },
      ),
  })
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
})

async function measure(
  title: string,
  server: ChildProcess,
  url: URL,
  given: { headersOf(number: number): Record<string, string>; tell(): Promise<string> },
): Promise<void> {
  const { residentMb: idleMb } = await figuresOf(server)
  const readers = await openReaders(url, STREAMS, given.headersOf)
  await readers.latencies(given.tell)
  server.send('begin')
  const all: number[] = []
  for (let round = 0; round < BROADCASTS; round++) all.push(...(await readers.latencies(given.tell)))
  const { tickMaxMs, residentMb } = await figuresOf(server)
  readers.close()
  const sorted = all.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0)
  console.log(
    `${title.padEnd(8)} ${STREAMS} streams: told in ${at(0.5)} ms (p50), ${at(0.99)} ms (p99); ` +
      `longest tick ${tickMaxMs.toFixed(0)} ms; ${residentMb.toFixed(0)} MB resident, ${idleMb.toFixed(0)} MB without streams`,
  )
}

async function startIza() {
  const home = mkdtempSync(join(tmpdir(), 'iza-bench-'))
  const env = { IZA_HOME: home, IZA_PORT_OFFSET: String(PORT_OFFSET), IZA_REQUESTS_PER_SECOND: '0' }
  const server = start('../server/src/main.ts', env)
  after(() => {
    for (const folder of [home, join(placeFor(home, '').dataDir, '..')])
      rmSync(folder, { recursive: true, force: true })
  })
  const url = `http://127.0.0.1:${3000 + PORT_OFFSET}`
  const isUp = async () => (await fetch(new URL('/readyz', url)).catch(() => undefined))?.ok === true
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 100))
  const founded = await fetch(new URL('/api/v1/identity/found-studio', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(OWNER),
  })
  if (!founded.ok) throw new Error(await founded.text())
  return { server, url, key: readFileSync(join(home, 'keys', 'machine.key'), 'utf8').trim() }
}

function start(file: string, env: Record<string, string>): ChildProcess {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...env },
    execArgv: ['--import', new URL('watch-loop.ts', import.meta.url).href],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  after(() => child.kill('SIGKILL'))
  return child
}

async function figuresOf(server: ChildProcess): Promise<z.output<typeof Figures>> {
  server.send('tell')
  const [told] = await once(server, 'message')
  return Figures.parse(told)
}

async function makeKey(url: string, key: string): Promise<string> {
  const response = await fetch(new URL('/api/v1/identity/create-api-key', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Streams', grants: [{ role: 'analyst', covers: null }] }),
  })
  return z.object({ token: z.string() }).parse(await response.json()).token
}

async function post(url: URL, headers: Record<string, string>, body: object): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return Created.parse(await response.json()).id
}
