import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#kernel/problem.ts'
import { seeded } from '#kernel/seeded.ts'
import { testLedger } from './test-ledger.ts'

const STEPS = Number(process.env['IZA_HOLD_STEPS'] ?? 400)
const SEED = Number(process.env['IZA_HOLD_SEED'] ?? 20_261_128)
const CASH = '1010'
const SAVINGS = '1020'
const FLOORS: Record<string, number> = { [CASH]: 0, [SAVINGS]: 50 }

const way = await testLedger()
const { act, ours } = way
const chance = seeded(SEED)

/** The model: what stands on each account, and what is pending with all that it would move. */
const balances = new Map([
  [CASH, 1000],
  [SAVINGS, 1000],
])
interface Waiting {
  id: string
  moves: Map<string, number>
}
let waiting: Waiting[] = []

const heldOf = (code: string) =>
  waiting.reduce((sum, { moves }) => sum + Math.max(0, -(moves.get(code) ?? 0)), 0)
const fits = (moves: Map<string, number>) =>
  [...moves].every(
    ([code, by]) => (balances.get(code) ?? 0) + by - heldOf(code) >= (FLOORS[code] ?? -Infinity),
  )

/** Lines that may touch an account twice: what counts is what they move in sum. */
function someEntry() {
  const codes = chance.next() < 0.5 ? [CASH] : [CASH, SAVINGS]
  const parts = codes.flatMap((code): [string, number][] =>
    Array.from({ length: chance.whole(1, 2) }, () => [code, chance.whole(-400, 400) || 1]),
  )
  const rest = -parts.reduce((sum, [, by]) => sum + by, 0)
  const all: [string, number][] =
    rest === 0 ? [...parts, ['3010', 5], ['3010', -5]] : [...parts, ['3010', rest]]
  const moves = new Map<string, number>()
  for (const [code, by] of parts) moves.set(code, (moves.get(code) ?? 0) + by)
  return { moves, entry: ours.entry(ours.lines(...all)) }
}

function move(moves: Map<string, number>): void {
  for (const [code, by] of moves) balances.set(code, (balances.get(code) ?? 0) + by)
}

async function isDone(operation: string, input: object): Promise<string | undefined> {
  const answer = await act(operation, input).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'ledger.below-floor') return undefined
    throw error
  })
  return answer && String(answer['id'])
}

test(`${STEPS} steps with floors and holds come out as a model without a database says`, async () => {
  for (const [code, floor] of Object.entries(FLOORS)) {
    await ours.post(ours.lines([code, 1000], ['3010', -1000]))
    await act('ledger.update-account', { accountId: ours.account(code), floor: String(floor) })
  }
  const seen = { post: 0, reserve: 0, settle: 0, refused: 0 }
  for (let step = 0; step < STEPS; step++) {
    const kind = chance.pick(['post', 'reserve', 'reserve', 'settle', 'settle'])
    const at = chance.whole(0, Math.max(0, waiting.length - 1))
    const one = waiting[at]
    if (kind === 'settle' && one) {
      waiting = waiting.toSpliced(at, 1)
      const isPosted = chance.next() < 0.6
      if (isPosted && !fits(one.moves)) throw new Error('what was held does not fit')
      equal(
        (await isDone(`ledger.${isPosted ? 'post' : 'void'}-pending`, { pendingId: one.id })) === undefined,
        false,
      )
      if (isPosted) move(one.moves)
      seen.settle++
      continue
    }
    const { moves, entry } = someEntry()
    const id = await isDone(kind === 'post' ? 'ledger.post-entry' : 'ledger.reserve-entry', entry)
    equal(id !== undefined, fits(moves), `step ${step} of seed ${SEED}`)
    if (id === undefined) seen.refused++
    else if (kind === 'post') move(moves)
    else waiting = [...waiting, { id, moves }]
    seen[kind === 'post' ? 'post' : 'reserve']++
  }
  const now = await ours.balances()
  deepEqual(
    [now[`${CASH} USD`], now[`${SAVINGS} USD`]],
    [balances.get(CASH), balances.get(SAVINGS)].map((minor) => (minor === 0 ? undefined : `${minor}.00`)),
  )
  const open = await act('ledger.list-pending', { bookId: ours.bookId, state: 'open' })
  equal(open['total'], waiting.length)
  equal(
    Object.values(seen).every((count) => count > STEPS / 20),
    true,
    JSON.stringify(seen),
  )
})
