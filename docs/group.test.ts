import { equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { testSystem } from '#server/test-system.ts'
import { run } from '../cli/run.ts'

const Made = z.object({ id: z.string() })

/** Every `npx iza` line of the guide runs, in their order, each with the ids that the lines before it made. */
test('the commands of the guide to the group work as they stand there', async () => {
  const { url, machineKey } = await testSystem({ isFounded: true })
  const guide = readFileSync(new URL('group.md', import.meta.url), 'utf8')
  const commands = [...guide.matchAll(/^npx iza (.+)$/gm)].map(([, command = '']) => command)
  equal(commands.length, 19)
  const ids = new Map<string, string>()
  for (const command of commands) {
    const filled = [...ids].reduce((text, [name, id]) => text.replaceAll(name, id), command)
    const words = [...filled.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    const lines: string[] = []
    const out = (line: string) => void lines.push(line)
    const env = { IZA_URL: url, IZA_API_KEY: machineKey }
    equal(await run([...words, '--json'], { env, out, err: out }), 0, `${filled}\n${lines.join('\n')}`)
    const made = Made.safeParse(JSON.parse(lines.join('\n')))
    if (!made.success) continue
    const prefix = made.data.id.slice(0, 4)
    const nth = prefix === 'ent_' ? [...ids.keys()].filter((name) => name.startsWith(prefix)).length + 1 : ''
    ids.set(`${prefix}${nth}…`, made.data.id)
  }
})
