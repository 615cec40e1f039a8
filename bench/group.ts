import { test } from 'node:test'
import pg from 'pg'
import { addDays } from '#kernel/periods.ts'
import { atEnd } from '#server/database/at-end.ts'
import { testGroup, type TestBook } from '#server/modules/group/test-group.ts'
import { median } from './load.ts'

/**
 * A group: consolidating 300 entities, each with two years of a line a day on six accounts, beside the plainest sum of their days;
 * and the balance sheet and income statement of one of them. `node bench/group.ts`.
 */
const [ENTITIES, DAYS, STEP] = [300, 730, 2]
const [CALLS, WARM_UP] = [7, 2]
const FIRST = '2024-11-01'
const LAST = addDays(FIRST, DAYS)

const { act, database, book, owns, consolidate } = await testGroup()
const admin = new pg.Pool({ ...database.configFor('admin'), max: 2 })
atEnd(() => admin.end())

test('consolidating 300 entities', { timeout: 900_000 }, async () => {
  const root = await book('Group LLC')
  const books = await inTurn(ENTITIES - 1, async (at) => {
    const own = await book(`Part ${at} LLC`)
    await owns(root, own, at % 10 === 0 ? '80' : '100', { from: FIRST })
    await fill(own, root)
    return own
  })
  await fill(root, undefined)
  await admin.query('analyze')
  const year = (to: string) => () => consolidate(root, addDays(to, -364), to)
  const [one] = books
  const told = await measured({
    consolidated: year(LAST),
    'a year ago': year(addDays(LAST, -365)),
    control: () =>
      admin.query('select account_id, sum(debit_minor - credit_minor) from account_day group by 1'),
    'balance sheet of one': () => statement(one, 'balance-sheet'),
    'income statement of one': () => statement(one, 'income-statement'),
  })
  const { rows } = await admin.query('select count(*)::int as days from account_day')
  console.log(`300 entities, ${rows[0].days} sums by day: ${told}`)
})

/** Capital, then every second day a sale, a cost and a wage: three entries, six lines. */
async function fill(own: TestBook, owner: TestBook | undefined): Promise<void> {
  const entries: object[] = []
  const put = (effectiveOn: string, lines: ReturnType<TestBook['lines']>) =>
    entries.push({ effectiveOn, memo: 'A bench', lines })
  put(FIRST, own.lines(['1010', 50_000], ['3010', -50_000, owner && { partnerEntityId: owner.entityId }]))
  for (let at = 0; at < DAYS; at += STEP) {
    const on = addDays(FIRST, at)
    put(on, own.lines(['1010', 120], ['4010', -120]))
    put(on, own.lines(['5010', 40], ['2010', -40]))
    put(on, own.lines(['6010', 30], ['1010', -30]))
  }
  for (let from = 0; from < entries.length; from += 1000)
    await act('ledger.post-entries', { bookId: own.bookId, entries: entries.slice(from, from + 1000) })
}

function statement(of: TestBook | undefined, kind: string) {
  const periods = [LAST, addDays(LAST, -365)].map((to) => ({ from: addDays(to, -364), to }))
  return act('statements.get-statement', { bookId: of?.bookId, kind, periods })
}

async function inTurn<T>(count: number, make: (at: number) => Promise<T>): Promise<T[]> {
  const made: T[] = []
  for (let at = 0; at < count; at++) made.push(await make(at))
  return made
}

/** Each in turn, so that all have the same minute; the median of each. */
async function measured(turns: Record<string, () => Promise<unknown>>): Promise<string> {
  const times = new Map<string, number[]>()
  for (let call = 0; call < WARM_UP + CALLS; call++)
    for (const [name, turn] of Object.entries(turns)) {
      const startedAtMs = performance.now()
      await turn()
      if (call >= WARM_UP) times.set(name, [...(times.get(name) ?? []), performance.now() - startedAtMs])
    }
  return [...times].map(([name, all]) => `${name} ${median(all).toFixed(1)} ms`).join(', ')
}
