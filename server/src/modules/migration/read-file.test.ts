import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { readFile, type GivenFile, type ReadFile } from './read-file.ts'
import type { SourceBooks } from './source-books.ts'

const ASKED_NOTHING = { decimal: undefined, dayOrder: undefined, wordColumn: undefined }
const BALANCES = new URL('../../../../docs/books/', import.meta.url)
const LEDGERS = new URL('fixtures/', import.meta.url)

async function read(folder: URL, name: string, more: Partial<GivenFile> = {}): Promise<ReadFile> {
  const base64 = readFileSync(new URL(encodeURIComponent(name), folder)).toString('base64')
  return readFile({ name, base64, ...more }, 0, ASKED_NOTHING)
}

async function readText(lines: readonly string[], more: Partial<GivenFile> = {}, name = 'made.csv') {
  return readFile({ name, csv: lines.join('\n'), ...more }, 0, ASKED_NOTHING)
}

/** By account: what debits and credits come to, in hundredths. */
function sums({ lines }: SourceBooks): Record<string, number> {
  const found: Record<string, number> = {}
  for (const { account, side, value } of lines)
    found[account] = (found[account] ?? 0) + Math.round(Number(value) * 100) * (side === 'credit' ? -1 : 1)
  return found
}

const accountsOf = async (name: string) => [
  ...present((await read(BALANCES, name)).books[0], name).accounts.values(),
]
const find = async (name: string, key: string) => (await accountsOf(name)).find((one) => one.key === key)
const head = (day: string) => ['Lark LLC,,', 'Trial Balance,,', `"As of ${day}",,`, ',Debit,Credit']
const told = ({ faults }: ReadFile) => faults.map(({ cell, row, message }) => [cell ?? row, message.en])

for (const [name, program, company, asOf, accounts] of [
  ['Sparrow Studio.csv', 'quickbooks', 'Sparrow Studio LLC', '2025-12-31', 18],
  ['Linnet Foods.xlsx', 'quickbooks', 'Linnet Foods LLC', '2025-12-31', 18],
  ['Wren Analytics.csv', 'xero', 'Wren Analytics Inc.', '2025-12-31', 15],
  ['Heron Labs.xlsx', 'xero', 'Heron Labs Ltd', '2025-12-31', 11],
  ['Kestrel Media.csv', 'netsuite', 'Kestrel Media Inc.', '2025-12-31', 15],
  ['Plover Commerce.csv', 'netsuite', 'Plover Commerce LLC', '2025-12-31', 9],
  ['Martin Systeme.csv', 'erpnext', 'Martin Systeme GmbH', '2025-12-31', 13],
  ['Heron Conseil.csv', 'erpnext', 'Heron Conseil SARL', '2025-12-31', 6],
] as const) {
  test(`the trial balance ${name} is read: whose it is, of which day, each account once, and it balances`, async () => {
    const file = await read(BALANCES, name)
    deepEqual(told(file), [])
    const [books] = file.books
    const own = present(books, 'books of a file')
    deepEqual([file.program, file.kind, own.company, own.asOf], [program, 'trial-balance', company, asOf])
    equal(own.accounts.size, accounts)
    equal(
      Object.values(sums(own)).reduce((sum, one) => sum + one, 0),
      0,
    )
    equal(own.stated.length, 2)
  })
}

test('codes and names come apart, in the way of each program', async () => {
  deepEqual(await find('Sparrow Studio.csv', '1010 Checking'), {
    key: '1010 Checking',
    code: '1010',
    name: 'Checking',
    hint: '',
  })
  deepEqual(await find('Linnet Foods.xlsx', 'Utilities:Gas'), {
    key: 'Utilities:Gas',
    code: null,
    name: 'Utilities: Gas',
    hint: '',
  })
  deepEqual(await find('Wren Analytics.csv', 'Sales'), {
    key: 'Sales',
    code: '200',
    name: 'Sales',
    hint: 'Revenue',
  })
  deepEqual(await find('Heron Labs.xlsx', 'Rent (469)'), {
    key: 'Rent (469)',
    code: '469',
    name: 'Rent',
    hint: '',
  })
  deepEqual(await find('Kestrel Media.csv', '1000 - Cash'), {
    key: '1000 - Cash',
    code: '1000',
    name: 'Cash',
    hint: '',
  })
  deepEqual(await find('Martin Systeme.csv', '1210 - Sparkasse Girokonto'), {
    key: '1210 - Sparkasse Girokonto',
    code: '1210',
    name: 'Sparkasse Girokonto',
    hint: 'Application of Funds (Assets) - MS / Current Assets - MS / Bank Accounts - MS',
  })
  ok(await find('Heron Conseil.csv', 'Caisse café'), 'what Windows wrote is read')
})

test('a QuickBooks general ledger: lines below their account, what it began with, totals that are no lines', async () => {
  const file = await read(LEDGERS, 'quickbooks-general-ledger.csv')
  deepEqual(told(file), [])
  const books = present(file.books[0], 'books')
  deepEqual([books.company, books.from, books.asOf], ['Finch Supply LLC', '2025-01-09', '2025-03-03'])
  deepEqual(
    books.openings.map(({ account, value, side }) => [account, value, side]),
    [
      ['1010 Checking', '10000.00', 'natural'],
      ['1100 Accounts Receivable', '2500.00', 'natural'],
      ["3010 Members' Equity", '12500.00', 'natural'],
    ],
  )
  equal(books.lines.length, 8)
  deepEqual(
    books.lines.find(({ account }) => account === '4010 Sales'),
    {
      row: 22,
      cell: 'I22',
      account: '4010 Sales',
      day: '2025-01-09',
      value: '1200.00',
      side: 'natural',
      word: 'Copper Press',
      memo: 'Acme Retail: January, print run',
      document: '2025-01-09 Invoice 1001',
    },
  )
  deepEqual(
    books.stated.map(({ account, value }) => [account, value]),
    [
      ['1010 Checking', '-100.00'],
      ["3010 Members' Equity", '-500.00'],
      ['4010 Sales', '1200.00'],
      ['6040 Rent', '800.00'],
    ],
  )
})

test('a Xero general ledger: two sides, openings, a tracking category', async () => {
  const file = await read(LEDGERS, 'xero-general-ledger.csv')
  deepEqual(told(file), [])
  const books = present(file.books[0], 'books')
  deepEqual(
    [file.program, books.company, books.from, books.asOf],
    ['xero', 'Wagtail Goods Ltd', '2025-01-15', '2025-02-03'],
  )
  deepEqual(sums(books), {
    'Business Bank Account': 79_950,
    Sales: -84_000,
    'Office Expenses': 4050,
  })
  deepEqual(
    books.openings.map(({ value, side }) => [value, side]),
    [
      ['5000.00', 'debit'],
      ['5000.00', 'credit'],
    ],
  )
  deepEqual([...new Set(books.lines.map(({ word }) => word))], ['', 'Copper Press'])
})

test('a NetSuite general ledger of two subsidiaries is two companies; its days tell each other apart', async () => {
  const file = await read(LEDGERS, 'netsuite-general-ledger.csv')
  deepEqual(told(file), [])
  deepEqual(
    file.books.map((books) => [books.company, books.from, books.asOf, sums(books)]),
    [
      [
        'Dunlin Press LLC',
        '2025-01-20',
        '2025-02-14',
        { '1000 - Cash': 165_000, '4000 - Sales': -200_000, '6400 - Paper': 35_000 },
      ],
      [
        'Siskin Audio LLC',
        '2025-03-31',
        '2025-03-31',
        { '1000 - Cash': 100_000, '3000 - Common Stock': -100_000 },
      ],
    ],
  )
})

test('an ERPNext general ledger: own sums are left out, endings are taken off, its currency is told', async () => {
  const file = await read(LEDGERS, 'erpnext-general-ledger.csv', { company: 'Zeisig Verlag GmbH' })
  deepEqual(told(file), [])
  const books = present(file.books[0], 'books')
  deepEqual([books.company, books.currency, books.from], ['Zeisig Verlag GmbH', 'EUR', '2025-01-05'])
  deepEqual(sums(books), {
    'Sparkasse Girokonto': 2_500_000,
    'Capital Stock': -2_500_000,
    Debtors: 119_000,
    Sales: -100_000,
    VAT: -19_000,
  })
  deepEqual([...new Set(books.lines.map(({ word }) => word))], ['Main', 'Kupferpresse'])
})

test('groups of ERPNext are told without indentation too, by their being sums', async () => {
  const indented = readFileSync(new URL('Martin%20Systeme.csv', BALANCES), 'utf8')
  const flat = await readText([indented.replaceAll(/^ +/gm, '')])
  const [one, other] = [(await read(BALANCES, 'Martin Systeme.csv')).books[0], flat.books[0]]
  deepEqual(sums(present(other, 'flat')), sums(present(one, 'indented')))
})

test('what is recognised as nothing says what was looked for; what lacks its day says so', async () => {
  const nothing = await readText(['Name,Price', 'Apple,1'])
  equal(nothing.program, null)
  ok(
    String(told(nothing)[0]?.[1]).startsWith(
      '"made.csv" is recognised as no export of QuickBooks, Xero, NetSuite, ERPNext.',
    ),
  )
  const table = [',Debit,Credit', '1010 Checking,5.00,', '3010 Equity,,5.00']
  deepEqual(told(await readText(table)), [
    [
      null,
      'The file does not say of which day its balances are. Say it, or export the report with its head.',
    ],
  ])
  const said = await readText(table, { asOf: '2025-12-31', company: 'Lark LLC' })
  deepEqual([told(said), said.books[0]?.company, said.books[0]?.asOf], [[], 'Lark LLC', '2025-12-31'])
  const named = await readText(table, { asOf: '2025-12-31' }, 'Lark LLC - Trial Balance.csv')
  equal(named.books[0]?.company, 'Lark LLC')
})

test('a day that no book takes, one that can be two, and what is no amount are told at their cells', async () => {
  deepEqual(told(await readText([...head('December 31, 9999'), '1010 Checking,5.00,'])), [
    [
      null,
      'Its balances are of 9999-12-31, and books take days from 1970-01-01 to 2199-12-31. Correct the day, or say the right one.',
    ],
  ])
  deepEqual(
    told(await readText([...head('December 31, 2025'), '1010 Checking,five,', '3010 Equity,,"1.234,00.5"'])),
    [
      ['B5', '"five" is no number.'],
      ['C6', '"1.234,00.5" is no number.'],
    ],
  )
  const ledger = [
    'Lark LLC,,,,',
    ',Date,Transaction Type,Num,Amount,Balance',
    '1010 Checking,,,,,',
    ',03/04/2025,Check,1,5.00,',
  ]
  deepEqual(told(await readText(ledger)), [
    [
      'B4',
      '"03/04/2025" can be two days, and no other day of the column tells which. Say whether the day or the month comes first.',
    ],
  ])
  const said = await readFile({ name: 'made.csv', csv: ledger.join('\n') }, 0, {
    ...ASKED_NOTHING,
    dayOrder: 'day-first',
  })
  equal(said.books[0]?.asOf, '2025-04-03')
})

test('a day that was written without quotes stands in two cells and is read all the same', async () => {
  const { books } = await readText([
    'Lark LLC',
    'Trial Balance',
    'As of September 30, 2026',
    ',Debit,Credit',
    '1010 Checking,5.00,',
    '3010 Equity,,5.00',
  ])
  equal(books[0]?.asOf, '2026-09-30')
})

test('decimal commas, brackets for what is negative, thousands marks, a byte order mark and blank rows', async () => {
  const file = await readText(
    [
      '\u{feff}Lark GmbH;;',
      'Trial Balance;;',
      'As at 31 December 2025;;',
      ';Debit;Credit',
      '1010 Bank;1.234.567,89;',
      ';;',
      '3010 Capital;(0,11);1.234.567,78',
      'TOTAL;1.234.567,78;1.234.567,78',
    ],
    {},
    'lark.csv',
  )
  deepEqual(told(file), [])
  deepEqual(
    file.books[0]?.lines.map(({ account, value, side }) => [account, value, side]),
    [
      ['1010 Bank', '1234567.89', 'debit'],
      ['3010 Capital', '-0.11', 'debit'],
      ['3010 Capital', '1234567.78', 'credit'],
    ],
  )
})
