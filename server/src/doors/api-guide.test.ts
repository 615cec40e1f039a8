import { equal, ok } from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { present } from '#kernel/assert.ts'
import { testSystem } from '#server/test-system.ts'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))
const LINES_MAX = 90

const guide = readFileSync(`${PROJECT}/docs/api.md`, 'utf8')
const { url, machineKey } = await testSystem({ isFounded: true })

test('the guide is short', () => ok(guide.trimEnd().split('\n').length <= LINES_MAX))

test('each example of the guide prints what it says, in the order in which it stands', async () => {
  const examples = [...guide.matchAll(/## (\w+)\n[^]*?```js\n([^]*?)```/g)]
  equal(examples.map(([_all, door]) => door).join(), 'REST,GraphQL,MCP,Live')
  for (const [_all, door, code = ''] of examples) {
    const promised = present(/\/\/ → (.+)/.exec(code)?.[1], `what ${door} prints`)
    const here = code.replaceAll('http://localhost:3000', url)
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', here], {
      cwd: PROJECT,
      env: { ...process.env, IZA_API_KEY: machineKey },
    })
    equal(stdout.trim(), promised, door)
  }
})
