import { deepEqual, equal, match } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { FAULTS } from '#server/modules/demo/faults.ts'
import { testSystem } from '#server/test-system.ts'
import { run } from '../cli/run.ts'

const guide = readFileSync(new URL('demo.md', import.meta.url), 'utf8')

test('the guide names the faults that are planted, and no others', () => {
  const rows = [...guide.matchAll(/^\| `([^`]+)` *\| (.+?) *\|$/gm)]
  deepEqual(
    rows.map(([, rule = '', about = '']) => ({ rule, about: about.split(' and ') })),
    FAULTS.map(({ rule, about }) => ({ rule, about: [...about] })),
  )
})

test('its commands work on a demonstration, and wait until it is filled', async () => {
  const { url, machineKey } = await testSystem({ isFounded: false, isDemo: true, worksRuns: true })
  const commands = [...guide.matchAll(/^npx iza (.+)$/gm)].map(([, command = '']) => command)
  equal(commands.length, 3)
  const env = { IZA_URL: url, IZA_API_KEY: machineKey }
  const told: string[] = []
  for (const command of commands) {
    const lines: string[] = []
    const exit = await run(command.split(' '), {
      env,
      out: (line) => lines.push(line),
      err: () => {},
    })
    equal(exit, 0, `${command}\n${lines.join('\n')}`)
    told.push(lines.join('\n'))
  }
  match(told[0] ?? '', /^442 businesses in 302 entities/)
})

test('where there is no demonstration, the command says so', async () => {
  const { url, machineKey } = await testSystem({ isFounded: true })
  const lines: string[] = []
  const exit = await run(['demo', 'wait'], {
    env: { IZA_URL: url, IZA_API_KEY: machineKey },
    out: () => {},
    err: (line) => lines.push(line),
  })
  deepEqual(
    { exit, lines },
    { exit: 2, lines: ['There is no demonstration here. Start one with "npm run demo".'] },
  )
})
