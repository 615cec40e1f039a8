import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { isRecord } from '#kernel/records.ts'
import type { Operation } from './catalogue/operation.ts'
import { declaredCatalogue } from './all-modules.ts'
import { testActors, testRequest } from './test-actors.ts'
import { OWNER, testWay } from './test-system.ts'

/** What nobody means in the place of a field, and somebody sends; some of it is what another field takes. */
const WRONG: readonly unknown[] = [
  'acme',
  '',
  '-1',
  '2026-02-31',
  '9999-12-31',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '99999999999999999999.99',
  `%_\\'";--\u0000`,
  'é'.repeat(500),
  -1,
  2 ** 53,
  true,
  null,
  [],
  [null],
  {},
]

const { operations } = declaredCatalogue()
const { invoke, machineKey, call, database } = await testWay()
await call('identity.found-studio', OWNER)
const records = await database.look()
const studioId = idFrom('studio', Object((await call('identity.get-me', {}, machineKey))['studio']).id)
const { actorFor, examplesOf } = await testActors({ invoke, machineKey, records, studioId })

test('whatever stands in the place of a field is taken for what it is, or refused: never is it our mistake', async () => {
  const broken: string[] = []
  let tried = 0
  // Visitors are held back after a few tries, so what they send is refused before anything looks at it.
  for (const operation of operations.filter(({ scope }) => scope !== 'public')) {
    const { token, self } = await actorFor(operation)
    const [example] = await examplesOf(operation, { token, self })
    ok(isRecord(example))
    for (const [place, input] of wrongInputs(operation, example)) {
      tried++
      const isDryRun = operation.effect !== 'read'
      const error = await thrownBy(() => invoke({ ...testRequest(operation, input, token), isDryRun }))
      if (isOurMistake(error)) broken.push(`${operation.name} ${place}: ${String(error)}`)
    }
  }
  deepEqual(broken, [])
  ok(tried > operations.length * WRONG.length, `${tried} were tried`)
})

/** The example with each field that there is, also those it leaves out, replaced by each; and what stands deeper in it. */
function wrongInputs({ input: { shape } }: Operation, example: Record<string, unknown>): [string, unknown][] {
  const paths = [...Object.keys(shape).map((field) => [field]), ...deepIn(example)]
  return paths.flatMap((path) =>
    WRONG.map((wrong): [string, unknown] => [
      `${path.join('.')} = ${JSON.stringify(wrong)}`,
      replaced(example, path, wrong),
    ]),
  )
}

/** Below its fields; of a list the first, for the others are alike. */
function deepIn(value: unknown, path: readonly string[] = []): string[][] {
  const inner: [string, unknown][] = Array.isArray(value)
    ? Object.entries(value.slice(0, 1))
    : isRecord(value)
      ? Object.entries(value)
      : []
  return inner.flatMap(([key, one]) => {
    const own = [...path, key]
    return (own.length > 1 ? [own] : []).concat(deepIn(one, own))
  })
}

function replaced(value: unknown, [key, ...deeper]: readonly string[], wrong: unknown): unknown {
  if (key === undefined) return wrong
  if (Array.isArray(value)) return value.with(Number(key), replaced(value[Number(key)], deeper, wrong))
  return Object.assign({}, value, { [key]: replaced(Object(value)[key], deeper, wrong) })
}

async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work()
    return undefined
  } catch (error) {
    return error
  }
}

function isOurMistake(error: unknown): boolean {
  return error !== undefined && !(error instanceof Problem && !['broken', 'unavailable'].includes(error.kind))
}
