import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { bookImport } from './import-program.ts'
import { faultsOf, rowsOf, testMigration } from './test-migration.ts'

const { act, count, database, entity, look, startWorking, studioId, tried, until } = await testMigration()
const [lark, wren] = [await entity('Lark LLC', 'USD'), await entity('Wren LLC', 'USD')]

const person = async (role: 'owner' | 'analyst' | { permissions: string[] }, covers: string | null = null) =>
  (await addPerson(database.app, { studioId, grants: [{ role, covers }] })).token

const balance = (company: string, amount = '100.00', day = 'December 31, 2025') => ({
  name: `${company}.csv`,
  csv: `${company},,\nTrial Balance,,\n"As of ${day}",,\n,Debit,Credit\n1010 Checking,"${amount}",\n3010 Equity,,"${amount}"\n`,
})

test('an analyst may not import, nor try to; whoever may not open books is told so', async () => {
  await rejects(act('migration.import-books', { files: [balance('Lark LLC')] }, await person('analyst')), {
    code: 'catalogue.permission-missing',
  })
  const poster = await person({ permissions: ['ledger.post', 'ledger.read'] })
  const told = await tried({ files: [balance('Lark LLC')] }, poster)
  match(
    String(faultsOf(told)[0]?.[2]),
    /^For Lark LLC a book would be opened or accounts added, and you may not do that/,
  )
})

test('who covers one entity imports there alone, and sees nothing of an import of others', async () => {
  const files = [balance('Lark LLC'), balance('Wren LLC')]
  const narrow = await person('owner', lark)
  const told = await tried({ files }, narrow)
  deepEqual(
    faultsOf(told).map(([company, , message]) => [company, message]),
    [
      [
        'Wren LLC',
        'No entity that you can use is called "Wren LLC". Choose the one that it is, or register it first.',
      ],
    ],
  )
  const chosen = await tried({ files, companies: [{ company: 'Wren LLC', entityId: wren }] }, narrow)
  equal(chosen['tiesOut'], false)
  ok(!JSON.stringify(chosen).includes(wren), 'an entity that is not covered is not named')

  const { importId, runId } = await act('migration.import-books', { files })
  const worker = startWorking([bookImport])
  await until(idFrom('run', String(runId)), 'done')
  const seen = await act('migration.get-import', { importId }, narrow)
  deepEqual(
    rowsOf(seen['companies']).map(({ company }) => company),
    ['Lark LLC'],
  )
  ok(rowsOf(seen['rows']).every(({ company }) => company === 'Lark LLC'))
  const onlyWren = await person('owner', wren)
  equal((await act('migration.list-imports', {}, onlyWren))['total'], 1)
  const { total } = await act(
    'migration.list-imports',
    {},
    await person('owner', await entity('Elsewhere LLC', 'USD')),
  )
  equal(total, 0)
  await worker.close()
})

test('two at once post once, and the same balances of a later day would be there twice', async () => {
  await entity('Twin LLC', 'USD')
  const files = [balance('Twin LLC', '7.00')]
  const [one, two] = [
    await act('migration.import-books', { files }),
    await act('migration.import-books', { files }),
  ]
  const before = await count('entry')
  const worker = startWorking([bookImport])
  const ended = [await endOf(one['runId']), await endOf(two['runId'])]
  await worker.close()
  equal(await count('entry'), before + 1)
  deepEqual(ended.toSorted(), ['done', 'failed'], 'the second finds the book open already')
  equal((await tried({ files }))['tiesOut'], true)

  const later = [balance('Twin LLC', '7.00', 'January 31, 2026')]
  const told = await tried({ files: later })
  equal(told['tiesOut'], false, 'the same balances a month later would be there twice')
})

test('above the limit of a book a person waits for a second one', async () => {
  const owner = await person('owner')
  const { items } = await act('ledger.list-books', { search: 'Lark' })
  const bookId = rowsOf(items)[0]?.['id']
  const entityId = lark
  const reversed = rowsOf((await act('ledger.list-entries', { bookId, limit: 10 }))['items'])[0]
  await act('ledger.reverse-entry', { entryId: reversed?.['id'], effectiveOn: '2025-12-31' })
  await act('ledger.set-manual-limit', { bookId, limit: '50.00' })
  const files = [{ ...balance('Lark LLC'), csv: `${balance('Lark LLC').csv}\n` }]
  const given = { files, companies: [{ company: 'Lark LLC', entityId }] }
  equal((await tried(given, owner))['tiesOut'], true)
  await rejects(
    act('migration.import-books', given, owner),
    (error: { kind?: string }) => error.kind === 'held',
  )
})

async function endOf(runId: unknown): Promise<string> {
  for (;;) {
    const { status } = await look(idFrom('run', String(runId)))
    if (status === 'done' || status === 'failed') return status
    await setTimeout(5)
  }
}
