import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimalOf } from '#kernel/money.ts'
import type { Account } from './banking-words.ts'
import {
  emptyEntry,
  emptyLine,
  inputOf,
  keptOf,
  OVERHEAD,
  sidesOf,
  typedDraft,
  type LineDraft,
} from './entry-draft.ts'
import { decimalIn } from './typed-amount.ts'

const account = (id: string, change: Partial<Account> = {}): [string, Account] => [
  id,
  {
    id,
    bookId: 'bok_1',
    code: id,
    name: id,
    type: 'asset',
    role: null,
    caption: 'cash',
    parentId: null,
    currency: 'USD',
    isMonetary: true,
    floor: null,
    revision: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    archivedAt: null,
    ...change,
  },
]
const accounts = new Map([
  account('cash'),
  account('sales', { type: 'income' }),
  account('euros', { currency: 'EUR' }),
  account('exchange', { type: 'equity', currency: null }),
])
const given = { accounts, currency: 'USD', language: 'en' }
const read = (language: string, typed: string[]) => typed.map((text) => decimalIn(text, language))
const line = (change: Partial<LineDraft>): LineDraft => ({ ...emptyLine(), ...change })

test('the difference is told while it is typed, in the currency of each account', () => {
  deepEqual(
    sidesOf(
      [
        line({ accountId: 'cash', debit: '1,200.50' }),
        line({ accountId: 'sales', credit: '1,000' }),
        line({ accountId: 'exchange', credit: '90', currency: 'eur' }),
        line({ accountId: 'euros', debit: '90' }),
        line({ accountId: 'exchange', debit: '5', currency: 'e' }),
        line({ debit: 'ten' }),
      ],
      given,
    ),
    [
      {
        currency: 'USD',
        debit: '1200.50',
        credit: '1000.00',
        missing: { side: 'credit', amount: '200.50' },
      },
      { currency: 'EUR', debit: '90.00', credit: '90.00', missing: null },
    ],
  )
})

test('what is missing, added, leaves nothing missing', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 13n }).map((minor) => decimalOf(minor, 'USD'))
  fc.assert(
    fc.property(fc.array(fc.record({ debit: amount, credit: amount }), { maxLength: 20 }), (sides) => {
      const lines = sides.map((side) => line({ accountId: 'cash', ...side }))
      const missing = sidesOf(lines, given)[0]?.missing
      const added = missing ? [line({ accountId: 'cash', [missing.side]: missing.amount })] : []
      equal(sidesOf([...lines, ...added], given)[0]?.missing ?? null, null)
    }),
  )
})

test('amounts are read as the language writes them, and what could be two amounts is none', () => {
  deepEqual(read('en', ['1,200.50', '1200.5', '1,200', '.5', '12,50', '1.2.3', 'x']), [
    '1200.50',
    '1200.5',
    '1200',
    '0.5',
    '12,50',
    '1.2.3',
    'x',
  ])
  deepEqual(read('de', ['1.200,50', '1200,5', '1.200', '12.50', '−5', '1,2,3']), [
    '1200.50',
    '1200.5',
    '1200',
    '12.50',
    '-5',
    '1,2,3',
  ])
})

test('blank lines are not sent, and only income and expenses say whose they are', () => {
  const blank = line({})
  const [sale, paid] = [
    line({ accountId: 'sales', credit: '10', place: OVERHEAD }),
    line({ accountId: 'cash', debit: '10', place: 'biz_1', memo: ' by card ' }),
  ]
  deepEqual(
    inputOf(
      { ...emptyEntry('2026-03-31'), memo: 'Sale', lines: [blank, sale, paid] },
      { bookId: 'bok_1', accounts },
    ),
    {
      keys: [sale.key, paid.key],
      input: {
        bookId: 'bok_1',
        effectiveOn: '2026-03-31',
        memo: 'Sale',
        lines: [
          { accountId: 'sales', credit: '10', isOverhead: true },
          { accountId: 'cash', debit: '10', memo: 'by card' },
        ],
      },
    },
  )
})

test('what is kept of an entry comes back as it was typed, whatever is missing', () => {
  const lines = [
    line({
      accountId: 'sales',
      credit: '1,200.50',
      place: OVERHEAD,
      tags: 'q1, , vat ',
      counterparty: ' Ada ',
    }),
    line({ debit: '12', memo: 'Whose?', partner: 'ent_1', place: 'biz_1' }),
    line({}),
  ]
  const { content, keys } = keptOf({ effectiveOn: '', memo: ' Begun ', lines }, accounts)
  deepEqual(keys, [lines[0]?.key, lines[1]?.key])
  const [first, second] = content.lines ?? []
  deepEqual(first, {
    accountId: 'sales',
    credit: '1200.50',
    isOverhead: true,
    counterparty: 'Ada',
    tags: ['q1', 'vat'],
  })
  deepEqual(second, {
    accountId: null,
    debit: '12',
    businessId: 'biz_1',
    memo: 'Whose?',
    partnerEntityId: 'ent_1',
  })
  const none = {
    debit: null,
    credit: null,
    currency: null,
    businessId: null,
    isOverhead: false,
    partnerEntityId: null,
  }
  const blank = { ...none, counterparty: null, memo: null, tags: [] }
  const again = typedDraft({
    id: 'dft_1',
    bookId: 'bok_1',
    state: 'open',
    revision: 1,
    source: 'manual',
    externalId: null,
    lineCount: 2,
    sums: [],
    createdAt: '',
    changedAt: '',
    actor: { kind: 'person', id: 'per_1', name: null },
    entryId: null,
    effectiveOn: null,
    memo: 'Begun',
    lines: [Object.assign({}, blank, first), Object.assign({}, blank, second)],
  })
  deepEqual(keptOf(again, accounts).content, content)
})
