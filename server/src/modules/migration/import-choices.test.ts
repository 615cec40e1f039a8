import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { bookImport } from './import-program.ts'
import { faultsOf, rowsOf, testMigration } from './test-migration.ts'

const { act, database, entity, startWorking, studioId, tried, until } = await testMigration()
const teal = await entity('Teal LLC', 'USD')
const other = await entity('Shoveler LLC', 'USD')
const { id: bookId } = await act('ledger.open-book', { entityId: teal, chart: 'none' })
await act('ledger.create-accounts', {
  bookId,
  accounts: [
    { code: '1099', name: 'House bank', type: 'asset', role: 'cash', caption: 'cash', isMonetary: true },
  ],
})

const balance = (company: string, day: string, ...rows: string[]) => [
  {
    name: `${company}.csv`,
    csv: [`${company},,`, 'Trial Balance,,', `"As of ${day}",,`, ',Debit,Credit', ...rows].join('\n'),
  },
]
const ROWS = ['Zyx,100.00,', '1099 Till,20.00,', '3010 Equity,,120.00']
const files = balance('Teal LLC', 'December 31, 2025', ...ROWS)
const accounts = [
  { account: 'Zyx', code: '1099' },
  { account: '1099 Till', isNew: true, caption: 'other-current-assets' },
]
const becoming = (answer: Record<string, unknown>) =>
  rowsOf(answer['accounts']).map(({ account, code, caption, isNew, from }) => [
    account,
    code,
    caption,
    isNew,
    from,
  ])

test('an account of a source becomes one that is there, or one of its own beside the one of its code', async () => {
  deepEqual(becoming(await tried({ files })), [
    ['Zyx', '6000', null, true, 'proposed'],
    ['1099 Till', '1099', 'cash', false, 'proposed'],
    ['3010 Equity', '3010', 'capital', true, 'proposed'],
  ])
  const chosen = await tried({ files, accounts })
  deepEqual(faultsOf(chosen), [])
  deepEqual(becoming(chosen), [
    ['Zyx', '1099', 'cash', false, 'said'],
    ['1099 Till', '1000', 'other-current-assets', true, 'said'],
    ['3010 Equity', '3010', 'capital', true, 'proposed'],
  ])
  const together = await tried({
    files: balance(
      'Shoveler LLC',
      'December 31, 2025',
      'Zyx,100.00,',
      '1010 Checking,20.00,',
      '3010 Equity,,120.00',
    ),
    accounts: [{ account: 'Zyx', code: '1010' }],
  })
  deepEqual(
    rowsOf(together['rows']).map(({ code, name, caption, ours }) => [code, name, caption, ours]),
    [
      ['1010', 'Checking', 'cash', '120.00'],
      ['3010', 'Equity', 'capital', '-120.00'],
    ],
    'whoever was sent there comes after whoever is called so',
  )
})

test('what was said is remembered with the import: for the same entity, for others of the same program, and it can be changed', async () => {
  await tried({ files, accounts })
  deepEqual(becoming(await tried({ files }))[0]?.[4], 'proposed', 'a trial remembers nothing')
  const { runId } = await act('migration.import-books', { files, accounts })
  const worker = startWorking([bookImport])
  await until(idFrom('run', String(runId)), 'done')
  await worker.close()

  const next = balance('Teal LLC', 'January 31, 2026', ...ROWS)
  deepEqual(becoming(await tried({ files: next })), [
    ['Zyx', '1099', 'cash', false, 'last-time'],
    ['1099 Till', '1000', 'other-current-assets', false, 'last-time'],
    ['3010 Equity', '3010', 'capital', false, 'proposed'],
  ])
  deepEqual(becoming(await tried({ files: balance('Shoveler LLC', 'December 31, 2025', ...ROWS) })), [
    ['Zyx', '1099', 'cash', true, 'last-time'],
    ['1099 Till', '1000', 'other-current-assets', true, 'last-time'],
    ['3010 Equity', '3010', 'capital', true, 'proposed'],
  ])
  const changed = await tried({ files: next, accounts: [{ account: 'Zyx', code: '3010' }] })
  deepEqual(becoming(changed)[0], ['Zyx', '3010', 'capital', false, 'said'])
})

test('of another program, and of an entity that one does not cover, nothing is remembered', async () => {
  const xero = [
    {
      name: 'shoveler.csv',
      csv: 'Trial Balance,,,,\nShoveler LLC,,,,\nAs at 31 December 2025,,,,\nAccount Code,Account,Account Type,Debit - Year to date,Credit - Year to date\n,Zyx,Bank,5.00,\n970,Share Capital,Equity,,5.00\n',
    },
  ]
  equal(becoming(await tried({ files: xero }))[0]?.[4], 'proposed')
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'owner', covers: other }] })
  const narrow = await tried({ files: balance('Shoveler LLC', 'December 31, 2025', ...ROWS) }, token)
  deepEqual(
    becoming(narrow).map(([account, , , , from]) => [account, from]),
    [
      ['Zyx', 'proposed'],
      ['1099 Till', 'proposed'],
      ['3010 Equity', 'proposed'],
    ],
  )
})
