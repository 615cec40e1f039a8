import { equal, match } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { testSystem } from '#server/test-system.ts'
import { run } from '../cli/run.ts'

const { url, machineKey } = await testSystem({ isFounded: true })
const guide = readFileSync(new URL('closing.md', import.meta.url), 'utf8')
const Made = z.object({ id: z.string() })
const Accounts = z.object({ items: z.array(z.object({ id: z.string(), code: z.string() })) })

async function iza(words: readonly string[]) {
  const lines: string[] = []
  const out = (line: string) => void lines.push(line)
  const exit = await run(words, { env: { IZA_URL: url, IZA_API_KEY: machineKey }, out, err: out })
  return { exit, told: lines.join('\n') }
}

async function call(operation: string, input: object): Promise<unknown> {
  const { exit, told } = await iza(['call', operation, '--json', '--input', JSON.stringify(input)])
  equal(exit, 0, told)
  return JSON.parse(told)
}

const entity = { name: 'Guide LLC', kind: 'LLC', jurisdiction: 'US-DE', functionalCurrency: 'USD' }
const { id: entityId } = Made.parse(await call('entities.create-entity', entity))
const { id: bookId } = Made.parse(await call('ledger.open-book', { entityId, chart: 'us-gaap-llc' }))
const { items } = Accounts.parse(await call('ledger.list-accounts', { bookId, limit: 200 }))
const account = (code: string) => present(items.find((one) => one.code === code)?.id, `account ${code}`)

test('every command of the guide works, and what is for two people waits', async () => {
  const commands = [...guide.matchAll(/^npx iza (.+)$/gm)].map(([, command = '']) =>
    command
      .replaceAll('BOOK', bookId)
      .replace('HOSTING', account('5020'))
      .replace('PREPAID', account('1300')),
  )
  const told: string[] = []
  for (const command of commands) {
    const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    const answer = await iza(words.concat('--json'))
    equal(answer.exit, command.includes('reopen-period') ? 3 : 0, `${command}\n${answer.told}`)
    told.push(answer.told)
  }
  match(told[2] ?? '', /"effectiveOn": ?"2026-01-31"/)
  match(told[3] ?? '', /"outcomes": ?\[\]/)
  match(told[6] ?? '', /"state": ?"soft"/)
  match(told[7] ?? '', /"state": ?"hard"/)
})
