import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { minorOf } from '#kernel/money.ts'
import { createWay } from '#server/system.ts'
import { caller, testSystem } from '#server/test-system.ts'
import { FAULTS, ONE_SIDED_RULE, type Fault } from './faults.ts'
import { planBooks } from './plan-books.ts'
import { DEMO_SEED, planStudio } from './plan-studio.ts'

/** So many exceptions may be there that nobody planted. */
const UNPLANTED_MAX = 0
const TIMEOUT_MS = 240_000
/** A full month and the running one: what two years have more is more of the same (plan-books.test.ts). */
const BOOK_MONTHS = 1

const Run = z.object({ run: z.object({ status: z.string(), problem: z.unknown(), result: z.unknown() }) })
const Named = z.object({ id: z.string(), name: z.string() })
const Exception = z.object({
  rule: z.string(),
  subjectId: z.string(),
  otherId: z.string().nullable(),
  business: Named.nullable(),
  entity: Named.nullable(),
})
const Book = z.object({ id: z.string(), entity: Named })
const Held = z.object({ id: z.string(), entity: Named })
const Checked = z.object({ checks: z.array(z.object({ key: z.string(), isMet: z.boolean() })) })
const Trial = z.object({
  rows: z.array(
    z.object({ account: z.object({ code: z.string() }), currency: z.string(), balance: z.string() }),
  ),
})
const Total = z.object({ total: z.int() })

const { database, machineKey, settings, url } = await testSystem({
  isFounded: false,
  worksRuns: true,
  demoMonths: BOOK_MONTHS,
})
const { invoke } = createWay(database.app, settings)
const call = caller(invoke)
const today = new Date().toISOString().slice(0, 10)
const plan = planStudio({ seed: DEMO_SEED, today })
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
  const planned = [...planBooks(plan, { seed: DEMO_SEED, today, months: BOOK_MONTHS })]
  deepEqual(await runToEnd(), {
    status: 'done',
    problem: null,
    result: {
      businesses: 442,
      entities: plan.entities.length,
      stakes: plan.stakes.length,
      values: plan.values.length,
      books: plan.entities.length,
      entries: planned.reduce((sum, { entries }) => sum + entries.length, 0),
      faults: FAULTS.length,
    },
  })
  t.diagnostic(`all of it after ${Math.round(performance.now() - startedAtMs)} ms`)
  equal(await total('entities.list-entities'), plan.entities.length)
  const ready: unknown = await (await fetch(`${url}/readyz`)).json()
  deepEqual(ready, { status: 'ready', waitsFor: [] })
})

test('the rules find each planted fault, and nothing else', async () => {
  // What waits for a second person is asked for by a run of its own, which the filling put there last.
  while ((await total('approvals.list-approvals', { view: 'all' })) === 0) await setTimeout(50)
  const items = await everything('exceptions.list-exceptions', Exception)
  const nameOf = new Map(
    (await everything('businesses.list-businesses', Named)).map(({ id, name }) => [id, name]),
  )
  const found = items.map(({ rule, business, otherId, entity }): Fault => {
    if (business === null) return { rule, about: [entity?.name ?? ''] }
    const other = rule === 'businesses.duplicates' ? (nameOf.get(otherId ?? '') ?? '') : undefined
    return { rule, about: other === undefined ? [business.name] : [other, business.name] }
  })
  // The books of a test are too short for what two entities should have settled long ago.
  const faults = FAULTS.filter(({ rule }) => rule !== ONE_SIDED_RULE)
  const planted = new Set(faults.map(told))
  deepEqual(
    faults.map(told).filter((fault) => !found.map(told).includes(fault)),
    [],
    'not found',
  )
  const unplanted = found.map(told).filter((fault) => !planted.has(fault))
  ok(unplanted.length <= UNPLANTED_MAX, unplanted.join('\n'))
  equal(found.length, faults.length + unplanted.length, 'each is found once')
})

test('a book for each entity: what stands in it is what was planned, and zero in all', async () => {
  const books = await everything('ledger.list-books', Book)
  const planned = [...planBooks(plan, { seed: DEMO_SEED, today, months: BOOK_MONTHS })]
  equal(books.length, planned.length)
  const idOf = new Map(books.map(({ id, entity }) => [entity.name, id]))
  for (const { entity, currency, entries } of planned) {
    const { rows } = Trial.parse(
      await call('ledger.get-trial-balance', { bookId: idOf.get(entity) }, machineKey),
    )
    const stands = rows.map((row) => {
      const read = minorOf(row.balance, row.currency)
      return { account: row.account.code, currency: row.currency, minor: 'minor' in read ? read.minor : null }
    })
    const wanted = entries.flatMap(({ lines }) => lines.map((line) => ({ currency, ...line })))
    deepEqual(balancesOf(stands), balancesOf(wanted), entity)
    const sums = Map.groupBy(stands, (one) => one.currency)
    for (const [unit, all] of sums)
      equal(
        all.reduce((sum, { minor }) => sum + (minor ?? 0n), 0n),
        0n,
        `${entity} ${unit}`,
      )
  }
})

test('each business in a book that balances by business has a balance sheet', async () => {
  const book = (await everything('ledger.list-books', Book)).find(
    ({ entity }) => entity.name === 'AI Boss Knowledge LLC',
  )
  const businesses = await everything('businesses.list-businesses', Held)
  const own = businesses.filter(({ entity }) => entity.id === book?.entity.id)
  ok(own.length > 5)
  for (const { id } of own) {
    const asked = { kind: 'balance-sheet', businessId: id, periods: [{ to: today }] }
    const { checks } = Checked.parse(await call('statements.get-statement', asked, machineKey))
    deepEqual(checks, [{ key: 'balanced', isMet: true }])
  }
})

/** By account and currency; the capital of the members is one. */
function balancesOf(all: readonly { account: string; currency: string; minor: bigint | null }[]) {
  const balances = new Map<string, bigint>()
  for (const { account, currency, minor } of all) {
    const key = `${account.replace(/^3010\..*/, '3010')} ${currency}`
    balances.set(key, (balances.get(key) ?? 0n) + (minor ?? 0n))
  }
  return Object.fromEntries([...balances].filter(([, minor]) => minor !== 0n))
}

async function total(operation: string, more: object = {}): Promise<number> {
  return Total.parse(await call(operation, { limit: 1, ...more }, machineKey)).total
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

async function everything<T>(operation: string, Item: z.ZodType<T>): Promise<T[]> {
  const Page = z.object({ items: z.array(Item), nextCursor: z.string().nullable() })
  const all: T[] = []
  let cursor: string | null = null
  do {
    const page: z.output<typeof Page> = Page.parse(
      await call(operation, { limit: 200, ...(cursor && { cursor }) }, machineKey),
    )
    all.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return all
}
