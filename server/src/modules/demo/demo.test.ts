import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { createWay } from '#server/system.ts'
import { caller, testSystem } from '#server/test-system.ts'
import { FAULTS, type Fault } from './faults.ts'
import { DEMO_SEED, planStudio } from './plan-studio.ts'

/** So many exceptions may be there that nobody planted. */
const UNPLANTED_MAX = 0
const TIMEOUT_MS = 240_000

const Run = z.object({ run: z.object({ status: z.string(), problem: z.unknown(), result: z.unknown() }) })
const Exceptions = z.object({
  items: z.array(
    z.object({
      rule: z.string(),
      subjectId: z.string(),
      otherId: z.string().nullable(),
      business: z.object({ id: z.string(), name: z.string() }).nullable(),
      entity: z.object({ id: z.string(), name: z.string() }).nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
  total: z.int(),
})
const Total = z.object({ total: z.int() })

const { database, machineKey, settings, url } = await testSystem({ isFounded: false, worksRuns: true })
const { invoke } = createWay(database.app, settings)
const call = caller(invoke)
const startedAtMs = performance.now()
const { runId } = await call('demo.found-studio', {})

test('it says that it is ready, and still filled', async () => {
  const answer = await (await fetch(`${url}/readyz`)).json()
  const { status, word } = z.object({ status: z.string(), word: z.string() }).parse(answer)
  equal(status, 'ready')
  ok(word.startsWith('The demonstration is still being filled'), word)
})

test('the portfolio is there before its history, and then all of it', { timeout: TIMEOUT_MS }, async (t) => {
  while ((await total('businesses.list-businesses')) < 442) await setTimeout(50)
  t.diagnostic(`442 businesses after ${Math.round(performance.now() - startedAtMs)} ms`)
  const plan = planStudio({ seed: DEMO_SEED, today: new Date().toISOString().slice(0, 10) })
  deepEqual(await runToEnd(), {
    status: 'done',
    problem: null,
    result: {
      businesses: 442,
      entities: plan.entities.length,
      stakes: plan.stakes.length,
      values: plan.values.length,
      faults: FAULTS.length,
    },
  })
  t.diagnostic(`all of it after ${Math.round(performance.now() - startedAtMs)} ms`)
  equal(await total('entities.list-entities'), plan.entities.length)
  const ready: unknown = await (await fetch(`${url}/readyz`)).json()
  deepEqual(ready, { status: 'ready', waitsFor: [] })
})

test('the rules find each planted fault, and nothing else', async () => {
  const items: z.output<typeof Exceptions>['items'] = []
  let cursor: string | null = null
  do {
    const page = Exceptions.parse(
      await call('exceptions.list-exceptions', { limit: 200, ...(cursor && { cursor }) }, machineKey),
    )
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  const nameOf = new Map((await everyBusiness()).map(({ id, name }) => [id, name]))
  const found = items.map(({ rule, business, otherId, entity }): Fault => {
    if (business === null) return { rule, about: [entity?.name ?? ''] }
    const other = rule === 'businesses.duplicates' ? (nameOf.get(otherId ?? '') ?? '') : undefined
    return { rule, about: other === undefined ? [business.name] : [other, business.name] }
  })
  const planted = new Set(FAULTS.map(told))
  deepEqual(
    FAULTS.map(told).filter((fault) => !found.map(told).includes(fault)),
    [],
    'not found',
  )
  const unplanted = found.map(told).filter((fault) => !planted.has(fault))
  ok(unplanted.length <= UNPLANTED_MAX, unplanted.join('\n'))
  equal(found.length, FAULTS.length + unplanted.length, 'each is found once')
})

async function total(operation: string): Promise<number> {
  return Total.parse(await call(operation, { limit: 1 }, machineKey)).total
}

function told({ rule, about }: Fault): string {
  return `${rule}: ${about.toSorted().join(' | ')}`
}

async function runToEnd() {
  for (;;) {
    const { run } = Run.parse(await call('runs.get-run', { runId }, machineKey))
    if (run.status !== 'queued' && run.status !== 'running' && run.problem === null) return run
    if (run.problem !== null) return run
    await setTimeout(100)
  }
}

async function everyBusiness() {
  const Page = z.object({
    items: z.array(z.object({ id: z.string(), name: z.string() })),
    nextCursor: z.string().nullable(),
  })
  const all: { id: string; name: string }[] = []
  let cursor: string | null = null
  do {
    const page = Page.parse(
      await call('businesses.list-businesses', { limit: 200, ...(cursor && { cursor }) }, machineKey),
    )
    all.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return all
}
