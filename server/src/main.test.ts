import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:http'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { atEnd } from './database/at-end.ts'
import { placeFor } from './database/embedded-place.ts'
import { startEmbedded } from './database/embedded.ts'
import { readFrontDoor } from './test-front-door.ts'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'iza-start-'))
/** Above the ports of `testSystem`, which other files open meanwhile, and below those of outgoing connections. */
const portOffset = 26_000 + randomInt(16) * 100
const url = `http://localhost:${3000 + portOffset}`

atEnd(async () => {
  const secret = readFileSync(join(home, 'keys', 'database.key'), 'utf8').trim()
  const server = await startEmbedded(home, secret, () => {})
  await server.stop()
  const { dataDir } = placeFor(home, '')
  for (const folder of [home, join(dataDir, '..')]) rmSync(folder, { recursive: true, force: true })
})

interface Started {
  child: ChildProcess
  /** All that it has printed. */
  text(): string
  ended: Promise<number | null>
}

function start(env: Record<string, string> = {}, words: string[] = []): Started {
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { PATH: process.env['PATH'], IZA_HOME: home, IZA_PORT_OFFSET: String(portOffset), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (text += part.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  atEnd(async () => child.kill('SIGKILL'))
  return { child, text: () => text, ended }
}

async function ready(started: Started): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = () => started.text().includes('Ready in') && resolve()
    started.child.stdout?.on('data', look)
    void started.ended.then(() => reject(new Error(`it ended: ${started.text()}`)))
    look()
  })
}

async function stop({ child, ended }: Started): Promise<number | null> {
  child.kill('SIGTERM')
  return ended
}

async function stopsCleanly(started: Started): Promise<void> {
  const code = await stop(started)
  equal(code, 0, started.text())
}

test('it starts from nothing, says where, and ends cleanly', async () => {
  const started = start()
  await ready(started)
  match(started.text(), new RegExp(`Home +${url}`))
  deepEqual(await readFrontDoor(url), { isFounded: false, isDemo: false, needsSetupCode: false })
  equal(statSync(join(home, 'keys', 'machine.key')).mode & 0o777, 0o600)
  await stopsCleanly(started)
})

test('a second start on the same home says that one is running, and leaves it alone', async () => {
  const first = start()
  await ready(first)
  const second = start({ IZA_PORT_OFFSET: String(portOffset + 100) })
  equal(await second.ended, 1)
  match(second.text(), /already running/)
  ok(!/\n +at /.test(second.text()), 'no stack trace')
  deepEqual(await readFrontDoor(url), { isFounded: false, isDemo: false, needsSetupCode: false })
  await stop(first)
})

test('after kill -9 the next start takes over the database at work', async () => {
  const killed = start()
  await ready(killed)
  killed.child.kill('SIGKILL')
  await killed.ended
  const next = start()
  await ready(next)
  match(next.text(), /Took over the database/)
  await stopsCleanly(next)
})

test('two processes serve the same ports, and one that dies is replaced', async () => {
  const started = start({ IZA_PROCESSES: '2' })
  await ready(started)
  const answers = await Promise.all(Array.from({ length: 20 }, () => readFrontDoor(url)))
  for (const answer of answers) deepEqual(answer, { isFounded: false, isDemo: false, needsSetupCode: false })
  const workers = readFileSync(`/proc/${started.child.pid}/task/${started.child.pid}/children`, 'utf8')
    .trim()
    .split(' ')
  const serving = workers.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker.ts'))
  equal(serving.length, 2)
  const { counted, processes } = await readMetrics()
  deepEqual(processes, ['0', '1'])
  const logs = readdirSync(join(home, 'logs')).filter((name) => /^iza-\d/.test(name))
  deepEqual(logs.toSorted(), ['iza-0.log', 'iza-1.log'])
  equal(counted, 20)
  process.kill(Number(serving[0]), 'SIGKILL')
  await new Promise<void>((resolve) => {
    started.child.stdout?.on('data', () => started.text().includes('another takes its place') && resolve())
  })
  deepEqual(await readFrontDoor(url), { isFounded: false, isDemo: false, needsSetupCode: false })
  // Whoever took its place counts under its number.
  while ((await readMetrics()).processes.join() !== '0,1') await new Promise(setImmediate)
  await stopsCleanly(started)
})

/** Whichever process is asked, it tells of all: who they are, and what visitors have asked of them together. */
async function readMetrics(): Promise<{ counted: number; processes: string[] }> {
  const text = await (await fetch(new URL('/metrics', url))).text()
  const asked = [
    ...text.matchAll(/^iza_invocations_total\{process="\d",operation="identity.get-front-door".* (\d+)$/gm),
  ]
  return {
    counted: asked.reduce((sum, [, count]) => sum + Number(count), 0),
    processes: [...text.matchAll(/^process_start_time_seconds\{process="(\d)"\}/gm)].map(
      ([, number = '']) => number,
    ),
  }
}

test('a port that is taken is told by name, and the others still open', async () => {
  const squatter = createServer()
  await new Promise<void>((resolve) => squatter.listen(4000 + portOffset, '127.0.0.1', resolve))
  const started = start()
  await ready(started)
  match(
    started.text(),
    new RegExp(`Port ${4000 + portOffset} \\(Businesses\\) could not be opened: another program uses it`),
  )
  deepEqual(await readFrontDoor(url), { isFounded: false, isDemo: false, needsSetupCode: false })
  await stop(started)
  squatter.close()
})

test('settings that cannot work are told with their name and what fits', async () => {
  for (const [env, told] of [
    [{ IZA_PORT_OFFSET: '1e3' }, /IZA_PORT_OFFSET="1e3".*whole number/],
    [{ IZA_PORT_OFFSET: '660' }, /IZA_PORT_OFFSET=660.*next offset that works is 6\d\d/],
    [{ IZA_PROCESSES: '0' }, /IZA_PROCESSES="0"/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL.*postgres:\/\//],
    [{ DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/iza' }, /127\.0\.0\.1:1.*did not let us in/],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' },
      /OTEL_EXPORTER_OTLP_ENDPOINT.*address of a collector/,
    ],
    [{ IZA_DEMO_MONTHS: '25' }, /IZA_DEMO_MONTHS="25".*from 0 to 24/],
    [{ IZA_BIND: 'everywhere' }, /IZA_BIND="everywhere"/],
    [{ IZA_HOME: '/dev/null/none' }, /\/dev\/null\/none cannot be used/],
  ] as const) {
    const started = start(env)
    equal(await started.ended, 1)
    match(started.text(), told)
    ok(!/\n +at |secret/.test(started.text()), started.text())
  }
})

test('a demonstration is founded without a question, by one of several processes, and the next start comes back to it', async () => {
  for (const words of [['--demo'], []]) {
    const started = start({ IZA_PROCESSES: '2' }, words)
    await ready(started)
    match(started.text(), new RegExp(`Demonstration: invented businesses. Look in at ${url}`))
    deepEqual(await readFrontDoor(url), { isFounded: true, isDemo: true, needsSetupCode: false })
    await stopsCleanly(started)
  }
})

test('a database of a newer program is left alone, with word of it', async () => {
  const secret = readFileSync(join(home, 'keys', 'database.key'), 'utf8').trim()
  const server = await startEmbedded(home, secret, () => {})
  const client = new pg.Client({ ...server.admin, database: 'iza' })
  client.on('error', () => {}) // the refused start stops the server, and this connection with it
  await client.connect()
  await client.query("insert into schema_migration values (999999, 'from-the-future.sql', '', now())")
  const started = start()
  equal(await started.ended, 1)
  match(started.text(), /at migration 999999.*Start the newer version/s)
  await client.end().catch(() => {})
})
