import { equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { testSystem } from '#server/test-system.ts'
import { run } from '../cli/run.ts'

const { url, machineKey } = await testSystem({ isFounded: true })
const guide = readFileSync(new URL('statements.md', import.meta.url), 'utf8')
const [, section = ''] = /^## Lines as a file\n([^]*?)^## /m.exec(guide) ?? []
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

const entity = { name: 'Lines LLC', kind: 'LLC', jurisdiction: 'US-DE', functionalCurrency: 'USD' }
const { id: entityId } = Made.parse(await call('entities.create-entity', entity))
const { id: bookId } = Made.parse(await call('ledger.open-book', { entityId, chart: 'us-gaap-llc' }))
const { items } = Accounts.parse(await call('ledger.list-accounts', { bookId, limit: 200 }))
const accountId = present(items.find(({ code }) => code === '1010')?.id, 'account 1010')

test('lines leave as files by the commands of the guide', async () => {
  const commands = [...section.matchAll(/^npx iza (.+)$/gm)].map(([, command = '']) =>
    command.replaceAll('bok_…', bookId).replaceAll('acc_…', accountId),
  )
  equal(commands.length, 2)
  for (const command of commands) {
    const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    const { exit, told } = await iza(words)
    equal(exit, 0, `${command}\n${told}`)
  }
})
