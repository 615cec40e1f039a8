import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { testLedger } from './test-ledger.ts'

const way = await testLedger()
const { act } = way

test('an entry moves its accounts, is read with its lines, and an account tells its balance after each', async () => {
  const book = await way.open(await way.entity('Reads LLC'))
  const { id } = await book.post(book.lines(['1010', '1200.5'], ['4010', '-1200.5']))
  await book.post(book.lines(['1010', '-200'], ['6020', '200']), { effectiveOn: '2026-04-02' })
  await book.post(book.lines(['1010', '10'], ['3010', '-10']), { effectiveOn: '2026-03-31' })
  deepEqual(await book.balances(), {
    '1010 USD': '1010.50',
    '3010 USD': '-10.00',
    '4010 USD': '-1200.50',
    '6020 USD': '200.00',
  })
  deepEqual(await book.balances({ effectiveOn: '2026-04-01' }), {
    '1010 USD': '1210.50',
    '3010 USD': '-10.00',
    '4010 USD': '-1200.50',
  })
  const entry = await act('ledger.get-entry', { entryId: id })
  deepEqual(
    Object(entry['lines']).map((line: object) => {
      const { account, debit, credit, isOverhead } = Object(line)
      return [account.code, debit, credit, isOverhead]
    }),
    [
      ['1010', '1200.50', null, false],
      ['4010', null, '1200.50', true],
    ],
  )
  deepEqual(entry['sums'], [{ currency: 'USD', amount: '1200.50' }])
  const statement = async (input: object) => {
    const { items, nextCursor } = await act('ledger.list-lines', {
      accountId: book.account('1010'),
      ...input,
    })
    return {
      lines: Object(items).map(({ balance, debit }: Record<string, unknown>) => [debit, balance]),
      nextCursor,
    }
  }
  const whole = await statement({})
  deepEqual(whole.lines, [
    [null, '1010.50'],
    ['10.00', '1210.50'],
    ['1200.50', '1200.50'],
  ])
  const first = await statement({ limit: 2 })
  deepEqual(first.lines, whole.lines.slice(0, 2))
  deepEqual((await statement({ limit: 2, cursor: first.nextCursor })).lines, whole.lines.slice(2))
})

test('lines are narrowed to a business, a category, and what was known at an instant, and tell no balance then', async () => {
  const entityId = await way.entity('Narrowed LLC')
  const book = await way.open(entityId)
  const { id: categoryId } = await act('businesses.create-category', { name: 'Narrow' })
  const socks = await way.business(entityId, 'Narrow socks')
  const shoes = String(
    (await act('businesses.create-business', { name: 'Narrow shoes', entityId, categoryId }))['id'],
  )
  const sold = (amount: string, businessId: string) =>
    book.post(book.lines(['1010', amount], ['4010', `-${amount}`, { businessId }]))
  await sold('1', socks)
  const { recordedAt } = await sold('2', shoes)
  await sold('4', shoes)
  const credits = async (filter: object) => {
    const { items } = await act('ledger.list-lines', { accountId: book.account('4010'), ...filter })
    return Object(items).map(({ credit, balance }: Record<string, unknown>) => [credit, balance])
  }
  deepEqual(await credits({ businessId: socks }), [['1.00', null]])
  deepEqual(await credits({ categoryId }), [
    ['4.00', null],
    ['2.00', null],
  ])
  deepEqual(await credits({ categoryId, recordedAt }), [['2.00', null]])
  deepEqual(await credits({ recordedAt, limit: 1 }), [['2.00', null]])
})
