import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { isRecord } from '#kernel/records.ts'
import { declaredCatalogue } from './all-modules.ts'
import { germanOf, saidOf } from './catalogue/schema-words.ts'
import { testSystem } from './test-system.ts'

/** What only terminals and programs read stays English: starting, the protocols of agents and of GraphQL. */
const FOR_NO_SCREEN = /^(start|database|mcp|graphql)\.|^door\.(no-http|bad-idempotency-key)$/

test('every problem that a screen can show is said in German too', () => {
  const root = new URL('./', import.meta.url)
  const sources = globSync('**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }).map((file) =>
    readFileSync(new URL(file, root), 'utf8'),
  )
  const declared = Array.from(
    sources.join('\n').matchAll(/\bproblem\(\s*'[a-z-]+',\s*'([a-z.-]+)',[^]*?=>\s*(\(\{)?/g),
  )
  ok(declared.length > 180, `only ${declared.length} were found`)
  const plain = declared.flatMap(([, code = '', said]) => (said === undefined ? [code] : []))
  deepEqual(
    plain.filter((code) => !FOR_NO_SCREEN.test(code)),
    [],
  )
})

test('whatever our own checks say, they say in German too', () => {
  const words = new Set(declaredCatalogue().operations.flatMap(({ input }) => ownWords(input)))
  ok(words.size > 20, `only ${words.size} were found`)
  deepEqual(
    [...words].filter((one) => germanOf(one) === undefined),
    [],
  )
})

/** The words that stand beside the checks of a schema, wherever in it. */
function ownWords(node: unknown, seen = new Set<unknown>()): string[] {
  if (typeof node !== 'object' || node === null || seen.has(node)) return []
  seen.add(node)
  if (Array.isArray(node)) return node.flatMap((one) => ownWords(one, seen))
  const inside: unknown = Reflect.get(node, '_zod')
  const def = isRecord(inside) ? inside['def'] : node
  if (!isRecord(def)) return []
  const { error, ...rest } = def
  const words: unknown = typeof error === 'function' ? error({ code: 'custom', input: undefined }) : undefined
  return [...(typeof words === 'string' ? [words] : []), ...ownWords(Object.values(rest), seen)]
}

test('zod’s own words come in both languages, with what was given', () => {
  const given = { name: 7, list: ['a', 'bcd'] }
  const schema = z.strictObject({ name: z.string(), list: z.array(z.string().max(2)) })
  const issues = schema.safeParse(given).error?.issues ?? []
  deepEqual(
    issues.map((issue) => saidOf(issue, given)),
    [
      {
        en: 'Invalid input: expected string, received number',
        de: 'Ungültige Eingabe: erwartet string, erhalten Zahl',
      },
      {
        en: 'Too big: expected string to have <=2 characters',
        de: 'Zu groß: erwartet, dass string <=2 Zeichen hat',
      },
    ],
  )
})

test('answers and problems come in the language that the request asks for', async () => {
  const { url, machineKey } = await testSystem({ isFounded: true })
  const ask = async (path: string, language: string) => {
    const headers = { authorization: `Bearer ${machineKey}`, 'accept-language': language }
    const response = await fetch(`${url}/api/v1/${path}`, { headers })
    const body: unknown = await response.json()
    return { language: response.headers.get('content-language'), body: isRecord(body) ? body : {} }
  }
  const german = await ask('businesses/list-businesses?asOf=2199-01-01', 'de-DE,de;q=0.9,en;q=0.7')
  equal(german.language, 'de')
  equal(german.body['title'], 'Die Anfrage ist nicht zu gebrauchen')
  match(String(german.body['detail']), /^2199-01-01 steht noch bevor/)
  const english = await ask('businesses/list-businesses?asOf=2199-01-01', 'fr')
  deepEqual([english.language, english.body['title']], ['en', 'The request cannot be used'])
  const wrong = await ask('businesses/get-business?businessId=7', 'de')
  deepEqual(wrong.body['errors'], [{ pointer: '/businessId', detail: 'erwartet wird eine Kennung biz_…' }])
  const rules = await ask('exceptions/summarise-exceptions', 'de')
  const [first] = z.object({ rules: z.array(z.object({ title: z.string() })) }).parse(rules.body).rules
  equal(first?.title, 'Mögliche Dublette')
})
