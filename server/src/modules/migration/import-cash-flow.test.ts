import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { rowsOf as statementRows, unmet } from '../statements/test-statements.ts'
import { bookImport } from './import-program.ts'
import { rowsOf, testMigration } from './test-migration.ts'

const { act, entity, startWorking, until } = await testMigration()

test('the cash flow of the year of an import begins with what came in, and after it shows what moved', async () => {
  await entity('Lark LLC', 'USD')
  const csv = [
    'Lark LLC,,',
    'Trial Balance,,',
    '"As of June 30, 2025",,',
    ',Debit,Credit',
    '1010 Checking,500.00,',
    '1100 Accounts Receivable,70.00,',
    '3010 Equity,,400.00',
    '4010 Sales,,170.00',
  ].join('\n')
  const { importId, runId } = await act('migration.import-books', { files: [{ name: 'lark.csv', csv }] })
  const worker = startWorking([bookImport])
  await until(idFrom('run', String(runId)), 'done')
  await worker.close()
  const posted = await act('migration.get-import', { importId })
  const bookId = rowsOf(posted['companies'])[0]?.['bookId']
  const account = (code: string) => rowsOf(posted['rows']).find((one) => one['code'] === code)?.['accountId']
  const post = (source: string, amount: string, effectiveOn: string) =>
    act('ledger.post-entry', {
      bookId,
      effectiveOn,
      memo: 'A customer pays',
      source,
      lines: [
        { accountId: account('1010'), debit: amount },
        { accountId: account('1100'), credit: amount },
      ],
    })
  await post('manual', '70.00', '2025-08-01')
  const cash = async (method: 'direct' | 'indirect') => {
    const periods = [{ from: '2025-01-01', to: '2025-12-31' }]
    const statement = await act('statements.get-statement', { bookId, kind: 'cash-flow', method, periods })
    const rows = statementRows(statement)
    return [
      ...['Net result', 'Receivables', 'Net cash flow', 'Cash at the beginning', 'Cash at the end'].map(
        (label) => rows[label] ?? '',
      ),
      unmet(statement).length,
    ]
  }
  deepEqual(await cash('indirect'), ['0.00', '70.00', '70.00', '500.00', '570.00', 0])
  deepEqual(await cash('direct'), ['', '70.00', '70.00', '500.00', '570.00', 0])

  await post('opening', '5.00', '2025-09-01')
  deepEqual(
    await cash('indirect'),
    ['0.00', '75.00', '75.00', '500.00', '575.00', 0],
    'what calls itself an opening later on is a movement',
  )
  const opening = rowsOf((await act('ledger.list-entries', { bookId, limit: 50 }))['items']).find(
    ({ effectiveOn }) => effectiveOn === '2025-06-30',
  )
  await act('ledger.reverse-entry', { entryId: opening?.['id'], effectiveOn: '2025-06-30' })
  deepEqual(
    await cash('indirect'),
    ['0.00', '75.00', '75.00', '0.00', '75.00', 0],
    'taken back, it is gone from the beginning and has moved nothing',
  )
})
