import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { inspect } from 'node:util'
import pg from 'pg'
import { placeFor } from '#server/database/embedded-place.ts'
import { adminConfig } from '#server/database/test-database.ts'
import { runChecks } from './verify.ts'

/** Of one part in a row. Two parts run beside each other, on two cores: more at once only wait for each other. */
const FILES_OF_A_PART = 12
/** `npm run faults` takes longer for each. */
const TEST_TIMEOUT_MS = Number(process.env['IZA_TEST_TIMEOUT_MS'] ?? 240_000)
const SLOWEST_TOLD = 10
const REASON_LINES_MAX = 30
/** A server of another version, where one answers: CI requires it. */
const OTHER_SERVER = process.env['IZA_TEST_OTHER_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres'
/** About the embedded server itself, or about what is no SQL: rights of doors, processes that are killed, fuzzed requests, plans of the demonstration. */
const ONLY_ONCE = /main\.test\.ts$|embedded.*\.test\.ts$|refusal-matrix|kill|crashes|fuzz|demo\/plan-/

const count = { passed: 0, failed: 0, skipped: 0 }
/** Told once more at the end: a log that is cut keeps its end. */
const failures: string[] = []

const took: { title: string; file: string; ms: number }[] = []

interface Part {
  title: string
  files: string[]
  env?: Record<string, string>
}

/** One file after the other; what they have to say comes when all have ended, for another part runs at the same time. */
async function runPart({ title, files, env }: Part): Promise<void> {
  if (files.length === 0) return
  const stream = run({ files, concurrency: 1, timeout: TEST_TIMEOUT_MS, env: { ...process.env, ...env } })
  stream.on('test:pass', ({ skip, details }) => {
    if (details.type === 'suite') return
    if (skip === undefined) count.passed++
    else count.skipped++
  })
  stream.on('test:fail', ({ name, file = '', details }) => {
    if (details.type === 'suite') return
    count.failed++
    failures.push(`${title}, ${relative(process.cwd(), file)}: ${name}\n${reasonOf(details.error)}`)
  })
  stream.on('test:summary', ({ file, duration_ms }) => {
    if (file) took.push({ title, file, ms: duration_ms })
  })
  process.stdout.write(`\n${title}\n${await text(stream.compose(new spec()))}`)
}

/** The next part as soon as there is none at work here. */
async function runParts(queue: Part[]): Promise<void> {
  for (let part = queue.shift(); part; part = queue.shift()) await runPart(part)
}

function partsOf({ files, ...part }: Part): Part[] {
  return Array.from({ length: Math.ceil(files.length / FILES_OF_A_PART) }, (_nothing, at) =>
    Object.assign({}, part, { files: files.slice(at * FILES_OF_A_PART, (at + 1) * FILES_OF_A_PART) }),
  )
}

/** What was met, and where: the frames of the runner tell nothing. */
function reasonOf(error: Error): string {
  const lines = inspect(error.cause ?? error).split('\n')
  const telling = lines.filter((line) => !/^ +at .*\(?node:/.test(line)).slice(0, REASON_LINES_MAX)
  return telling.map((line) => `    ${line}`).join('\n')
}

/** Where the minutes go, so that nobody guesses when the suite grows slow. */
function tellSlowest(): void {
  const slowest = took.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST_TOLD)
  console.log(`\nSlowest of ${took.length} files:`)
  for (const { title, file, ms } of slowest)
    console.log(`  ${(ms / 1000).toFixed(1).padStart(6)} s  ${relative(process.cwd(), file)} (${title})`)
}

async function otherServerAnswers(): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: OTHER_SERVER, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    const { rows } = await client.query("select current_setting('server_version') as version")
    await client.end()
    return String(rows[0].version)
  } catch {
    return undefined
  }
}

/** The server that tests left running for each other. */
function stopTestServer(): void {
  const home = fileURLToPath(new URL('../.iza/test', import.meta.url))
  try {
    const pid = Number(readFileSync(`${placeFor(home, '').dataDir}/postmaster.pid`, 'utf8').split('\n')[0])
    process.kill(pid, 'SIGINT')
  } catch {
    // it was never started, or has ended
  }
}

const files = globSync('{kernel,server,cli,web,tools,docs}/**/*.test.ts', {
  exclude: ['**/node_modules/**', '**/dist/**'],
}).toSorted()
const wanted = process.argv.slice(2)
const chosen = wanted.length > 0 ? files.filter((file) => wanted.some((word) => file.includes(word))) : files

// Two files at once must not both make the database's user and its data on a machine that has neither.
await adminConfig()
const failedChecks = wanted.length > 0 ? [] : await runChecks()
const isBrowser = (file: string) => file.startsWith('web/browser/')
/** Those over the whole catalogue take minutes, and go first: none of them is to be what the others have ended before. */
const isLong = (file: string) => /^server\/src\/[^/]+$/.test(file)
const others = chosen
  .filter((file) => !isBrowser(file))
  .toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)))
const queue = [
  ...partsOf({ title: 'On the embedded PostgreSQL 18', files: others }),
  ...(await partsOnOther(others.filter((file) => file.startsWith('server/') && !ONLY_ONCE.test(file)))),
]
// A browser waits for a core of its own: two at once only make each other late.
const browser = { title: 'In a browser', files: chosen.filter(isBrowser) }
await Promise.all([runPart(browser).then(() => runParts(queue)), runParts(queue)])
stopTestServer()
tellSlowest()

async function partsOnOther(again: string[]): Promise<Part[]> {
  if (again.length === 0) return []
  const version = await otherServerAnswers()
  if (version) {
    const env = { IZA_TEST_DATABASE_URL: OTHER_SERVER }
    return partsOf({ title: `On PostgreSQL ${version}`, files: again, env })
  }
  if (process.env['CI']) failedChecks.push('a second PostgreSQL server, which CI requires')
  else
    console.log(
      `\nNot run a second time: no PostgreSQL server answers at 127.0.0.1:5432 (IZA_TEST_OTHER_URL names another).`,
    )
  return []
}

for (const failure of failures) console.log(`\nFailed: ${failure}`)
if (failedChecks.length > 0) console.log(`\nFailed: ${failedChecks.join(', ')}`)
console.log(
  `\n${count.passed} passed, ${count.failed + failedChecks.length} failed, ${count.skipped} skipped`,
)
process.exit(count.failed + failedChecks.length > 0 ? 1 : 0)
