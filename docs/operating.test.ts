import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { run } from '../cli/run.ts'

const { url, machineKey } = await testSystem({ isFounded: true })
const guide = readFileSync(new URL('operating.md', import.meta.url), 'utf8')

test('the commands of the guide work as they stand there', async () => {
  const commands = [...guide.matchAll(/^npx iza (.+)$/gm)].map(([, command = '']) => command)
  ok(commands.length >= 3)
  for (const command of commands) {
    const lines: string[] = []
    const env = { IZA_URL: url, IZA_API_KEY: machineKey }
    const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    const exit = await run(words, { env, out: (line) => lines.push(line), err: (line) => lines.push(line) })
    equal(exit, 0, `${command}\n${lines.join('\n')}`)
  }
})

test('the addresses of the guide answer', async () => {
  const paths = [...guide.matchAll(/^curl -s http:\/\/localhost:3000(\/\S+)$/gm)].map(([, path = '']) => path)
  deepEqual(paths, ['/healthz', '/readyz', '/metrics'])
  for (const path of paths) equal((await fetch(url + path)).status, 200, path)
})

test('every series of the guide is told, and every series that is told stands in it', async () => {
  const text = await (await fetch(`${url}/metrics`)).text()
  const told = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name)
  const table = [...guide.matchAll(/^\| (`\w.*?) +\|/gm)].map(([, cell = '']) => cell).join()
  const isInGuide = (name: string) =>
    table.includes(`\`${name}\``) ||
    name.startsWith('process_') ||
    table.includes(`\`_${name.split('_').at(-1)}\``)
  deepEqual(
    told.filter((name) => !isInGuide(name)),
    [],
  )
  const named = [...guide.matchAll(/\biza_[a-z_]+[a-z]\b/g)].map(([name]) => name)
  deepEqual(
    [...new Set(named)].filter((name) => !told.includes(name)),
    [],
  )
})
