import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { decimalOf } from '#kernel/money.ts'
import { addDays } from '#kernel/periods.ts'
import { seeded } from '#kernel/seeded.ts'
import { testByBusiness } from './test-by-business.ts'

/** Entries of before it began, and of after; a part of all is taken back again. */
const [BEFORE, AFTER] = [60, 240]
const SEED = Number(process.env['IZA_BOOK_SEED'] ?? 20_261_128)
const FROM = '2025-07-01'
const CODES = ['1010', '1100', '2010', '3010', '4010', '5010', '6020'] as const

const { act, fresh, uneven, records } = await testByBusiness()
const chance = seeded(SEED)
const [even, plain] = [await fresh('Even LLC'), await fresh('Plain LLC')]

interface Given {
  effectiveOn: string
  lines: { code: string; amount: string; whose: 'socks' | 'hats' | 'none' }[]
}

function someEntry(): Given {
  const lines = Array.from({ length: chance.whole(1, 6) }, () => chance.whole(-9999, 9999) || 1)
  const rest = -lines.reduce((sum, one) => sum + one, 0)
  if (rest === 0) return someEntry()
  return {
    effectiveOn: addDays('2025-01-01', chance.whole(0, 500)),
    lines: [...lines, rest].map((minor) => ({
      code: chance.pick(CODES),
      amount: decimalOf(BigInt(minor), 'USD'),
      whose: chance.pick(['socks', 'hats', 'none'] as const),
    })),
  }
}

/** The same in both books; what was posted, in the same places. */
async function postBoth(given: readonly Given[]): Promise<string[][]> {
  return Promise.all(
    [even, plain].map(async (book) => {
      const own = { socks: book.socks, hats: book.hats, none: undefined }
      const entries = given.map(({ effectiveOn, lines }) => ({
        effectiveOn,
        memo: 'Any',
        lines: book.lines(
          ...lines.map(({ code, amount, whose }): [string, string, object?] => [code, amount, own[whose]]),
        ),
      }))
      const { posted, refused } = await act('ledger.post-entries', { bookId: book.bookId, entries })
      deepEqual(refused, [])
      return Object(posted).map(({ id }: { id: string }) => id)
    }),
  )
}

/** Entries recorded since it began that are not even for each business, each by itself. */
async function unevenEntries(): Promise<unknown[]> {
  const { rows } = await records.query(
    `select line.entry_id from entry_line as line join entry on entry.id = line.entry_id join book on book.id = entry.book_id
     where book.id = $1 and entry.recorded_at > book.by_business_since
     group by line.entry_id, business_id, line.currency having sum(amount_minor) <> 0`,
    [even.bookId],
  )
  return rows
}

test('whatever is posted and taken back, each business comes to nothing on each day, and the entity to what it comes to without', async () => {
  const before = await postBoth(Array.from({ length: BEFORE }, someEntry))
  ok((await uneven(even.bookId, FROM)).length > 0)
  await even.balance({ from: FROM })
  deepEqual(await uneven(even.bookId, FROM), [])
  const after = await postBoth(Array.from({ length: AFTER }, someEntry))
  deepEqual([await uneven(even.bookId, FROM), await unevenEntries()], [[], []])
  const [ids = [], twins = []] = [0, 1].map((at) => (before[at] ?? []).concat(after[at] ?? []))
  for (const [at, entryId] of ids.entries()) {
    if (chance.next() > 0.15) continue
    const wanted = addDays('2025-01-01', chance.whole(0, 500))
    const entryOn = String((await act('ledger.get-entry', { entryId }))['effectiveOn'])
    const effectiveOn = wanted < entryOn ? entryOn : wanted
    const { id } = await act('ledger.reverse-entry', { entryId, effectiveOn })
    await act('ledger.reverse-entry', { entryId: twins[at], effectiveOn })
    if (at >= BEFORE) equal(await mirrored(entryId, id), true)
  }
  deepEqual([await uneven(even.bookId, FROM), await unevenEntries()], [[], []])
  for (const day of ['2025-06-30', FROM, '2025-11-11', '2026-12-31'])
    deepEqual(await even.balances({ effectiveOn: day }), await plain.balances({ effectiveOn: day }), day)
  deepEqual(await even.findings(), [])
})

async function mirrored(entryId: unknown, reversalId: unknown): Promise<boolean> {
  const { rows } = await records.query(
    `select account_id, position, business_id, currency from entry_line where entry_id = any ($1)
     group by 1, 2, 3, 4 having sum(amount_minor) <> 0 or count(*) <> 2`,
    [[entryId, reversalId]],
  )
  return rows.length === 0
}
