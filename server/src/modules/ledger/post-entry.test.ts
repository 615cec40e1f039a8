import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { addDays, today } from '#kernel/periods.ts'
import { refusal } from '#server/test-refusal.ts'
import { testLedger } from './test-ledger.ts'

const way = await testLedger()
const { act, business, ours, theirs, records } = way
const lovelace = await business(ours.entityId, 'Lovelace')

async function counts(): Promise<unknown> {
  const { rows } = await records.query(`select (select count(*)::int from entry) as entries,
    (select count(*)::int from entry_line) as lines, (select sum(line_count)::int from account_day) as summed,
    (select count(*)::int from audit_line) as told`)
  return rows[0]
}

test('what is wrong with an entry is told at its line, and nothing moves', async () => {
  const before = await counts()
  const away = await business(theirs.entityId, 'Elsewhere')
  const euros = Object(
    await act('ledger.create-account', {
      bookId: ours.bookId,
      code: '1011',
      name: 'Euros',
      type: 'asset',
      currency: 'EUR',
      isMonetary: true,
    }),
  ).id
  const told = await counts()
  const wrong: [lines: object[], path: string, words: RegExp][] = [
    [
      ours.lines(['1010', 1200], ['4010', -1000]),
      '/lines',
      /Debits 1,200\.00 USD differ from credits 1,000\.00 USD; add a credit of 200\.00 USD/,
    ],
    [
      ours.lines(['1010', 5], ['6020', -5, { currency: 'EUR' }]),
      '/lines/1/currency',
      /is in USD, and the line is in EUR/,
    ],
    [
      ours.lines(['1010', 5], ['6020', -5, {}]),
      '/lines/1/businessId',
      /name the business that it belongs to/,
    ],
    [
      ours.lines(['1010', '1.005'], ['2010', '-1.005']),
      '/lines/0/debit',
      /more digits after the point than USD/,
    ],
    [
      ours.lines(['1010', '99999999999999'], ['2010', '-99999999999999']),
      '/lines/0/debit',
      /more than one line can hold/,
    ],
    [ours.lines(['1010', '0'], ['2010', '-0.00']), '/lines/0/debit', /moves nothing/],
    [ours.lines(['1010', 5], ['4010', -5, { businessId: away }]), '/lines/1/businessId', /held by Other LLC/],
    [
      ours.lines(['1010', 5], ['4010', -5, { businessId: newId('business') }]),
      '/lines/1/businessId',
      /There is no business/,
    ],
    [
      ours.lines(['1010', 5], ['4010', -5, { businessId: lovelace, isOverhead: true }]),
      '/lines/1/isOverhead',
      /no overhead/,
    ],
    [
      ours.lines(['1010', 5], ['2050', -5, { partnerEntityId: ours.entityId }]),
      '/lines/1/partnerEntityId',
      /its own partner/,
    ],
    [
      [...ours.lines(['1010', 5]), { accountId: newId('account'), credit: '5' }],
      '/lines/1/accountId',
      /There is no account/,
    ],
    [
      [...ours.lines(['1010', 5]), { accountId: theirs.account('2010'), credit: '5' }],
      '/lines/1/accountId',
      /no account .* in this book/,
    ],
    [
      [...ours.lines(['1010', 5]), { accountId: euros, credit: '5' }],
      '/lines',
      /Debits 5\.00 USD differ from credits 0\.00 USD/,
    ],
    [
      [...ours.lines(['1010', 5]), { accountId: ours.account('3900'), credit: '5' }],
      '/lines/1/currency',
      /holds every currency/,
    ],
    [
      [...ours.lines(['1010', 5]), { accountId: ours.account('2010'), debit: '5', credit: '5' }],
      '/lines/1/debit',
      /a debit or a credit/,
    ],
  ]
  for (const [lines, path, words] of wrong) {
    const { code, fields, message } = await refusal(act('ledger.post-entry', ours.entry(Object(lines))))
    deepEqual([code, fields[0]?.path], ['ledger.entry-refused', path], message)
    match(message, words)
  }
  for (const effectiveOn of ['9999-01-01', '1850-01-01', '2026-02-30', 'soon'])
    equal((await refusal(ours.post(ours.lines(['1010', 5], ['2010', -5]), { effectiveOn }))).kind, 'invalid')
  equal(
    (
      await refusal(
        act('ledger.post-entry', {
          ...ours.entry(ours.lines(['1010', 5], ['2010', -5])),
          bookId: newId('book'),
        }),
      )
    ).code,
    'ledger.book-not-found',
  )
  deepEqual({ ...Object(await counts()), told: 0 }, { ...Object(told), told: 0 })
  deepEqual(Object(told).entries, Object(before).entries)
})

test('currencies meet in the exchange account, and each balances by itself', async () => {
  const book = await way.open(await way.entity('Exchange LLC'))
  const input = {
    bookId: book.bookId,
    code: '1012',
    name: 'Euros',
    type: 'asset',
    role: 'cash',
    currency: 'EUR',
    isMonetary: true,
  }
  const { id: euros } = await act('ledger.create-account', input)
  const exchange = (currency: string, amount: object) => ({
    accountId: book.account('3900'),
    currency,
    ...amount,
  })
  await act('ledger.post-entry', {
    ...book.entry([]),
    lines: [
      ...book.lines(['1010', '-110']),
      exchange('USD', { debit: '110' }),
      exchange('EUR', { credit: '100' }),
      { accountId: String(euros), debit: '100' },
    ],
  })
  deepEqual(await book.balances(), {
    '1010 USD': '-110.00',
    '1012 EUR': '100.00',
    '3900 EUR': '-100.00',
    '3900 USD': '110.00',
  })
  const trial = await act('ledger.get-trial-balance', { bookId: book.bookId })
  deepEqual(trial['totals'], [
    { currency: 'EUR', debit: '100.00', credit: '100.00' },
    { currency: 'USD', debit: '110.00', credit: '110.00' },
  ])
})

test('an external id is posted once: the same again answers what is there, another is refused', async () => {
  const lines = ours.lines(['1010', 7], ['4010', -7])
  const first = await ours.post(lines, { source: 'stripe', externalId: 'ch_1' })
  const before = await counts()
  const again = await ours.post(lines, { source: 'stripe', externalId: 'ch_1' })
  deepEqual([again['id'], again['digest'], again['isKnown']], [first['id'], first['digest'], true])
  const other = await refusal(ours.post(ours.lines(['1010', 8], ['4010', -8]), { externalId: 'ch_1' }))
  equal(other.code, 'ledger.external-id-taken')
  match(
    other.message,
    new RegExp(`as ${String(first['id'])} over 7\\.00 USD, and differs from what was sent, over 8\\.00 USD`),
  )
  deepEqual({ ...Object(await counts()), told: 0 }, { ...Object(before), told: 0 })
  const mirrored = await theirs.post(theirs.lines(['1010', 7], ['4010', -7]), { externalId: 'ch_1' })
  equal(mirrored['isKnown'], false, 'an external id is of its book')
})

test('an account keeps its floor: what would take it below is refused, and what is at once in line too', async () => {
  const book = await way.open(await way.entity('Floor LLC'))
  await act('ledger.update-account', { accountId: book.account('1010'), floor: '0' })
  const spend = () => book.post(book.lines(['1010', -60], ['6020', 60]))
  equal((await refusal(spend())).code, 'ledger.below-floor')
  await book.post(book.lines(['1010', 100], ['3010', -100]))
  const done = await Promise.allSettled(Array.from({ length: 12 }, spend))
  equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
  deepEqual((await book.balances())['1010 USD'], '40.00')
  const raised = await refusal(act('ledger.update-account', { accountId: book.account('1010'), floor: '50' }))
  equal(raised.code, 'ledger.below-floor')
})

test('many at once: each is posted or refused by itself', async () => {
  const { bookId, ...entry } = ours.entry(ours.lines(['1010', 3], ['4010', -3, { businessId: lovelace }]))
  const bad = { ...entry, lines: ours.lines(['1010', 3], ['4010', -2]) }
  const known = { ...entry, externalId: 'bulk-1' }
  const { posted, refused } = await act('ledger.post-entries', {
    bookId,
    entries: [entry, bad, known, known, { ...known, memo: 'Another' }],
  })
  deepEqual(
    Object(posted).map(({ place, isKnown }: Record<string, unknown>) => [place, isKnown]),
    [
      [0, false],
      [2, false],
      [3, true],
    ],
  )
  deepEqual(
    Object(refused).map(({ place, code }: Record<string, unknown>) => [place, code]),
    [
      [1, 'ledger.entry-refused'],
      [4, 'ledger.external-id-taken'],
    ],
  )
})

test('an entry is taken back on its day or later, and not before it counts', async () => {
  const { id } = await ours.post(ours.lines(['1010', 9], ['4010', -9]), { effectiveOn: '2026-03-10' })
  const early = await refusal(act('ledger.reverse-entry', { entryId: id, effectiveOn: '2026-03-09' }))
  deepEqual(
    [early.code, early.message],
    [
      'ledger.reversal-before',
      'An entry of 2026-03-10 cannot be taken back on 2026-03-09, before it counts. Name 2026-03-10 or a later day.',
    ],
  )
  const later = await ours.post(ours.lines(['1010', 9], ['4010', -9]), { effectiveOn: addDays(today(), 9) })
  const reversal = await act('ledger.reverse-entry', { entryId: later['id'] })
  const { effectiveOn } = await act('ledger.get-entry', { entryId: reversal['id'] })
  equal(effectiveOn, addDays(today(), 9))
})

test('an entry is taken back once, by one that swaps its sides, also where its business has moved on', async () => {
  const moving = await business(ours.entityId, 'Moving')
  const { id } = await ours.post(ours.lines(['1010', 9], ['4020', -9, { businessId: moving }]))
  await act('businesses.update-business', { businessId: moving, entityId: theirs.entityId })
  const before = await ours.balances()
  const reversals = await Promise.allSettled(
    [1, 2, 3].map(() => act('ledger.reverse-entry', { entryId: id, memo: 'Twice' })),
  )
  deepEqual(reversals.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected', 'rejected'])
  const entry = await act('ledger.get-entry', { entryId: id })
  equal((await refusal(act('ledger.reverse-entry', { entryId: id }))).code, 'ledger.reversed-already')
  const reversal = await act('ledger.get-entry', { entryId: entry['reversedById'] })
  deepEqual([reversal['reversesId'], reversal['effectiveOn'], reversal['source']], [id, today(), 'reversal'])
  equal((await refusal(act('ledger.reverse-entry', { entryId: reversal['id'] }))).code, 'ledger.is-reversal')
  deepEqual([before['4020 USD'], (await ours.balances())['4020 USD']], ['-9.00', undefined])
})

test('as of an instant, what was recorded later is left out', async () => {
  const book = await way.open(await way.entity('As of LLC'))
  await book.post(book.lines(['1010', 1], ['3010', -1]))
  const { recordedAt } = await book.post(book.lines(['1010', 2], ['3010', -2]))
  await book.post(book.lines(['1010', 4], ['3010', -4]), { effectiveOn: '2025-01-01' })
  deepEqual((await book.balances())['1010 USD'], '7.00')
  deepEqual((await book.balances({ recordedAt }))['1010 USD'], '3.00')
  deepEqual((await book.balances({ recordedAt, effectiveOn: '2026-03-30' }))['1010 USD'], undefined)
  deepEqual((await book.balances({ effectiveOn: '2026-03-30' }))['1010 USD'], '4.00')
  deepEqual(await book.balances({ recordedAt: '2020-01-01T00:00:00Z' }), {})
})
