import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '#kernel/periods.ts'
import { decimalOf } from '#kernel/money.ts'
import { seeded } from '#kernel/seeded.ts'
import { testLedger } from './test-ledger.ts'

/** `npm run faults` does a hundred thousand; the short form stands in every run of the suite. */
const OPERATIONS = Number(process.env['IZA_BOOK_OPERATIONS'] ?? 2000)
const SEED = Number(process.env['IZA_BOOK_SEED'] ?? 20_261_127)
const AT_ONCE_MAX = 40
const CODES = [
  '1010',
  '1100',
  '1200',
  '2010',
  '2200',
  '3010',
  '4010',
  '4020',
  '5010',
  '6020',
  '7020',
] as const

const way = await testLedger()
const book = await way.open(await way.entity('Replayed LLC'))
const chance = seeded(SEED)

/** What the model keeps of an entry: everything, and nothing summed. */
interface Kept {
  id: string
  effectiveOn: string
  recordedAt: string
  lines: { code: string; minor: bigint }[]
  isReversed: boolean
}
const entries: Kept[] = []

function someLines(): { code: string; minor: bigint }[] {
  const count = chance.whole(2, 6)
  const lines = Array.from({ length: count - 1 }, () => ({
    code: chance.pick(CODES),
    minor: BigInt(chance.whole(1, 10_000_000)) * (chance.next() < 0.5 ? 1n : -1n),
  }))
  const rest = -lines.reduce((sum, { minor }) => sum + minor, 0n)
  return rest === 0n ? someLines() : [...lines, { code: chance.pick(CODES), minor: rest }]
}

function someDay(): string {
  return addDays('2024-01-01', chance.whole(0, 700))
}

async function postMany(count: number): Promise<void> {
  const given = Array.from({ length: count }, () => ({ effectiveOn: someDay(), lines: someLines() }))
  const sent = given.map(({ effectiveOn, lines }, at) => {
    const told = book.lines(
      ...lines.map(({ code, minor }): [string, string] => [code, decimalOf(minor, 'USD')]),
    )
    // Every so often one that does not balance: it moves nothing, and its neighbours are posted.
    return {
      effectiveOn,
      memo: `Entry ${at}`,
      lines: chance.next() < 0.05 ? [...told, ...told.slice(0, 1)] : told,
    }
  })
  const isRight = sent.map(({ lines }, at) => lines.length === given[at]?.lines.length)
  const { posted, refused } = await way.act('ledger.post-entries', { bookId: book.bookId, entries: sent })
  deepEqual(
    Object(refused).map(({ place }: { place: number }) => place),
    isRight.flatMap((one, at) => (one ? [] : [at])),
  )
  const { rows } = await way.records.query('select id, recorded_at from entry where id = any ($1)', [
    Object(posted).map(({ id }: { id: string }) => id),
  ])
  const at = new Map(rows.map(({ id, recorded_at }) => [id, new Date(recorded_at).toISOString()]))
  for (const { place, id } of Object(posted)) {
    const { effectiveOn, lines } = given[place] ?? { effectiveOn: '', lines: [] }
    entries.push({ id, effectiveOn, lines, recordedAt: at.get(id) ?? '', isReversed: false })
  }
}

async function reverseOne(): Promise<void> {
  const open = entries.filter(({ isReversed }) => !isReversed)
  const entry = open[chance.whole(0, open.length - 1)]
  if (!entry) return
  const wanted = someDay()
  const effectiveOn = wanted < entry.effectiveOn ? entry.effectiveOn : wanted
  const { id, recordedAt } = await way.act('ledger.reverse-entry', { entryId: entry.id, effectiveOn })
  entry.isReversed = true
  const lines = entry.lines.map(({ code, minor }) => ({ code, minor: -minor }))
  entries.push({ id: String(id), effectiveOn, recordedAt: String(recordedAt), lines, isReversed: true })
}

/** What stands on each account, added up from the entries alone. */
function replayed(effectiveOn: string, recordedAt: string | undefined): Record<string, string> {
  const sums = new Map<string, bigint>()
  for (const entry of entries) {
    if (entry.effectiveOn > effectiveOn || (recordedAt !== undefined && entry.recordedAt > recordedAt))
      continue
    for (const { code, minor } of entry.lines) sums.set(code, (sums.get(code) ?? 0n) + minor)
  }
  const standing = [...sums].filter(([, minor]) => minor !== 0n)
  return Object.fromEntries(standing.map(([code, minor]) => [`${code} USD`, decimalOf(minor, 'USD')]))
}

test(`${OPERATIONS} operations by chance (seed ${SEED}): as of any day and instant, the book is what a replay is`, async (t) => {
  let [done, compared]: [number, number] = [0, 0]
  while (done < OPERATIONS) {
    const count = Math.min(chance.whole(1, AT_ONCE_MAX), OPERATIONS - done)
    if (entries.length > 0 && chance.next() < 0.3) await reverseOne()
    else await postMany(count)
    done += count
    if (chance.next() < 0.15 || done >= OPERATIONS) {
      const instant =
        chance.next() < 0.5 ? undefined : entries[chance.whole(0, entries.length - 1)]?.recordedAt
      const day = someDay()
      deepEqual(
        await book.balances({ effectiveOn: day, ...(instant && { recordedAt: instant }) }),
        replayed(day, instant),
      )
      compared += 1
    }
  }
  const { rows } = await way.records.query(
    'select coalesce(sum(amount_minor), 0)::text as sum, count(distinct entry_id)::int as entries from entry_line where book_id = $1',
    [book.bookId],
  )
  deepEqual(rows, [{ sum: '0', entries: entries.length }])
  const { findings, checked } = await way.act('ledger.verify-entries', {
    bookId: book.bookId,
    entriesMax: 5000,
  })
  deepEqual(findings, [])
  equal(Number(checked) > 0, true)
  t.diagnostic(`${entries.length} entries, ${compared} balances compared`)
})
