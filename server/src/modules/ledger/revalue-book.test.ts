import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { positionsOf } from './exchange-position.ts'
import { testLedger } from './test-ledger.ts'

const side = (amount: number) => (amount > 0 ? { debit: `${amount}` } : { credit: `${-amount}` })

async function withEuros() {
  const ledger = await testLedger()
  const { act, ours } = ledger
  const open = async (code: string, type: string, role: string | null) =>
    String(
      (
        await act('ledger.create-account', {
          bookId: ours.bookId,
          code,
          name: `Euros ${code}`,
          type,
          role,
          currency: 'EUR',
          isMonetary: true,
        })
      )['id'],
    )
  const [bank, owed] = [await open('1012', 'asset', 'cash'), await open('2012', 'liability', 'payable')]
  const exchange = ours.account('3900')
  const rate = async (on: string, value: string) =>
    act('ledger.record-rates', { rates: [{ base: 'EUR', quote: 'USD', on, rate: value, source: 'ECB' }] })
  /** Euros come to an account for dollars of another, through the exchange account. */
  const convert = async (on: string, given: { euros: [string, number]; dollars: [string, number] }) => {
    const [[euroAccount, euro], [code, dollar]] = [given.euros, given.dollars]
    return act('ledger.post-entry', {
      bookId: ours.bookId,
      effectiveOn: on,
      memo: 'Converted',
      lines: [
        { accountId: euroAccount, ...side(euro) },
        { accountId: exchange, ...side(-euro), currency: 'EUR' },
        { accountId: exchange, ...side(-dollar), currency: 'USD' },
        Object.assign(
          { accountId: ours.account(code), ...side(dollar) },
          /^[4-8]/.test(code) ? { isOverhead: true } : {},
        ),
      ],
    })
  }
  const revalue = async (on: string) => {
    const { realised, unrealised, entryId } = await act('ledger.revalue-book', { bookId: ours.bookId, on })
    return { realised, unrealised, isPosted: entryId !== null }
  }
  return { ...ledger, bank, owed, rate, convert, revalue }
}

test('what is settled is realised, the rest is unrealised, and a second revaluation posts only what changed', async () => {
  const { act, ours, bank, owed, rate, convert, revalue } = await withEuros()
  await rate('2026-01-31', '1.10')
  await rate('2026-02-28', '1.15')
  await convert('2026-01-05', { euros: [bank, 1000], dollars: ['1010', -1080] })
  assert.deepEqual(await revalue('2026-01-31'), { realised: '0.00', unrealised: '20.00', isPosted: true })
  assert.deepEqual(await revalue('2026-01-31'), { realised: '0.00', unrealised: '0.00', isPosted: false })
  // 400 of the 1,000 are sold for 452: they had cost 432.
  await convert('2026-02-10', { euros: [bank, -400], dollars: ['1010', 452] })
  // A bill of 200, then worth 222: it is owed out of the 600 that are left.
  await convert('2026-02-11', { euros: [owed, -200], dollars: ['6020', 222] })
  // 400 are held on balance, at 432: worth 460. 200 were given up for 222 and had cost 216.
  assert.deepEqual(await revalue('2026-02-28'), { realised: '26.00', unrealised: '8.00', isPosted: true })
  const sheet = await act('ledger.get-trial-balance', { bookId: ours.bookId, effectiveOn: '2026-02-28' })
  const held = new Map<string, string>()
  for (const { account, currency, balance } of Object(sheet['rows']))
    held.set(`${account.code} ${currency}`, balance)
  assert.deepEqual(
    [held.get('7200 USD'), held.get('7210 USD'), held.get('3900 EUR'), held.get('3900 USD')],
    ['-26.00', '-28.00', '-400.00', '460.00'],
  )
})

test('without a rate nothing is posted, and the rate to record is named', async () => {
  const { bank, convert, revalue } = await withEuros()
  await convert('2026-01-05', { euros: [bank, 1000], dollars: ['1010', -1080] })
  await assert.rejects(revalue('2026-03-31'), /no rate from EUR to USD for 2026-03-31/)
})

test('whatever was converted in whatever order: what was paid is what it cost and what was realised', () => {
  const move = fc.record({
    euros: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
    cents: fc.bigInt({ min: 1n, max: 2_000_000n }),
  })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const conversions = moves
        .filter(({ euros }) => euros !== 0n)
        .map(({ euros, cents }) => ({
          on: '2026-01-01',
          moves: new Map([
            ['EUR', -euros],
            ['USD', euros > 0n ? cents : -cents],
          ]),
        }))
      const { open, realised } = positionsOf(conversions, { currency: 'USD', valueOf: (minor) => minor })
      const { held, cost } = open.get('EUR') ?? { held: 0n, cost: 0n }
      const paid = conversions.reduce((sum, one) => sum + (one.moves.get('USD') ?? 0n), 0n)
      const bought = conversions.reduce((sum, one) => sum - (one.moves.get('EUR') ?? 0n), 0n)
      assert.equal(held, bought)
      assert.equal(cost, paid + realised)
      if (held === 0n) assert.equal(cost, 0n)
    }),
    { numRuns: 500 },
  )
})
