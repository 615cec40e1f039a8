import { equal, match, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { testSystem } from '#server/test-system.ts'
import { run } from '../cli/run.ts'

const { url, machineKey } = await testSystem({ isFounded: true })
const guide = readFileSync(new URL('books.md', import.meta.url), 'utf8')
const Made = z.object({ id: z.string() })
const Books = z.object({ items: z.array(Made) })
const Accounts = z.object({ items: z.array(z.object({ id: z.string(), code: z.string() })) })

async function iza(words: string[]) {
  const lines: string[] = []
  const out = (line: string) => void lines.push(line)
  const exit = await run(words, { env: { IZA_URL: url, IZA_API_KEY: machineKey }, out, err: out })
  return { exit, told: lines.join('\n') }
}

async function json(...words: string[]): Promise<unknown> {
  const { exit, told } = await iza([...words, '--json'])
  equal(exit, 0, told)
  return JSON.parse(told)
}

test('every command of the guide works, in its order, and the entry in it is posted', async () => {
  const entity = [
    '--name',
    'Guide LLC',
    '--kind',
    'LLC',
    '--jurisdiction',
    'US-DE',
    '--functional-currency',
    'USD',
  ]
  const { id: entityId } = Made.parse(await json('entities', 'create-entity', ...entity))
  let [bookId, accounts]: [string, string[]] = ['', []]
  const filled = (text: string) =>
    text
      .replaceAll('ent_…', entityId)
      .replaceAll('bok_…', bookId)
      .replaceAll('acc_…', () => accounts.shift() ?? 'acc_…')
  const commands = [...guide.matchAll(/^npx iza (.+)$/gm)].map(([, command = '']) => command)
  ok(commands.length >= 9)
  const told: string[] = []
  for (const command of commands) {
    const isPosting = command.includes('post-entry')
    const entry = isPosting
      ? filled(present(/```json\n([^]*?)```/.exec(guide)?.[1], 'an entry in the guide'))
      : ''
    // The statement that the guide asks for next is that of the bank.
    if (isPosting) accounts = [await account(bookId, '1010')]
    const words = filled(command)
      .split(/ (?![^"]*"$)/)
      .map((word) => (word === '"$(cat entry.json)"' ? entry : word))
    const answer = await iza(words)
    equal(answer.exit, 0, `${command}\n${answer.told}`)
    told.push(answer.told)
    if (command.includes('open-book')) {
      bookId = Books.parse(await json('ledger', 'list-books')).items[0]?.id ?? ''
      accounts = [await account(bookId, '5020'), await account(bookId, '1010')]
    }
  }
  const rows = told.find((text) => text.startsWith('[{"journalAccount"')) ?? ''
  match(rows, /"Assets:Guide-LLC:1010-Operating-bank-account","currency":"USD","balance":"-120.00"/)
  match(told.join('\n'), /1 entries in 1 book checked: each is what was posted/)
  match(told.join('\n'), /2026-03-31 \* \(jou_\w+\) Hosting for March/)
  match(told.join('\n'), /1970-01-01 open Assets:Guide-LLC:1010-Operating-bank-account/)
})

test('what is not said, or said twice, is refused in words', async () => {
  const refused = async (...words: string[]) => {
    const { exit, told } = await iza(['ledger', ...words])
    equal(exit, 2)
    return told
  }
  match(await refused('trial-balance'), /Say whose: --entity-id ent_…, or --all-entities/)
  match(await refused('export', '--book', 'x'), /"--book" is no field of this command; it knows: --format/)
  equal((await iza(['ledger', 'export', '--format', 'abacus'])).exit, 1)
})

async function account(bookId: string, code: string): Promise<string> {
  const { items } = Accounts.parse(
    await json('ledger', 'list-accounts', '--book-id', bookId, '--limit', '200'),
  )
  return present(
    items.find((one) => one.code === code),
    code,
  ).id
}
