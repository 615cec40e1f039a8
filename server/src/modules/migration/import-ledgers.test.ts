import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { bookImport } from './import-program.ts'
import { faultsOf, ledgerFile, rowsOf, testMigration } from './test-migration.ts'

const { act, entity, startWorking, tried, until } = await testMigration()

test('a general ledger comes in document by document, its classes as businesses, and arrives at the trial balance beside it', async () => {
  const entityId = await entity('Finch Supply LLC', 'USD')
  const balance = {
    name: 'finch.csv',
    csv: [
      'Finch Supply LLC,,',
      'Trial Balance,,',
      '"As of March 31, 2025",,',
      ',Debit,Credit',
      '1010 Checking,9900.00,',
      '1100 Accounts Receivable,2500.00,',
      "3010 Members' Equity,,12000.00",
      '4010 Sales,,1200.00',
      '6040 Rent,800.00,',
      'TOTAL,13200.00,13200.00',
    ].join('\n'),
  }
  const both = { files: [ledgerFile('quickbooks'), balance] }
  const open = await tried(both)
  match(String(faultsOf(open)[0]?.[2]), /^"Copper Press" is no business of this entity/)
  const { id: businessId } = await act('businesses.create-business', { name: 'Copper Press', entityId })
  const checked = await tried(both)
  deepEqual(faultsOf(checked), [])
  deepEqual(
    rowsOf(checked['words']).map(({ word, businessId: found, isOverhead }) => [word, found, isOverhead]),
    [
      ['Copper Press', businessId, false],
      ['Not specified', null, true],
    ],
  )
  deepEqual(
    rowsOf(checked['companies']).map(({ kind, asOf, entries }) => [kind, asOf, entries]),
    [['general-ledger', '2025-03-31', 5]],
  )
  const { importId, runId } = await act('migration.import-books', both)
  const worker = startWorking([bookImport])
  await until(idFrom('run', String(runId)), 'done')
  await worker.close()
  const posted = await act('migration.get-import', { importId })
  equal(posted['tiesOut'], true)
  const { items } = await act('ledger.list-entries', {
    bookId: rowsOf(posted['companies'])[0]?.['bookId'],
    limit: 50,
  })
  deepEqual(
    rowsOf(items).map(({ effectiveOn, memo, source }) => [effectiveOn, memo, source]),
    [
      ['2025-03-03', 'Journal Entry JE-7: Owner draw', 'migration'],
      ['2025-01-31', 'Check 204: City Rent Inc.: January', 'migration'],
      ['2025-01-14', 'Payment 1001: Acme Retail', 'migration'],
      ['2025-01-09', 'Invoice 1001: Acme Retail: January, print run', 'migration'],
      ['2025-01-08', 'Opening balances from QuickBooks as of 2025-01-08', 'opening'],
    ],
  )
})

test('ledgers of the other three come in too: two subsidiaries, opening balances, another currency refused', async () => {
  for (const [name, currency] of [
    ['Wagtail Goods Ltd', 'USD'],
    ['Dunlin Press LLC', 'USD'],
    ['Siskin Audio LLC', 'USD'],
    ['Zeisig Verlag GmbH', 'USD'],
  ] as const)
    await entity(name, currency)
  const ledgers = [
    ledgerFile('xero'),
    ledgerFile('netsuite'),
    { ...ledgerFile('erpnext'), company: 'Zeisig Verlag GmbH' },
  ]
  const places = [
    { word: 'Copper Press', businessId: null },
    { word: 'Kupferpresse', businessId: null },
  ]
  const told = await tried({ files: ledgers, places })
  deepEqual(faultsOf(told), [
    [
      'Zeisig Verlag GmbH',
      null,
      'The figures are in EUR, and the book of Zeisig Verlag GmbH is in USD. Export the report in USD.',
    ],
  ])
  const two = { files: ledgers.slice(0, 2), places }
  const { importId, runId } = await act('migration.import-books', two)
  const worker = startWorking([bookImport])
  await until(idFrom('run', String(runId)), 'done')
  await worker.close()
  const posted = await act('migration.get-import', { importId })
  deepEqual(
    rowsOf(posted['companies']).map(({ company, entries, tiesOut }) => [company, entries, tiesOut]),
    [
      ['Wagtail Goods Ltd', 3, true],
      ['Dunlin Press LLC', 2, true],
      ['Siskin Audio LLC', 1, true],
    ],
  )
})
