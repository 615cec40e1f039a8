import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { refusal } from '#server/test-refusal.ts'
import { testLedger } from '../ledger/test-ledger.ts'
import { rowsOf, unmet } from './test-statements.ts'

const { act, entity, open } = await testLedger()
const END = { to: '2026-03-31' }

async function placed(name: string, entityId: string, more: object = {}): Promise<string> {
  return String((await act('businesses.create-business', Object.assign({ name, entityId }, more)))['id'])
}

async function sheet(subject: object, periods: object[] = [END]): Promise<Record<string, string>> {
  const told = await act('statements.get-statement', { kind: 'balance-sheet', periods, ...subject })
  deepEqual(unmet(told), [])
  return rowsOf(told)
}

/** The steps of a balance sheet that tests look at. */
function steps(rows: Record<string, string>) {
  return [
    rows['Total assets'],
    rows['Total liabilities'],
    rows['Capital'],
    rows['Between businesses of the entity'],
    rows['Earnings of earlier years'],
    rows['Earnings of this fiscal year'],
    rows['Liabilities and equity'],
  ]
}

async function twoBusinesses(name: string) {
  const book = await open(await entity(name))
  const { id: categoryId } = await act('businesses.create-category', { name: `All of ${name}` })
  const [socks, hats] = [
    { businessId: await placed(`Socks of ${name}`, book.entityId, { categoryId }) },
    { businessId: await placed(`Hats of ${name}`, book.entityId, { categoryId }) },
  ]
  const post = (effectiveOn: string, ...given: Parameters<typeof book.lines>) =>
    book.post(book.lines(...given), { effectiveOn })
  const fill = async () => {
    await post('2025-12-15', ['1010', 300, socks], ['4010', -300, socks])
    await post('2026-01-02', ['1010', 5000], ['3010', -5000])
    // The entity pays for hats, and so do socks.
    await post('2026-02-03', ['6020', 350, hats], ['1010', -350])
    await post('2026-02-10', ['1510', 200, hats], ['1010', -200, socks])
  }
  const begin = (from: string) => act('ledger.balance-by-business', { bookId: book.bookId, from })
  return { ...book, categoryId, socks, hats, fill, begin }
}

test('each business has a balance sheet, and they add up to the entity with what is of none', async () => {
  const { bookId, account, categoryId, socks, hats, fill, begin } = await twoBusinesses('Apart LLC')
  await begin('2025-01-01')
  await fill()
  const none = undefined
  deepEqual(steps(await sheet(socks)), ['100.00', '0.00', none, '-200.00', '300.00', '0.00', '100.00'])
  deepEqual(steps(await sheet(hats)), ['200.00', '0.00', none, '550.00', '0.00', '-350.00', '200.00'])
  // What is of none: cash of 4,650, capital of 5,000, and 350 that it is owed.
  deepEqual(steps(await sheet({ bookId })), [
    '4950.00',
    '0.00',
    '5000.00',
    none,
    '300.00',
    '-350.00',
    '4950.00',
  ])
  // Combined, socks and hats owe each other nothing, and 350 to the rest.
  deepEqual(steps(await sheet({ categoryId })), [
    '300.00',
    '0.00',
    none,
    '350.00',
    '300.00',
    '-350.00',
    '300.00',
  ])
  // The year before, beside it; and each figure is the sum of its lines.
  equal((await sheet(socks, [END, { to: '2025-12-31' }]))['Total assets'], '100.00 | 300.00')
  const { items } = await act('ledger.list-lines', { accountId: account('1510'), ...hats, to: END.to })
  deepEqual(
    Object(items).map(({ debit }: { debit: string }) => debit),
    ['200.00'],
  )
})

test('what began later is the same from then on, and refused before', async () => {
  const { categoryId, socks, hats, fill, begin } = await twoBusinesses('Later LLC')
  await fill()
  const read = (more: object) =>
    refusal(act('statements.get-statement', { kind: 'balance-sheet', periods: [END], ...socks, ...more }))
  const without = await read({})
  equal(without.code, 'statements.not-by-business')
  match(without.message, /book of Later LLC does not balance by business.*ledger\.balance-by-business/)
  equal((await read({ businessId: undefined, categoryId })).code, 'statements.not-by-business')
  // In the same millisecond it would be known.
  const before = new Date(Date.now() - 1).toISOString()
  await begin('2026-02-05')
  deepEqual(steps(await sheet(socks)).slice(0, 4), ['100.00', '0.00', undefined, '-200.00'])
  deepEqual(steps(await sheet(hats, [{ to: '2026-02-05' }])).slice(0, 4), [
    '0.00',
    '0.00',
    undefined,
    '350.00',
  ])
  const refused = await read({ periods: [{ to: '2026-02-04' }, { to: '2025-12-31' }] })
  equal(refused.code, 'statements.by-business-later')
  // Beside a day that has one, the place of an earlier day says why it is empty.
  equal((await sheet(socks, [END, { to: '2026-02-04' }]))['Total assets'], '100.00 | ')
  equal((await read({ recordedAt: before })).code, 'statements.by-business-not-known')
  equal((await read({ kind: 'cash-flow' })).code, 'statements.only-of-books')
  const csv = await act('statements.export-statement', {
    kind: 'balance-sheet',
    periods: [END],
    ...socks,
    format: 'csv',
  })
  match(String(csv['content']), /Between businesses of the entity/)
})

test('a business whose lines lie in two books needs both of them to balance', async () => {
  const { socks, fill, begin } = await twoBusinesses('First LLC')
  await begin('2025-01-01')
  await fill()
  const next = await open(await entity('Next LLC'))
  await act('businesses.update-business', { ...socks, entityId: next.entityId })
  const ask = { kind: 'balance-sheet', periods: [END], ...socks }
  const refused = await refusal(act('statements.get-statement', ask))
  match(refused.message, /book of Next LLC does not balance/)
  await act('ledger.balance-by-business', { bookId: next.bookId, from: '2026-01-01' })
  equal((await sheet(socks))['Total assets'], '100.00')
  const bookless = await placed('No book', await entity('Bookless LLC'))
  const none = await refusal(act('statements.get-statement', { ...ask, businessId: bookless }))
  equal(none.code, 'statements.no-book-balances')
})

test('a group is consolidated as before', async () => {
  const { entityId, fill, begin } = await twoBusinesses('Grouped LLC')
  await fill()
  const consolidated = async () => {
    const asked = { entityId, from: '2026-01-01', to: END.to }
    const { id } = await act('group.consolidate-entity', asked)
    const { figures, proofs } = await act('group.get-consolidation', { id })
    return { figures, proofs }
  }
  const before = await consolidated()
  ok(Object(before.figures).length > 0)
  await begin('2026-01-15')
  deepEqual(await consolidated(), before)
})
