import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { OWNER } from '#server/test-system.ts'
import { openBrowser } from '../web/browser/open-browser.ts'
import { visitAsOwner } from '../web/browser/owner-visit.ts'
import type { Visit } from '../web/browser/visit.ts'
import { median } from './load.ts'

/**
 * What a person waits for: the first paint, frames while the list of 2,000 is scrolled, the nodes that it holds, memory of
 * the program as it is started, and the search over everything at 10,000. Beside a page of ours that holds one line, a plain
 * list of as many rows, and a read that touches one row: `node bench/screen.ts`.
 */
const PORT_OFFSET = 700
const URL = `http://localhost:${3000 + PORT_OFFSET}`
const ROWS_AT_ONCE = 200
const LOADS = 7
const SCROLL_MS = 3000
const SEARCHES = 200
const WORDS = ['lantern', 'harbour 7', 'works 99', 'meridian', 'business 1234', 'press']
const NAMES = ['Lantern', 'Harbour', 'Meridian', 'Copper', 'Juniper']
const KINDS = ['Works', 'Press', 'Analytics', 'Kitchen', 'Freight', 'Studio', 'Health']

const home = mkdtempSync(join(tmpdir(), 'iza-screen-'))
const program = spawn(process.execPath, ['server/src/main.ts'], {
  env: { ...process.env, IZA_HOME: home, IZA_PORT_OFFSET: String(PORT_OFFSET), IZA_REQUESTS_PER_SECOND: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
})

test('what a person waits for', async () => {
  try {
    await ready()
    await send('identity/found-studio', OWNER)
    const entityId = await send('entities/create-entity', {
      name: 'Holding',
      kind: 'LLC',
      jurisdiction: 'US-DE',
    })
    await addBusinesses(0, 2000, entityId)
    const browser = await openBrowser()
    const visit = await visitAsOwner(browser, { url: URL }, { path: '/businesses' })
    await firstPaints(visit)
    await firstScripts(visit)
    await frames(visit)
    console.log(`memory with 2,000 businesses: ${(residentBytes() / 1e6).toFixed(0)} MB`)
    await visit.page.context().close()
    await addBusinesses(2000, 10_000, entityId)
    await searches()
  } finally {
    program.kill('SIGTERM')
    await new Promise((resolve) => program.once('exit', resolve))
    rmSync(home, { recursive: true, force: true })
  }
})

function ready(): Promise<void> {
  return new Promise((resolve, reject) => {
    program.stdout.on('data', (chunk: Buffer) => String(chunk).includes('Ready in') && resolve())
    program.once('exit', (code) => reject(new Error(`it ended with ${code} before it was ready`)))
  })
}

async function send(path: string, input: object): Promise<string> {
  const response = await fetch(`${URL}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...credential() },
    body: JSON.stringify(input),
  })
  const body: unknown = await response.json()
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(body)}`)
  return String(Object(body).id)
}

function credential(): { authorization: string } {
  return { authorization: `Bearer ${readFileSync(join(home, 'keys/machine.key'), 'utf8').trim()}` }
}

async function addBusinesses(from: number, to: number, entityId: string): Promise<void> {
  for (let at = from; at < to; at += ROWS_AT_ONCE) {
    const businesses = Array.from({ length: ROWS_AT_ONCE }, (_nothing, step) => ({
      name: `${NAMES[(at + step) % NAMES.length]} ${KINDS[(at + step) % KINDS.length]} ${at + step}`,
      description: `Business ${at + step} prints short runs of technical books on demand.`,
      entityId,
    }))
    await send('businesses/create-businesses', { businesses })
  }
}

/** Of the kernel, for the process that serves; the database is another. */
function residentBytes(): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'))?.[1]) * 1024
}

async function firstPaints({ page }: Visit): Promise<void> {
  const paintOf = async (path: string) => {
    await page.goto(URL + path)
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
    return page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    )
  }
  const seen: Record<string, number[]> = { '/': [], '/businesses': [], '/healthz': [] }
  for (let load = 0; load < LOADS; load++)
    for (const path of Object.keys(seen)) seen[path]?.push(await paintOf(path))
  for (const [path, msOf] of Object.entries(seen))
    console.log(`first paint of ${path}: median ${median(msOf).toFixed(0)} ms`)
}

/** What the browser takes before anything can be seen: every script that was there by then, and not the first file alone. */
async function firstScripts({ page }: Visit): Promise<void> {
  await page.goto(URL)
  await page.getByRole('navigation').first().waitFor()
  const scripts = await page.evaluate(() => {
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
    const taken = performance
      .getEntriesByType('resource')
      .filter((one) => one instanceof PerformanceResourceTiming)
    return taken
      .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd <= painted)
      .map(({ decodedBodySize }) => decodedBodySize)
  })
  const files = globSync('web/dist/assets/*.js')
  const all = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
  const shown = readFileSync('web/dist/index.html', 'utf8')
  const entry = files.filter((file) => shown.includes(file.slice(file.lastIndexOf('/') + 1)))
  const first = entry.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
  console.log(
    `scripts before the first paint: ${scripts.length}, ${kilobytes(scripts.reduce((sum, size) => sum + size, 0))} unpacked; those of every page ${entry.length}, ${kilobytes(first)} gzip, of ${kilobytes(all)} in ${files.length} files`,
  )
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} KB`
}

async function frames({ page }: Visit): Promise<void> {
  const perSecond = (selector: string) =>
    page.evaluate(
      async ([found, ms]) => {
        const frame = document.querySelector(found)
        if (!frame) throw new Error(`no ${found}`)
        const [beganMs, until] = [performance.now(), performance.now() + ms]
        let count = 0
        while (performance.now() < until) {
          frame.scrollTop += 40
          await new Promise(requestAnimationFrame)
          count++
        }
        return (1000 * count) / (performance.now() - beganMs)
      },
      [selector, SCROLL_MS] as const,
    )
  await page.goto(`${URL}/businesses`)
  await page.getByRole('row').nth(5).waitFor()
  const ours = await perSecond('[role=table]')
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  await page.setContent(
    `<div id="plain" style="height:700px;overflow:auto">${'<p style="height:40px">Lantern Works</p>'.repeat(2000)}</div>`,
  )
  const plain = await perSecond('#plain')
  console.log(
    `scrolled: ${ours.toFixed(1)} frames a second with ${nodes} nodes (plain list: ${plain.toFixed(1)})`,
  )
}

async function searches(): Promise<void> {
  const found: number[] = []
  const plain: number[] = []
  for (let at = 0; at < SEARCHES; at++) {
    const words = encodeURIComponent(WORDS[at % WORDS.length] ?? '')
    found.push(await timed(`search/search-everything?words=${words}&limit=10`))
    plain.push(await timed('identity/get-me'))
  }
  console.log(`search over everything at 10,000 by HTTP: ${told(found)}; one row by HTTP: ${told(plain)}`)
}

async function timed(path: string): Promise<number> {
  const beganMs = performance.now()
  const response = await fetch(`${URL}/api/v1/${path}`, { headers: credential() })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return performance.now() - beganMs
}

function told(msOf: readonly number[]): string {
  const p95 = msOf.toSorted((a, b) => a - b)[Math.floor(msOf.length * 0.95)] ?? 0
  return `p50 ${median(msOf).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
}
