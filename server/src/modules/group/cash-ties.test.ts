import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { isRecord } from '#kernel/records.ts'
import { seeded } from '#kernel/seeded.ts'
import { testGroup } from './test-group.ts'

const { act, book, owns, consolidate, figures } = await testGroup()

test('whatever is posted, owned and quoted, the flows lead from one cash to the other', async () => {
  const { next, whole: between, pick } = seeded(42)
  const day = () =>
    `2026-${String(between(1, 12)).padStart(2, '0')}-${String(between(1, 28)).padStart(2, '0')}`
  const own = [
    await book('Random Root'),
    await book('Random Pounds', 'GBP'),
    await book('Random Francs', 'CHF'),
    await book('Random Dollars'),
  ] as const
  const [root, ...others] = own
  await act('ledger.record-rates', {
    rates: ['GBP', 'CHF'].flatMap((base) => wandering(base, next)),
  })
  for (const other of others) {
    const from = pick(['2025-12-01', day()])
    const stakeId = await owns(root, other, pick(['60', '100']), { from })
    const until = day()
    if (next() < 0.5 && until > from) await act('entities.end-stake', { stakeId, until })
  }
  for (const one of own) {
    if (next() < 0.3) continue
    const [cash, debts] = [between(100, 900), between(1, 90)]
    const partner = pick(own)
    const withOther = partner === one ? {} : { partnerEntityId: partner.entityId }
    const lines = one.lines(['1010', cash], ['3010', debts - cash, withOther], ['2050', -debts, withOther])
    await one.post(lines, { effectiveOn: day(), source: 'opening' })
  }
  for (let at = 0; at < 60; at++) {
    const one = pick(own)
    const partner = pick(own)
    const amount = `${between(1, 900)}.${between(10, 99)}`
    const [debit, credit] = pick([
      ['1010', '3010'],
      ['1010', '1100'],
      ['1150', '1010'],
      ['1600', '1010'],
      ['3500', '1010'],
      ['1510', '1010'],
      ['1010', '2050'],
    ])
    const isPaired =
      partner !== one &&
      next() < 0.5 &&
      ['1150', '1600', '3500', '2050', '3010'].some((code) => [debit, credit].includes(code))
    const withOther = isPaired ? { partnerEntityId: partner.entityId } : {}
    const sided = (code: string) => (code === '1010' ? {} : withOther)
    await one.post(one.lines([debit, amount, sided(debit)], [credit, `-${amount}`, sided(credit)]), {
      effectiveOn: day(),
    })
    await one.post(one.lines(['1010', amount], ['4010', `-${amount}`]), { effectiveOn: day() })
  }
  for (const [from, to] of [
    ['2026-01-01', '2026-12-31'],
    ['2026-03-10', '2026-09-20'],
    ['2026-11-01', '2026-11-30'],
  ] as const) {
    for (const currency of ['USD', 'CHF']) {
      const { whole } = await figures(await consolidate(root, from, to, { currency }))
      deepEqual(
        [differenceIn(whole['cash']), differenceIn(whole['cashDirect']), whole['difference']],
        ['0.00', '0.00', '0.00'],
        `${from} ${to} ${currency}`,
      )
    }
  }
})

function differenceIn(tie: unknown): unknown {
  return isRecord(tie) && tie['difference']
}

/** Nine of a hundred at most from one to the next: more waits for a second person. */
function wandering(base: string, next: () => number) {
  let rate = 0.8 + next()
  return Array.from({ length: 26 }, (_nothing, at) => {
    rate *= 0.92 + next() * 0.17
    const on = new Date(Date.UTC(2025, 11, 1 + at * 16)).toISOString().slice(0, 10)
    return { base, quote: 'USD', on, rate: rate.toFixed(4), source: 'A test' }
  })
}
