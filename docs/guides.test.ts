import { equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { run } from '../cli/run.ts'

/** Every `npx iza` line of the guides runs, in their order, on a studio that has just been founded. */
const GUIDES = [
  '../README.md',
  'people-and-rights.md',
  'import.md',
  'exceptions.md',
  'comments.md',
  'notifications.md',
  'portfolio.md',
  'webhooks.md',
]

const { url, machineKey } = await testSystem({ isFounded: true })

for (const guide of GUIDES) {
  test(`the commands in ${guide} work as they stand there`, async () => {
    const text = readFileSync(new URL(guide, import.meta.url), 'utf8')
    const commands = [...text.matchAll(/^npx iza (.+)$/gm)].map(([, command = '']) => command)
    equal(commands.length > 2, true)
    for (const command of commands) {
      const lines: string[] = []
      const env = { IZA_URL: url, IZA_API_KEY: machineKey }
      const exit = await run(words(command), {
        env,
        out: (line) => lines.push(line),
        err: (line) => lines.push(line),
      })
      equal(exit, 0, `${command}\n${lines.join('\n')}`)
    }
  })
}

/** Splits as a shell does, as far as the guides use it: words, 'single' and "double" quotes. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  )
}
