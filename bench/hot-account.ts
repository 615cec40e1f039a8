import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#kernel/ids.ts'
import { endNow } from '#server/database/at-end.ts'
import { SEALED_PER_STEP, sealNext } from '#server/modules/audit/seal-next.ts'
import { testLedger } from '#server/modules/ledger/test-ledger.ts'
import { SITE, TEST_MEANS } from '#server/test-system.ts'
import { writeRecord } from '#server/record/write-record.ts'
import { median } from './load.ts'

/**
 * 256 callers who post singly to one hot account, each under an idempotency key, beside the same rows in one transaction each; both
 * are sealed as they come. A program of its own: the runner of tests hooks every promise, which the serving program does not.
 * `node tools/bootstrap.mjs bench/hot-account.ts`.
 */
const [CALLERS, POSTS_PER_ROUND, ROUNDS] = [256, 4000, 4]
/** Sixty times as often as the program does it. */
const SEAL_EVERY_MS = 1000

const { database, invoke, machineKey, ours, studioId } = await testLedger()
const [cash, sales] = [ours.account('1010'), ours.account('4010')]
const input = ours.entry(ours.lines(['1010', '1.00'], ['4010', '-1.00']))
const credential = { token: machineKey, isLocal: true, site: SITE }

const over = new AbortController()
const sealed = sealAsTheyCome()
await byAll(post)
const [grouped, alone]: [Round[], Round[]] = [[], []]
for (let round = 0; round < ROUNDS; round++) {
  const turns = [
    async () => void grouped.push(await byAll(post)),
    async () => void alone.push(await byAll(postAlone)),
  ]
  for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
}
over.abort()
await sealed
const [mine, control] = [medianOf(grouped), medianOf(alone)]
const times = (mine.perSecond / control.perSecond).toFixed(1)
console.log(`hot account: ${told(mine)} by invoke(), ${told(control)} in a transaction each: ${times} times`)
await endNow()

async function sealAsTheyCome(): Promise<void> {
  while (!over.signal.aborted) {
    const lines = await database.app.write({ studioId }, (tx) => sealNext(tx, studioId, TEST_MEANS.audit))
    if (lines < SEALED_PER_STEP) await pause(SEAL_EVERY_MS)
  }
}

interface Round {
  perSecond: number
  p99Ms: number
}

async function byAll(work: () => Promise<unknown>): Promise<Round> {
  let left = POSTS_PER_ROUND
  const took: number[] = []
  const startedAtMs = performance.now()
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (left-- > 0) {
        const askedAtMs = performance.now()
        await work()
        took.push(performance.now() - askedAtMs)
      }
    }),
  )
  const perSecond = (POSTS_PER_ROUND / (performance.now() - startedAtMs)) * 1000
  const slowest = took.toSorted((a, b) => b - a)
  return { perSecond, p99Ms: slowest[Math.floor(took.length / 100)] ?? 0 }
}

function medianOf(rounds: Round[]): Round {
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
  }
}

function told({ perSecond, p99Ms }: Round): string {
  return `${perSecond.toFixed(0)} entries/s, p99 ${p99Ms.toFixed(0)} ms`
}

function post() {
  const request = { operation: 'ledger.post-entry', input, credential, door: 'test' as const }
  return invoke({ ...request, requestId: randomUUID(), idempotencyKey: randomUUID() })
}

/** The control: no rights, no parsing, no grouping; the same rows, checks and sums, and a commit for each. */
function postAlone() {
  const [id, lineId] = [newId('entry'), newId('audit_line')]
  return database.app.write({ studioId, coverage: '*' }, async (tx) => {
    await tx.prepared(
      `insert into entry (id, studio_id, book_id, effective_on, memo, source, line_count, digest, actor_kind, actor_id)
       values ($1, $2, $3, '2026-03-31', 'A test', 'manual', 2, sha256('x'), 'machine', 'machine')`,
      [id, studioId, ours.bookId],
    )
    await tx.prepared(
      `insert into entry_line (entry_id, position, studio_id, book_id, account_id, effective_on, currency, amount_minor, is_overhead)
       values ($1, 1, $2, $3, $4, '2026-03-31', 'USD', 100, false), ($1, 2, $2, $3, $5, '2026-03-31', 'USD', -100, true)`,
      [id, studioId, ours.bookId, cash, sales],
    )
    await writeRecord(tx, {
      lines: [
        {
          id: lineId,
          studio_id: studioId,
          actor_kind: 'machine',
          actor_id: 'machine',
          on_behalf_of: null,
          door: 'test',
          request_id: 'bench',
          operation: 'ledger.post-entry',
          outcome: 'done',
          problem_code: null,
          input,
          changes: [{ subjectId: id, after: { digest: 'x' } }],
          approval_id: null,
        },
      ],
      events: [
        {
          id: newId('event'),
          studio_id: studioId,
          audit_line_id: lineId,
          run_id: null,
          type: 'ledger.entry-posted',
          subject_id: id,
          business_id: null,
          permission: 'ledger.read',
          data: { after: { digest: 'x' } },
        },
      ],
      idempotency: [
        {
          studio_id: studioId,
          actor_id: 'machine',
          key: randomUUID(),
          operation: 'ledger.post-entry',
          input_hash: 'x'.repeat(64),
          result: { id },
          approval_id: null,
        },
      ],
    })
  })
}
