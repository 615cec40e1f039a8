import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { bookImport } from './import-program.ts'
import { COMPANIES, eightFiles, faultsOf, rowsOf, testMigration } from './test-migration.ts'

const { act, count, entity, startWorking, tried, until } = await testMigration()
const files = eightFiles()

test('eight companies of four programs in one folder: unknown first, then they tie out, and posted they tie out from the books', async () => {
  const before = await tried({ files })
  equal(before['tiesOut'], false)
  deepEqual(
    faultsOf(before).map(([company, , message]) => [company, String(message).slice(0, 48)]),
    COMPANIES.map(([name]) => [name, `No entity that you can use is called "${name}".`.slice(0, 48)]),
  )
  for (const [name, currency] of COMPANIES) await entity(name, currency)

  const checked = await tried({ files })
  deepEqual(faultsOf(checked), [])
  equal(checked['tiesOut'], true)
  deepEqual(
    rowsOf(checked['companies']).map(({ company, program, debit, credit, entries, tiesOut }) => [
      company,
      program,
      debit === credit,
      entries,
      tiesOut,
    ]),
    [
      ['Heron Conseil SARL', 'erpnext', true, 1, true],
      ['Heron Labs Ltd', 'xero', true, 1, true],
      ['Kestrel Media Inc.', 'netsuite', true, 1, true],
      ['Linnet Foods LLC', 'quickbooks', true, 1, true],
      ['Martin Systeme GmbH', 'erpnext', true, 1, true],
      ['Plover Commerce LLC', 'netsuite', true, 1, true],
      ['Sparrow Studio LLC', 'quickbooks', true, 1, true],
      ['Wren Analytics Inc.', 'xero', true, 1, true],
    ],
  )
  deepEqual([await count('book'), await count('entry')], [0, 0], 'a trial moves nothing')

  const { importId, runId } = await act('migration.import-books', { files })
  const worker = startWorking([bookImport])
  const { result, title } = await until(idFrom('run', String(runId)), 'done')
  await worker.close()
  deepEqual(result, { importId, companies: 8, entries: 8 })
  equal(title, 'Import 8 books')
  const posted = await act('migration.get-import', { importId })
  equal(posted['tiesOut'], true)
  deepEqual(
    rowsOf(posted['rows']).filter(({ difference }) => Number(difference) !== 0),
    [],
  )
  equal(rowsOf(posted['rows']).length, 105)
  deepEqual([await count('book'), await count('entry'), await count('waiting_import')], [8, 8, 0])
})

test('accounts come in as what they are: by what the source says, by their names, by their numbers', async () => {
  const { items } = await act('ledger.list-books', {})
  const bookOf = (name: string) => rowsOf(items).find(({ entity: one }) => Object(one).name === name)?.['id']
  const captions = async (name: string) => {
    const { items: accounts } = await act('ledger.list-accounts', { bookId: bookOf(name), limit: 200 })
    return Object.fromEntries(
      rowsOf(accounts).map((one) => [`${String(one['code'])} ${String(one['name'])}`, one['caption']]),
    )
  }
  deepEqual(await captions('Heron Labs Ltd'), {
    '090 Checking Account': 'cash',
    '200 Sales': 'revenue',
    '260 Other Revenue': 'revenue',
    '300 Purchases': 'cost-of-revenue',
    '429 General Expenses': 'operating-expenses',
    '469 Rent': 'operating-expenses',
    '477 Wages and Salaries': 'people',
    '610 Accounts Receivable': 'receivables',
    '800 Accounts Payable': 'payables',
    '970 Owner A Funds Introduced': 'capital',
    '980 Owner A Drawings': 'distributions',
  })
  deepEqual(await captions('Martin Systeme GmbH'), {
    '1000 Debtors': 'receivables',
    '1010 Stock In Hand': 'inventory',
    '1020 Office Equipments': 'fixed-assets',
    '1210 Sparkasse Girokonto': 'cash',
    '2000 Creditors': 'payables',
    '2010 VAT': 'taxes-payable',
    '3000 Capital Stock': 'capital',
    '3010 Retained Earnings': 'retained-earnings',
    '4000 Sales': 'revenue',
    '6000 Cost of Goods Sold': 'cost-of-revenue',
    '6010 Salary': 'people',
    '6020 Office Rent': 'operating-expenses',
    '6030 Marketing Expenses': 'marketing',
  })
})

test('the same files again find what is there, tie out, and post nothing a second time', async () => {
  const again = await tried({ files })
  deepEqual(faultsOf(again), [])
  deepEqual(
    rowsOf(again['companies']).map(({ entries, knownEntries, newAccounts }) => [
      entries,
      knownEntries,
      newAccounts,
    ]),
    COMPANIES.map(() => [0, 1, 0]),
  )
  const [entries, accounts] = [await count('entry'), await count('account')]
  const { runId } = await act('migration.import-books', { files })
  const worker = startWorking([bookImport])
  await until(idFrom('run', String(runId)), 'done')
  await worker.close()
  deepEqual([await count('entry'), await count('account')], [entries, accounts])
  const { total } = await act('migration.list-imports', {})
  equal(total, 2)
})

test('what is posted beside it shows to the cent, in the check and in what came in before', async () => {
  const { items } = await act('ledger.list-books', { search: 'Heron Labs' })
  const [book] = rowsOf(items)
  const accounts = rowsOf((await act('ledger.list-accounts', { bookId: book?.['id'], limit: 200 }))['items'])
  const account = (code: string) => accounts.find((one) => one['code'] === code)?.['id']
  const entry = {
    bookId: book?.['id'],
    effectiveOn: '2025-12-31',
    memo: 'A cent',
    lines: [
      { accountId: account('090'), debit: '0.01' },
      { accountId: account('970'), credit: '0.01' },
    ],
  }
  const { id } = await act('ledger.post-entry', entry)
  const told = await tried({ files })
  equal(told['tiesOut'], false)
  deepEqual(
    rowsOf(told['rows'])
      .filter(({ difference }) => Number(difference) !== 0)
      .map(({ code, source, ours, difference }) => [code, source, ours, difference]),
    [
      ['090', '27944.00', '27944.01', '0.01'],
      ['970', '-16435.00', '-16435.01', '-0.01'],
    ],
  )
  await rejects(
    act('migration.import-books', { files }),
    /Heron Labs Ltd, "090 Checking Account": the file has 27,944.00 USD, and our book would have 27,944.01 USD/,
  )
  const { items: imports } = await act('migration.list-imports', {})
  const before = await act('migration.get-import', { importId: rowsOf(imports)[0]?.['id'] })
  equal(before['tiesOut'], false)
  await act('ledger.reverse-entry', { entryId: id, effectiveOn: '2025-12-31' })
  equal((await tried({ files }))['tiesOut'], true)
})

test('one cent off, a total that says otherwise, too many digits, an account that nothing tells: each told, and nothing moves', async () => {
  await entity('Lark LLC', 'USD')
  const entries = await count('entry')
  const off = await tried(balance('1010 Checking,100.00,', '3010 Equity,,99.99'))
  match(
    String(faultsOf(off)[0]?.[2]),
    /^The balances of Lark LLC do not balance: debits are 0.01 USD more\. Look for an account/,
  )
  deepEqual(
    rowsOf(off['rows']).map(({ code, source, ours, difference }) => [code, source, ours, difference]),
    [
      ['1010', '100.00', '100.00', '0.00'],
      ['3010', '-99.99', '-99.99', '0.00'],
    ],
    'no account is off: the whole is',
  )
  deepEqual(
    rowsOf(off['companies']).map(({ imbalance, differences, tiesOut }) => [imbalance, differences, tiesOut]),
    [['0.01', 0, false]],
  )
  const turned = await tried(balance('1010 Checking,100.00,', '2000 Payables,40.00,', '3010 Equity,,60.00'))
  match(
    String(faultsOf(turned)[0]?.[2]),
    /debits are 80\.00 USD more\. "2000 Payables" is half of that: see whether it belongs on the other side\./,
  )
  await rejects(
    act('migration.import-books', balance('1010 Checking,100.00,')),
    /debits are 100\.00 USD more/,
  )
  const total = await tried(
    balance('1010 Checking,100.00,', '3010 Equity,,100.00', 'TOTAL,"$1,100.00",$100.00'),
  )
  deepEqual(faultsOf(total), [
    [
      'Lark LLC',
      'B7',
      'The file states a total of 1,100.00 USD, and its rows add up to 100.00 USD: 1,000.00 USD apart. Export the report again; where it has groups, with their indentation.',
    ],
  ])
  const fine = await tried(balance('1010 Checking,"1,000,000.005",', '3010 Equity,,"1,000,000.005"'))
  deepEqual(
    faultsOf(fine).map(([, cell, message]) => [cell, String(message).slice(0, 59)]),
    [
      ['B5', '1000000.005 has more digits after the point than USD, which'],
      ['C6', '1000000.005 has more digits after the point than USD, which'],
    ],
  )
  const odd = balance('Zyx,100.00,', '3010 Equity,,100.00')
  match(String(faultsOf(await tried(odd))[0]?.[2]), /^Nothing tells what "Zyx" is\./)
  const chosen = await tried({ ...odd, accounts: [{ account: 'Zyx', caption: 'cash', code: '1099' }] })
  deepEqual([faultsOf(chosen), chosen['tiesOut']], [[], true])
  for (const caption of ['exchange', 'between-businesses']) {
    const own = await tried({ ...odd, accounts: [{ account: 'Zyx', caption }] })
    match(String(faultsOf(own)[0]?.[2]), /^"Zyx" cannot be where currencies or businesses meet/)
  }
  const strict = await tried({ ...odd, newAccounts: 'refuse' })
  match(String(faultsOf(strict)[0]?.[2]), /^The book has no account "Zyx"\. Add it to the chart/)
  await rejects(
    act('migration.import-books', odd),
    /Nothing was imported: one thing has to be put right first\. Lark LLC: Nothing tells what "Zyx" is/,
  )
  equal(await count('entry'), entries)
})

test('a company twice, and two companies for one entity, are told', async () => {
  const [first] = files
  ok(first)
  const twice = await tried({ files: [first, { ...first, name: 'copy.csv' }] })
  match(
    String(faultsOf(twice)[0]?.[2]),
    /"Heron Conseil SARL" has its trial balance in "Heron Conseil.csv" already/,
  )
  const heron = files.filter(({ name }) => name.startsWith('Heron Labs') || name.startsWith('Kestrel'))
  const { items } = await act('entities.list-entities', { search: 'Heron Labs' })
  const shared = await tried({
    files: heron,
    companies: [{ company: 'Kestrel Media Inc.', entityId: rowsOf(items)[0]?.['id'] }],
  })
  ok(
    faultsOf(shared).some(([, , message]) =>
      String(message).startsWith('"Heron Labs Ltd" and "Kestrel Media Inc." would both come into the book'),
    ),
  )
})

/** A trial balance of one company with these rows. */
function balance(...rows: string[]) {
  return {
    files: [
      {
        name: 'lark.csv',
        csv: ['Lark LLC,,', 'Trial Balance,,', '"As of December 31, 2025",,', ',Debit,Credit', ...rows].join(
          '\n',
        ),
      },
    ],
  }
}
