import { deepEqual, ok } from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { test } from 'node:test'

/** STYLE.md as tests. Figures are ratchets: they may only fall. */
const FILE_LINES_MAX = 300
const FUNCTION_LINES_MAX = 70
const MODULE_README_LINES_MAX = 40
const ARCHITECTURE_LINES_MAX = 90
const MAIN_LINES_MAX = 120

const sources = globSync('{kernel,server,cli,web,tools,bench}/**/*.{ts,tsx}', {
  exclude: ['**/node_modules/**', '**/dist/**', '**/tables.ts'],
}).map((path) => ({ path, text: readFileSync(path, 'utf8') }))

function pathsWhere(isWrong: (file: { path: string; text: string }) => boolean): string[] {
  return sources.filter(isWrong).map(({ path }) => path)
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length
}

test('there are sources to look at', () => ok(sources.length > 50))

test('no file is longer than a reader holds in mind, but for the list of texts', () => {
  deepEqual(
    pathsWhere(({ path, text }) => !path.includes('/strings/') && linesOf(text) > FILE_LINES_MAX),
    [],
  )
  ok(
    linesOf(readFileSync('server/src/main.ts', 'utf8')) <= MAIN_LINES_MAX,
    'main.ts is the composition root and no more',
  )
})

test('no function is longer than a screen', () => {
  const long = sources.flatMap(({ path, text }) => {
    const lines = text.split('\n')
    return lines.flatMap((line, from) => {
      const indent = /^( *)(export )?(default )?(async )?function /.exec(line)?.[1]
      if (indent === undefined) return []
      const length = lines.slice(from).findIndex((end) => end === `${indent}}`)
      return length > FUNCTION_LINES_MAX ? [`${path}:${from + 1} (${length} lines)`] : []
    })
  })
  deepEqual(long, [])
})

test('files are named for what they hold: kebab-case, and no drawer for odds and ends', () => {
  const drawers = /(^|-)(utils?|helpers?|common|types|misc|shared|lib)(\.|-|$)/
  deepEqual(
    pathsWhere(({ path }) => {
      const name = basename(path).replace(/(\.test|\.d)?\.tsx?$/, '')
      return !/^[a-z0-9]+(-[a-z0-9]+)*(\.config)?$/.test(name) || drawers.test(name)
    }),
    [],
  )
})

test('only index.ts re-exports, and only the face of a module', () => {
  deepEqual(
    pathsWhere(({ path, text }) => basename(path) !== 'index.ts' && /^export .* from '/m.test(text)),
    [],
  )
})

test('SQL stands in *-queries.ts only', () => {
  const sql = /\btx\.(rows|find|prepared)\(|\bsql`|\bsql<|from 'kysely'/
  deepEqual(
    pathsWhere(
      ({ path, text }) =>
        path.includes('/modules/') && !/-queries\.ts$|\.test\.ts$/.test(path) && sql.test(text),
    ),
    [],
  )
})

test('an operation stands in the file of its name, in the folder of its module', () => {
  const misplaced = sources.flatMap(({ path, text }) => {
    const name = /\boperation\(\{\s*name: '([^']+)'/.exec(text)?.[1]
    // A test may declare one that the system must not have.
    if (name === undefined || !path.startsWith('server/src/') || path.endsWith('.test.ts')) return []
    const [module, verb] = name.split('.')
    return path.endsWith(`modules/${module}/${verb}.ts`) ? [] : [`${name} in ${path}`]
  })
  deepEqual(misplaced, [])
})

test('every module says what it is, in at most forty lines', () => {
  const modules = globSync('server/src/modules/*/index.ts').map(dirname)
  ok(modules.length > 0)
  for (const module of modules) {
    const readme = readFileSync(`${module}/README.md`, 'utf8')
    ok(readme.includes('**Vocabulary.**') && readme.includes('**Invariants**'), `${module}/README.md`)
    ok(linesOf(readme) <= MODULE_README_LINES_MAX, `${module}/README.md`)
  }
  ok(linesOf(readFileSync('ARCHITECTURE.md', 'utf8')) <= ARCHITECTURE_LINES_MAX)
})

test('nothing is left half-done, switched off or silenced', () => {
  const marks = /TO[D]O|FIX[M]E|X[X]X|@ts-(ignore|expect)|(ox|es)lint-disable|coming soon|\.only\(/
  deepEqual(
    pathsWhere(({ path, text }) => path !== 'tools/tidy.test.ts' && marks.test(text)),
    [],
  )
})
