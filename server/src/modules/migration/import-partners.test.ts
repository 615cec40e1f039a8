import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { bookImport } from './import-program.ts'
import { faultsOf, rowsOf, testMigration } from './test-migration.ts'

const { act, entity, startWorking, tried, until } = await testMigration()
const lark = await entity('Lark Holdings LLC', 'USD')
const finch = await entity('Finch Media Ltd', 'USD')

const balance = (company: string, ...rows: string[]) => ({
  name: `${company}.csv`,
  csv: [`${company},,`, 'Trial Balance,,', '"As of December 31, 2025",,', ',Debit,Credit', ...rows].join(
    '\n',
  ),
})
/** Lark claims 1,000.00 of Finch and lent it 5,000.00; Finch owes 900.00 and 5,000.00. */
const larkFile = balance(
  'Lark Holdings LLC',
  '1010 Checking,"4,000.00",',
  '1150 Due from Finch Media,"1,000.00",',
  '1600 Loan to Finch Media Ltd,"5,000.00",',
  '1700 Investment in Finch Media,"2,000.00",',
  '3010 Equity,,"12,000.00"',
)
const finchFile = balance(
  'Finch Media Ltd',
  '1010 Checking,"7,900.00",',
  '2150 Due to affiliates,,900.00',
  '2500 Loan from Lark Holdings,,"5,000.00"',
  '3010 Common stock,,"2,000.00"',
)
const files = [larkFile, finchFile]

const accountsOf = (answer: Record<string, unknown>) =>
  rowsOf(answer['accounts'])
    .filter(({ needsPartner }) => needsPartner === true)
    .map(({ account, caption, partner }) => [account, caption, partner && Object(partner).name])
const pairsOf = (answer: Record<string, unknown>) =>
  rowsOf(answer['pairs']).map(({ of, ours, theirs, difference }) => [of, ours, theirs, difference])
const messagesOf = (answer: Record<string, unknown>) =>
  rowsOf(answer['warnings']).map(({ company, message }) => [company, String(message).slice(0, 60)])

test('an account that is called after an entity stands between the two, and the other side is told', async () => {
  const told = await tried({ files })
  deepEqual(faultsOf(told), [])
  deepEqual(accountsOf(told), [
    ['1150 Due from Finch Media', 'due-from-group', 'Finch Media Ltd'],
    ['1600 Loan to Finch Media Ltd', 'loans-to-group', 'Finch Media Ltd'],
    ['1700 Investment in Finch Media', 'investments-group', 'Finch Media Ltd'],
    ['2150 Due to affiliates', 'due-to-group', null],
    ['2500 Loan from Lark Holdings', 'loans-from-group', 'Lark Holdings LLC'],
  ])
  deepEqual(messagesOf(told), [
    ['Finch Media Ltd', '"2150 Due to affiliates" is between entities, and nothing sa'],
  ])
  deepEqual(pairsOf(told), [
    ['trade', '1000.00', '0.00', '1000.00'],
    ['loan', '5000.00', '5000.00', '0.00'],
  ])
  equal(told['tiesOut'], true, 'what is only to be looked at stops nothing')
})

test('who was chosen is posted with the balance, what differs is shown first, and the close finds the rest agreed', async () => {
  const accounts = [{ account: '2150 Due to affiliates', partnerEntityId: lark }]
  const told = await tried({ files, accounts })
  deepEqual(messagesOf(told), [])
  deepEqual(pairsOf(told), [
    ['trade', '1000.00', '900.00', '100.00'],
    ['loan', '5000.00', '5000.00', '0.00'],
  ])
  const { importId, runId } = await act('migration.import-books', { files, accounts })
  const worker = startWorking([bookImport])
  await until(idFrom('run', String(runId)), 'done')
  await worker.close()
  equal((await act('migration.get-import', { importId }))['tiesOut'], true)
  const { items } = await act('group.list-disagreements', { asOf: '2025-12-31' })
  deepEqual(
    rowsOf(items).map(({ topic, difference }) => [topic, difference]),
    [['balances', '100.00']],
    'trade and loans together; investments are no claims',
  )
  deepEqual(
    pairsOf(await tried({ files, accounts })),
    [],
    'nothing is left to post, and so to hold against another',
  )
})

test('a partner is taken back, and refused where it is the entity itself or out of reach', async () => {
  const of = (partnerEntityId: string | null) =>
    tried({ files, accounts: [{ account: '2150 Due to affiliates', partnerEntityId }] })
  const none = await tried({
    files,
    accounts: [{ account: '1600 Loan to Finch Media Ltd', partnerEntityId: null }],
  })
  equal(accountsOf(none)[1]?.[2], null)
  const own = await of(finch)
  match(
    String(faultsOf(own)[0]?.[2]),
    /^On the other side of "2150 Due to affiliates" cannot be what was chosen/,
  )
  const foreign = await of('ent_01h00000000000000000000000')
  match(String(faultsOf(foreign)[0]?.[2]), /it is this entity itself, or none that you can use/)
})
