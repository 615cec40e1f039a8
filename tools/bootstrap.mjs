// Plain JavaScript for Node 20+: brings packages and the web app up to date, then runs a program on the pinned Node 24.
//   node tools/bootstrap.mjs <program.ts> [arguments]
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const BIN = join(PROJECT, 'node_modules', '.bin')
const NODE = join(BIN, 'node')
/** What V8 compiled and Node made of TypeScript is kept: a start takes a third less of the processor. */
const COMPILED = join(PROJECT, 'node_modules', '.cache', 'compiled')
/** What the web app is built from: a change in any of it builds it anew. */
const WEB_SOURCES = ['web', 'kernel', 'contract', 'package-lock.json']

process.chdir(PROJECT)
installIfStale()
buildWebIfStale()
runProgram(process.argv.slice(2))

function installIfStale() {
  const mark = join(PROJECT, 'node_modules', '.installed-from')
  const wanted = hashOf(['package.json', 'package-lock.json'])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted && existsSync(NODE)) return
  step('Installing packages (once, about half a minute)')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' })
  if (done.status !== 0)
    fail(
      'The packages could not be installed; what npm said stands above. Check the network, then start again.',
    )
  if (!existsSync(NODE)) fail(`No Node 24 is packaged for ${process.platform}-${process.arch}.`)
  writeFileSync(mark, wanted)
}

function buildWebIfStale() {
  const mark = join(PROJECT, 'web', 'dist', '.built-from')
  const wanted = hashOf(WEB_SOURCES)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  step('Building the web app')
  const done = spawnSync(
    NODE,
    [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', 'web', '--logLevel', 'warn'],
    {
      stdio: 'inherit',
    },
  )
  if (done.status !== 0) fail('The web app could not be built; what Vite said stands above.')
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, wanted)
}

/** Ctrl-C reaches every process of the terminal; we wait for the program to end by itself, and pass on what only we get. */
function runProgram(given) {
  const env = { NODE_COMPILE_CACHE: COMPILED, ...process.env, PATH: `${BIN}:${process.env.PATH}` }
  const child = spawn(NODE, given, { stdio: 'inherit', env })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 1))
}

function hashOf(places) {
  const hash = createHash('sha256')
  for (const file of places.flatMap(filesIn).sort()) hash.update(`${file}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(place) {
  if (!statSync(place).isDirectory()) return [place]
  const skipped = new Set(['dist', 'node_modules', 'browser'])
  return readdirSync(place)
    .filter((name) => !skipped.has(name))
    .flatMap((name) => filesIn(join(place, name)))
}

function step(text) {
  console.log(`  ${text} …`)
}

function fail(text) {
  console.error(`\n  ${text}\n`)
  process.exit(1)
}
