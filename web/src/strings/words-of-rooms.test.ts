import { deepEqual, ok } from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { booksEn } from './books-en.ts'
import { portfolioEn } from './portfolio-en.ts'
import { shellEn } from './shell-en.ts'
import { studioEn } from './studio-en.ts'

/** Where a file says words of a part that nobody brings, a person reads `banking.title` instead. */
const SRC = fileURLToPath(new URL('..', import.meta.url))
const PARTS = { shell: shellEn, portfolio: portfolioEn, books: booksEn, studio: studioEn }
const FILES = new Map(
  globSync('**/*.{ts,tsx}', { cwd: SRC })
    .filter((path) => !path.endsWith('.test.ts') && !path.startsWith('strings/'))
    .map((path) => [path, readFileSync(join(SRC, path), 'utf8')]),
)
const LATER = /later\(\s*\[([^\]]*)\],\s*async \(\) =>\s*\(await import\('([^']+)'\)\)/g

test('the shell says words of the shell alone', () => {
  deepEqual(partsSaidFrom('main.tsx'), ['shell'])
})

test('whatever comes later names the parts of the words that it says, and no more', () => {
  const told = laterOnes()
  ok(told.length > 35, `only ${told.length} were found`)
  deepEqual(
    told.map(({ path, parts }) => [path, parts]),
    told.map(({ path }) => [path, partsSaidFrom(path).filter((part) => part !== 'shell')]),
  )
})

test('nothing comes later in another way, without its words', () => {
  const others = [...FILES].filter(([, text]) => /\blazy\(/.test(text)).map(([path]) => path)
  deepEqual(others, ['shell/later.ts'])
})

function laterOnes(): { path: string; parts: string[] }[] {
  return [...FILES].flatMap(([from, text]) =>
    [...text.matchAll(LATER)].map(([, parts = '', to = '']) => ({
      path: normalize(join(dirname(from), to)),
      parts: [...parts.matchAll(/\w+/g)].map(([part]) => part),
    })),
  )
}

function partsSaidFrom(path: string): string[] {
  const said = [...reachedFrom(path)].flatMap(groupsIn)
  return Object.entries(PARTS)
    .filter(([, words]) => said.some((group) => Object.hasOwn(words, group)))
    .map(([part]) => part)
}

/** The file and all that it brings along at once. */
function reachedFrom(path: string, reached = new Set<string>()): Set<string> {
  if (reached.has(path)) return reached
  reached.add(path)
  const text = FILES.get(path)?.replaceAll(/^import type .*$/gm, '') ?? ''
  for (const [, to = ''] of text.matchAll(/^(?:import|export) [^'()]*'(\.[^']+)'/gm)) {
    const found = normalize(join(dirname(path), to))
    if (FILES.has(found)) reachedFrom(found, reached)
  }
  return reached
}

/** The first name of each key of words in it; a name of an operation, with its hyphens, is none. */
function groupsIn(path: string): string[] {
  return [...(FILES.get(path) ?? '').matchAll(/['"`](\w+)\.(\$\{|\w+(?![-\w]))/g)]
    .filter(([, group = '', next = '']) => next === '${' || isKey(group, next))
    .map(([, group = '']) => group)
}

function isKey(group: string, next: string): boolean {
  return Object.values(PARTS).some((words) => {
    const inside: object = Object(Object.entries(words).find(([key]) => key === group)?.[1])
    return Object.hasOwn(inside, next) || Object.hasOwn(inside, `${next}_one`)
  })
}
