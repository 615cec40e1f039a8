import { deepEqual, equal, match } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { testSystem } from '#server/test-system.ts'
import { run } from '../cli/run.ts'

const { database, url, machineKey } = await testSystem({ isFounded: true })
const guide = readFileSync(new URL('proving-books.md', import.meta.url), 'utf8')
const Made = z.object({ id: z.string() })
const Accounts = z.object({ items: z.array(z.object({ id: z.string(), code: z.string() })) })

async function iza(...words: string[]) {
  const lines: string[] = []
  const out = (line: string) => void lines.push(line)
  const exit = await run(words, { env: { IZA_URL: url, IZA_API_KEY: machineKey }, out, err: out })
  return { exit, told: lines.join('\n') }
}

async function call(operation: string, input: object): Promise<unknown> {
  const { exit, told } = await iza('call', operation, '--json', '--input', JSON.stringify(input))
  equal(exit, 0, told)
  return JSON.parse(told)
}

const entity = { name: 'Guide LLC', kind: 'LLC', jurisdiction: 'US-DE', functionalCurrency: 'USD' }
const { id: entityId } = Made.parse(await call('entities.create-entity', entity))
const { id: bookId } = Made.parse(await call('ledger.open-book', { entityId, chart: 'us-gaap-llc' }))
const { items } = Accounts.parse(await call('ledger.list-accounts', { bookId, limit: 200 }))
const account = (code: string) => items.find((one) => one.code === code)?.id
await call('ledger.post-entry', {
  bookId,
  effectiveOn: '2026-03-31',
  memo: 'Hosting for March',
  lines: [
    { accountId: account('5020'), debit: '120.00', isOverhead: true },
    { accountId: account('1010'), credit: '120.00' },
  ],
})

test('every command of the guide works, and says what it is to say', async () => {
  const commands = [...guide.matchAll(/^npx iza (.+)$/gm)].map(([, command = '']) => command)
  const told: string[] = []
  for (const command of commands) {
    const answer = await iza(...command.split(' '))
    equal(answer.exit, 0, `${command}\n${answer.told}`)
    told.push(answer.told)
  }
  match(told[0] ?? '', /1 entry in 1 book checked: each is what was posted/)
  deepEqual(JSON.parse(told[2] ?? ''), [
    { journalAccount: 'Assets:Guide-LLC:1010-Operating-bank-account', currency: 'USD', balance: '-120.00' },
    { journalAccount: 'Expenses:Guide-LLC:5020-Hosting-and-usage', currency: 'USD', balance: '120.00' },
  ])
  match(told[3] ?? '', /2026-03-31 \* \(jou_\w+\) Hosting for March/)
  match(told[4] ?? '', /1970-01-01 open Assets:Guide-LLC:1010-Operating-bank-account/)
})

test('an entry that somebody changed is named, with an exit code', async () => {
  const records = await database.look()
  await records.query(
    "begin; set local session_replication_role = 'replica'; update entry set memo = 'Other'; commit",
  )
  const { exit, told } = await iza('ledger', 'verify')
  equal(exit, 1)
  match(told, /1 found:[^]*changed +jou_\w+ is not what was posted/)
})

test('what is not said, or is no field, is refused in words', async () => {
  const refused = async (...words: string[]) => {
    const { exit, told } = await iza('ledger', ...words)
    equal(exit, 2)
    return told
  }
  match(await refused('trial-balance'), /Say whose: --entity-id ent_…, or --all-entities/)
  match(await refused('export', '--book', 'x'), /"--book" is no field of this command; it knows: --format/)
  equal((await iza('ledger', 'export', '--format', 'abacus')).exit, 1)
})
