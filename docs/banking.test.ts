import { equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { testSystem } from '#server/test-system.ts'
import { run } from '../cli/run.ts'

const Made = z.object({ id: z.string() })
const Accounts = z.object({ items: z.array(Made.extend({ code: z.string() })) })

/** How many commands each of the guides to books has. */
const GUIDES = { banking: 15, statements: 13 }

/** Every `npx iza` line of a guide runs, in their order, each with the ids that the lines before it made. */
for (const [name, count] of Object.entries(GUIDES)) {
  test(`the commands of the guide to ${name} work as they stand there`, () => runGuide(`${name}.md`, count))
}

async function runGuide(file: string, count: number): Promise<void> {
  const { url, machineKey } = await testSystem({ isFounded: true })
  const env = { IZA_URL: url, IZA_API_KEY: machineKey }
  const iza = async (words: string[]): Promise<unknown> => {
    const lines: string[] = []
    const [out, err] = [(line: string) => lines.push(line), (line: string) => lines.push(line)]
    equal(await run([...words, '--json'], { env, out, err }), 0, `${words.join(' ')}\n${lines.join('\n')}`)
    return JSON.parse(lines.join('\n'))
  }
  const guide = readFileSync(new URL(file, import.meta.url), 'utf8')
  const commands = [...guide.matchAll(/^npx iza (.+)$/gm)].map(([, command = '']) => command)
  equal(commands.length, count)
  const ids = new Map<string, string>()
  for (const command of commands) {
    const filled = [...ids].reduce((text, [name, id]) => text.replaceAll(name, id), command)
    const answer = await iza(
      [...filled.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
    )
    const made = Made.safeParse(answer)
    if (made.success) ids.set(`${made.data.id.slice(0, 4)}…`, made.data.id)
    if (!command.includes('list-accounts')) continue
    const all = await iza(['ledger', 'list-accounts', '--book-id', ids.get('bok_…') ?? '', '--limit', '200'])
    for (const { id, code } of Accounts.parse(all).items) ids.set(`acc_${code}…`, id)
  }
}
